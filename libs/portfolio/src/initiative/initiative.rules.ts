import { type Day, EARLIEST_DAY } from '@pilotage/analytics';
import type { PersonId, UnitId } from '@pilotage/tenancy';
import { z } from 'zod';
import { AI_KINDS, type AiKind, DELIVERY_MODELS, type DeliveryModel, INITIATIVE_LIMITS, RISK_TIERS, type RiskTier } from './initiative.types.js'; // prettier-ignore

export interface Attribute {
  readonly name: string;
  readonly value: string;
}

/** What an initiative says of itself from a day on. */
export interface Profile {
  readonly name: string;
  readonly summary: string;
  readonly kind: AiKind;
  readonly riskTier: RiskTier;
  readonly deliveryModel: DeliveryModel;
  readonly externalId: string | null;
  readonly tags: readonly string[];
  readonly attributes: readonly Attribute[];
}

/** Whose it is from a day on. */
export interface Assignments {
  readonly unitId: UnitId | null;
  readonly ownerId: PersonId | null;
  readonly sponsorId: PersonId | null;
}

export const EMPTY_PROFILE: Omit<Profile, 'name'> = {
  summary: '',
  kind: 'UNKNOWN',
  riskTier: 'UNKNOWN',
  deliveryModel: 'UNKNOWN',
  externalId: null,
  tags: [],
  attributes: [],
};
export const NOBODY: Assignments = { unitId: null, ownerId: null, sponsorId: null };

const text = (limit: number, label: string) =>
  z
    .string()
    .trim()
    .max(limit, { error: `${label} has at most ${limit} characters.` });
const id = z.uuid({ error: 'Choose one from the list.' });

/** What a caller may say of an initiative. What is absent stays as it is; null clears it. */
export const initiativeInput = z.object({
  name: text(INITIATIVE_LIMITS.name, 'A name').min(1, { error: 'Give it a name.' }),
  summary: text(INITIATIVE_LIMITS.summary, 'A summary').nullish(),
  kind: z.enum(AI_KINDS).nullish(),
  riskTier: z.enum(RISK_TIERS).nullish(),
  deliveryModel: z.enum(DELIVERY_MODELS).nullish(),
  externalId: text(INITIATIVE_LIMITS.externalId, 'An external id').nullish(),
  tags: z
    .array(text(INITIATIVE_LIMITS.tag, 'A tag').min(1, { error: 'A tag is not empty.' }))
    .max(INITIATIVE_LIMITS.tags, { error: `An initiative has at most ${INITIATIVE_LIMITS.tags} tags.` })
    .nullish(),
  unitId: id.nullish(),
  ownerId: id.nullish(),
  sponsorId: id.nullish(),
});
export type InitiativeInput = z.infer<typeof initiativeInput>;

/** The profile after a change; keeps what the change does not name. */
export function changedProfile(current: Omit<Profile, 'name'>, input: InitiativeInput): Profile {
  return {
    name: input.name,
    summary: merged(input.summary, current.summary, EMPTY_PROFILE.summary),
    kind: merged(input.kind, current.kind, EMPTY_PROFILE.kind),
    riskTier: merged(input.riskTier, current.riskTier, EMPTY_PROFILE.riskTier),
    deliveryModel: merged(input.deliveryModel, current.deliveryModel, EMPTY_PROFILE.deliveryModel),
    externalId: merged(input.externalId, current.externalId, null) || null,
    tags: [...new Set(merged(input.tags, current.tags, EMPTY_PROFILE.tags))].sort(),
    attributes: current.attributes,
  };
}

export function changedAssignments(current: Assignments, input: InitiativeInput): Assignments {
  return {
    unitId: merged(input.unitId as UnitId | null | undefined, current.unitId, null),
    ownerId: merged(input.ownerId as PersonId | null | undefined, current.ownerId, null),
    sponsorId: merged(input.sponsorId as PersonId | null | undefined, current.sponsorId, null),
  };
}

export const isSameProfile = (a: Profile, b: Profile): boolean => changedFields(a, b).length === 0;

/** Names of the fields in which two profiles differ. */
export function changedFields(a: Profile, b: Profile): (keyof Profile)[] {
  const fields: readonly (keyof Profile)[] = ['name', ...(Object.keys(EMPTY_PROFILE) as (keyof Profile)[])];
  return fields.filter((field) => JSON.stringify(a[field]) !== JSON.stringify(b[field]));
}

/** Something that holds from a day on. */
export interface Dated {
  readonly id: string;
  readonly effectiveOn: Day;
}

/**
 * Where a change from a day on goes: it corrects the live row of that very day, or is appended. `base` is what it
 * changes: the row in force on that day, or the earliest where the day lies before all of them. `fromOn` is the day from
 * which the change is seen: the earliest row also holds before its own day.
 */
export function placeOf<Row extends Dated>(
  rows: readonly Row[],
  effectiveOn: Day,
): { base: Row | null; sameDay: Row | null; fromOn: Day } {
  const ordered = [...rows].sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1));
  const base = ordered.findLast((row) => row.effectiveOn <= effectiveOn) ?? ordered[0] ?? null;
  const isFirst = !ordered.some((row) => row.effectiveOn < effectiveOn);
  return {
    base,
    sameDay: ordered.find((row) => row.effectiveOn === effectiveOn) ?? null,
    fromOn: isFirst ? EARLIEST_DAY : effectiveOn,
  };
}

function merged<T>(change: T | null | undefined, current: T, empty: T): T {
  return change === undefined ? current : (change ?? empty);
}
