import type { TenantReadTx } from '@pilotage/platform';
import type { InitiativeId } from '../../initiative/initiative.types.js';
import { planDigest, type PlannedFacts } from '../plan/facts.js';
import type { Finding } from '../plan/finding.js';
import { planRow } from '../plan/plan.js';
import { sharedIdentity } from '../plan/row-identity.js';
import type { SliceRow, SliceSetting } from './slice-setting.js';

/** A row with what is to become of it, given what earlier imports made of its like. */
export type PlannedRow = { readonly rowNumber: number; readonly findings: readonly Finding[] } & (
  | { readonly outcome: 'SKIPPED' }
  | { readonly outcome: 'CREATED'; readonly identity: string; readonly facts: PlannedFacts }
  | { readonly outcome: 'UNCHANGED'; readonly initiativeId: InitiativeId }
  | {
      readonly outcome: 'CHANGED';
      readonly identity: string;
      readonly facts: PlannedFacts;
      readonly initiativeId: InitiativeId;
      readonly previous: PlannedFacts;
    }
);

interface KinshipRow {
  readonly rowNumber: number;
  readonly identity: string | null;
  readonly isRepeated: boolean;
  readonly isShared: boolean;
}

interface KnownIdentity {
  readonly identity: string;
  readonly initiativeId: InitiativeId;
  readonly planned: PlannedFacts;
  readonly plannedDigest: string;
}

/** Plans rows that were identified before; two statements for all of them. */
export async function planRows(
  tx: TenantReadTx,
  setting: SliceSetting,
  rows: readonly SliceRow[],
): Promise<PlannedRow[]> {
  const kinship = new Map((await readKinship(tx, setting, rows)).map((row) => [row.rowNumber, row]));
  const drafts = rows.map((row) => {
    const { identity, isRepeated, isShared } = kinship.get(row.rowNumber)!;
    const plan = planRow(
      { cells: row.cells, hasIdentity: identity !== null, isRepeated, isShared },
      setting.planner,
    );
    const key = identity !== null && isShared ? sharedIdentity(identity, row.digest) : identity;
    return { rowNumber: row.rowNumber, plan, key };
  });
  const keys = drafts.flatMap(({ plan, key }) => (plan.kind === 'planned' && key !== null ? [key] : []));
  const known = new Map((await readKnown(tx, setting, keys)).map((row) => [row.identity, row]));
  return drafts.map(({ rowNumber, plan, key }): PlannedRow => {
    const { findings } = plan;
    if (plan.kind === 'skipped' || key === null) return { rowNumber, findings, outcome: 'SKIPPED' };
    const { facts } = plan;
    const before = known.get(key);
    if (!before) return { rowNumber, findings, outcome: 'CREATED', identity: key, facts };
    const { initiativeId, planned: previous } = before;
    if (before.plannedDigest === planDigest(facts))
      return { rowNumber, findings, outcome: 'UNCHANGED', initiativeId };
    return { rowNumber, findings, outcome: 'CHANGED', identity: key, facts, initiativeId, previous };
  });
}

function readKinship(
  tx: TenantReadTx,
  { importId }: SliceSetting,
  rows: readonly SliceRow[],
): Promise<KinshipRow[]> {
  return tx.query<KinshipRow>(
    `select r.row_number as "rowNumber", r.identity,
            exists (select from import_row o where o.tenant_id = r.tenant_id and o.import_id = r.import_id
                       and o.identity = r.identity and o.row_number < r.row_number and o.digest = r.digest) as "isRepeated",
            exists (select from import_row o where o.tenant_id = r.tenant_id and o.import_id = r.import_id
                       and o.identity = r.identity and o.digest <> r.digest) as "isShared"
       from import_row r where r.tenant_id = $1 and r.import_id = $2 and r.row_number = any($3)`,
    [tx.ctx.tenantId, importId, rows.map(({ rowNumber }) => rowNumber)],
  );
}

function readKnown(
  tx: TenantReadTx,
  { scheme }: SliceSetting,
  identities: readonly string[],
): Promise<KnownIdentity[]> {
  return tx.query<KnownIdentity>(
    `select identity, initiative_id as "initiativeId", planned, planned_digest as "plannedDigest"
       from import_identity where tenant_id = $1 and scheme = $2 and identity = any($3)`,
    [tx.ctx.tenantId, scheme, identities],
  );
}
