import type { TenantReadTx } from '@pilotage/platform';
import type { InitiativeId } from '../../initiative/initiative.types.js';
import { planDigest, type PlannedFacts } from '../plan/facts.js';
import type { Finding } from '../plan/finding.js';
import { planRow } from '../plan/plan.js';
import { rowIdentity, sharedIdentity } from '../plan/row-identity.js';
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

/** Another row of the file with the same identity, or the row itself. */
interface KinRow {
  readonly identity: string;
  readonly rowNumber: number;
  readonly digest: string;
}

interface KnownIdentity {
  readonly identity: string;
  readonly initiativeId: InitiativeId;
  /** What it was to be by the import before; null when that is the same. */
  readonly previous: PlannedFacts | null;
}

/** Plans rows that were identified before; two statements for all of them. */
export async function planRows(
  tx: TenantReadTx,
  setting: SliceSetting,
  rows: readonly SliceRow[],
): Promise<PlannedRow[]> {
  const identities = rows.map(({ cells }) => rowIdentity(cells, setting.mapping.identity));
  const kin = Map.groupBy(await readKin(tx, setting, identities), ({ identity }) => identity);
  const drafts = rows.map(({ rowNumber, cells, digest }, index) => {
    const identity = identities[index] ?? null;
    const others = identity === null ? [] : kin.get(identity)!;
    const isShared = others.some((other) => other.digest !== digest);
    const isRepeated = others.some((other) => other.digest === digest && other.rowNumber < rowNumber);
    const plan = planRow({ cells, hasIdentity: identity !== null, isRepeated, isShared }, setting.planner);
    const key = identity !== null && isShared ? sharedIdentity(identity, digest) : identity;
    return { rowNumber, plan, key };
  });
  const wanted = drafts.flatMap(({ plan, key }) =>
    plan.kind === 'planned' && key !== null ? [{ identity: key, digest: planDigest(plan.facts) }] : [],
  );
  const known = new Map((await readKnown(tx, setting, wanted)).map((row) => [row.identity, row]));
  return drafts.map(({ rowNumber, plan, key }): PlannedRow => {
    const { findings } = plan;
    if (plan.kind === 'skipped' || key === null) return { rowNumber, findings, outcome: 'SKIPPED' };
    const { facts } = plan;
    const before = known.get(key);
    if (!before) return { rowNumber, findings, outcome: 'CREATED', identity: key, facts };
    const { initiativeId, previous } = before;
    if (!previous) return { rowNumber, findings, outcome: 'UNCHANGED', initiativeId };
    return { rowNumber, findings, outcome: 'CHANGED', identity: key, facts, initiativeId, previous };
  });
}

function readKin(
  tx: TenantReadTx,
  { importId }: SliceSetting,
  identities: readonly (string | null)[],
): Promise<KinRow[]> {
  return tx.query<KinRow>(
    `select identity, row_number as "rowNumber", digest from import_row
      where tenant_id = $1 and import_id = $2 and identity = any($3)`,
    [tx.ctx.tenantId, importId, identities.filter((identity) => identity !== null)],
  );
}

/** The earlier facts, which are large, travel only where they differ. */
function readKnown(
  tx: TenantReadTx,
  { scheme }: SliceSetting,
  wanted: readonly { identity: string; digest: string }[],
): Promise<KnownIdentity[]> {
  return tx.query<KnownIdentity>(
    `select i.identity, i.initiative_id as "initiativeId",
            case when i.planned_digest <> w.digest then i.planned end as previous
       from jsonb_to_recordset($3::jsonb) as w(identity text, digest text)
       join import_identity i on i.tenant_id = $1 and i.scheme = $2 and i.identity = w.identity`,
    [tx.ctx.tenantId, scheme, JSON.stringify(wanted)],
  );
}
