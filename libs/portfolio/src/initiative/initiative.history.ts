import type { Day } from '@pilotage/analytics';
import { inputHashOf, type MemberId, type TenantReadTx, type TenantTx } from '@pilotage/platform';
import type { PersonId, UnitId } from '@pilotage/tenancy';
import type { Assignments, Dated, Profile } from './initiative.rules.js';
import type { InitiativeId } from './initiative.types.js';

export type AssignmentKind = 'UNIT' | 'OWNER' | 'SPONSOR';
interface OfInitiative extends Dated {
  readonly initiativeId: InitiativeId;
}
export type RevisionRow = Profile & OfInitiative;
export type AssignmentRow = OfInitiative & {
  readonly kind: AssignmentKind;
  readonly unitId: UnitId | null;
  readonly personId: PersonId | null;
};

const PROFILE = `name, summary, kind, risk_tier as "riskTier", delivery_model as "deliveryModel",
  external_id as "externalId", tags, attributes`;

/** The live revisions of these initiatives, in no order. */
export function liveRevisions(tx: TenantReadTx, ids: readonly InitiativeId[]): Promise<RevisionRow[]> {
  return tx.query<RevisionRow>(
    `select id, initiative_id as "initiativeId", effective_on::text as "effectiveOn", ${PROFILE}
       from initiative_revision
      where tenant_id = $1 and initiative_id = any($2) and superseded_at is null`,
    [tx.ctx.tenantId, ids],
  );
}

export function liveAssignments(tx: TenantReadTx, ids: readonly InitiativeId[]): Promise<AssignmentRow[]> {
  return tx.query<AssignmentRow>(
    `select id, initiative_id as "initiativeId", effective_on::text as "effectiveOn", kind, unit_id as "unitId",
            person_id as "personId"
       from initiative_assignment
      where tenant_id = $1 and initiative_id = any($2) and superseded_at is null`,
    [tx.ctx.tenantId, ids],
  );
}

/** A mark of what is live of these initiatives' attributes and assignments: another one after each change of them. */
export async function versionsOf(
  tx: TenantReadTx,
  ids: readonly InitiativeId[],
): Promise<Map<InitiativeId, string>> {
  const rows = await tx.query<{ initiativeId: InitiativeId; live: string[] }>(
    `select initiative_id as "initiativeId", array_agg(id order by id) as live
       from (select initiative_id, id from initiative_revision
              where tenant_id = $1 and initiative_id = any($2) and superseded_at is null
             union all
             select initiative_id, id from initiative_assignment
              where tenant_id = $1 and initiative_id = any($2) and superseded_at is null) as recorded
      group by initiative_id`,
    [tx.ctx.tenantId, ids],
  );
  return new Map(rows.map(({ initiativeId, live }) => [initiativeId, inputHashOf(live).slice(0, 32)]));
}

/** A row of what was recorded, superseded or not. */
export interface RecordedRevision extends Profile {
  readonly id: string;
  readonly initiativeId: InitiativeId;
  readonly effectiveOn: Day;
  readonly recordedAt: Date;
  readonly recordedBy: MemberId | null;
}

export interface RecordedAssignment {
  readonly id: string;
  readonly initiativeId: InitiativeId;
  readonly kind: AssignmentKind;
  readonly effectiveOn: Day;
  readonly recordedAt: Date;
  readonly recordedBy: MemberId | null;
}

/** Everything ever recorded of these initiatives' attributes, in the order of recording. */
export function recordedRevisions(
  tx: TenantReadTx,
  ids: readonly InitiativeId[],
): Promise<RecordedRevision[]> {
  return tx.query<RecordedRevision>(
    `select id, initiative_id as "initiativeId", effective_on::text as "effectiveOn", recorded_at as "recordedAt",
            recorded_by as "recordedBy", ${PROFILE}
       from initiative_revision where tenant_id = $1 and initiative_id = any($2) order by recorded_at, id`,
    [tx.ctx.tenantId, ids],
  );
}

export function recordedAssignments(
  tx: TenantReadTx,
  ids: readonly InitiativeId[],
): Promise<RecordedAssignment[]> {
  return tx.query<RecordedAssignment>(
    `select id, initiative_id as "initiativeId", kind, effective_on::text as "effectiveOn",
            recorded_at as "recordedAt", recorded_by as "recordedBy"
       from initiative_assignment where tenant_id = $1 and initiative_id = any($2) order by recorded_at, id`,
    [tx.ctx.tenantId, ids],
  );
}

/** Rows to append for a new initiative; nobody is not a row. */
export function assignmentRows(
  initiativeId: InitiativeId,
  effectiveOn: Day,
  assigned: Assignments,
): object[] {
  return ASSIGNMENT_FIELDS.filter(({ field }) => assigned[field] !== null).map(({ kind, field }) => ({
    initiativeId,
    effectiveOn,
    ...assignmentOf(kind, assigned[field]),
  }));
}

export function assignmentOf(
  kind: AssignmentKind,
  id: string | null,
): { kind: AssignmentKind; unitId: string | null; personId: string | null } {
  return kind === 'UNIT' ? { kind, unitId: id, personId: null } : { kind, unitId: null, personId: id };
}

export const ASSIGNMENT_FIELDS = [
  { kind: 'UNIT', field: 'unitId' },
  { kind: 'OWNER', field: 'ownerId' },
  { kind: 'SPONSOR', field: 'sponsorId' },
] as const satisfies readonly { kind: AssignmentKind; field: keyof Assignments }[];

/** The next `count` keys of the tenant, the first of them. Holds the counter until the transaction ends. */
export async function takeKeyNumbers(tx: TenantTx, count: number): Promise<number> {
  const [row] = await tx.query<{ last: number }>(
    `insert into initiative_counter as c (tenant_id, last_number) values ($1, $2)
     on conflict (tenant_id) do update set last_number = c.last_number + excluded.last_number
     returning last_number as last`,
    [tx.ctx.tenantId, count],
  );
  return row!.last - count + 1;
}
