import type { DatedDay, Stage } from '@pilotage/web-ui';
import type { Day } from '../../../shared/format/time.js';
import type { UserErrorFields } from '../../../shared/forms/user-error.js';
import type { graphql } from '../../../shared/graphql/graphql.js';
import type { AiKind } from '../../../shared/words/ai-kind.js';
import type { DeliveryModel, RiskTier } from '../words.js';
import type { PersonChoice } from './person-select.js';

/** What the form holds, for a new initiative as for one that is edited. */
export interface InitiativeValues {
  readonly name: string;
  readonly summary: string;
  readonly kind: AiKind;
  readonly riskTier: RiskTier;
  readonly deliveryModel: DeliveryModel;
  readonly externalId: string;
  readonly tags: string[];
  readonly unitId: string | null;
  readonly owner: PersonChoice | null;
  readonly sponsor: PersonChoice | null;
  /** Of a new one: where it stands and since when. */
  readonly stage: Stage | null;
  readonly stageOn: DatedDay;
  /** Of an edit: from which day on it is so. */
  readonly effectiveOn: Day;
}

/** What an edit can change; the stage is recorded elsewhere. */
export const EDITED_FIELDS = [
  'name',
  'summary',
  'kind',
  'riskTier',
  'deliveryModel',
  'externalId',
  'tags',
  'unitId',
  'owner',
  'sponsor',
] as const satisfies (keyof InitiativeValues)[];

export const INITIATIVE_FIELDS: readonly (keyof InitiativeValues)[] = [
  ...EDITED_FIELDS,
  'stage',
  'stageOn',
  'effectiveOn',
];

export const emptyValues = (today: Day): InitiativeValues => ({
  name: '',
  summary: '',
  kind: 'UNKNOWN',
  riskTier: 'UNKNOWN',
  deliveryModel: 'UNKNOWN',
  externalId: '',
  tags: [],
  unitId: null,
  owner: null,
  sponsor: null,
  stage: null,
  stageOn: { on: today, precision: 'DAY' },
  effectiveOn: today,
});

type InitiativeInput = ReturnType<typeof graphql.scalar<'InitiativeInput'>>;

/** As the api takes it; an emptied field clears what was there. */
export function inputOf(values: InitiativeValues): InitiativeInput {
  return {
    name: values.name.trim(),
    summary: values.summary.trim(),
    kind: values.kind,
    riskTier: values.riskTier,
    deliveryModel: values.deliveryModel,
    externalId: values.externalId.trim() || null,
    tags: values.tags,
    unitId: values.unitId,
    ownerId: values.owner?.id ?? null,
    sponsorId: values.sponsor?.id ?? null,
  };
}

const FIELD_OF: Readonly<Record<string, keyof InitiativeValues>> = {
  ownerId: 'owner',
  sponsorId: 'sponsor',
  on: 'stageOn',
};

/** The error with the path of this form's field. */
export function atField({ message, path }: UserErrorFields): UserErrorFields {
  const inner = path.filter((name) => name !== 'input' && name !== 'initiative');
  return { message, path: inner.map((name) => FIELD_OF[name] ?? name) };
}
