import type { TenantReadTx } from '@pilotage/platform';
import type { InitiativeId } from '../../initiative/initiative.types.js';
import { planDigest, type PlannedFacts } from '../plan/facts.js';
import { type Finding, finding } from '../plan/finding.js';
import { planRow } from '../plan/plan.js';
import type { PlannedAnswers } from '../plan/plan-answers.js';
import { rowIdentity, sharedIdentity } from '../plan/row-identity.js';
import { type Kin, readKin, sharedIn } from './kin.js';
import { readMatched } from './matched-rows.js';
import type { SliceRow, SliceSetting } from './slice-setting.js';

/** A row with what is to become of it, given what earlier imports made of its like. */
export type PlannedRow = { readonly rowNumber: number; readonly findings: readonly Finding[] } & (
  | { readonly outcome: 'SKIPPED' }
  | ({
      readonly outcome: 'CREATED';
      readonly identity: string;
      readonly isShared: boolean;
      readonly facts: PlannedFacts;
    } & Answered)
  | ({ readonly outcome: 'UNCHANGED' } & Recognised & Answered)
  | ({
      readonly outcome: 'CHANGED';
      readonly facts: PlannedFacts;
      readonly previous: PlannedFacts;
    } & Recognised &
      Answered)
);

interface Answered {
  readonly answers: PlannedAnswers;
}

/** An initiative that is known already. */
interface Recognised {
  readonly initiativeId: InitiativeId;
  /** By what it is to be known from now on: another one where the row began or ceased to share its identity. */
  readonly identity: string;
  /** No import made or changed it before. */
  readonly isFirst: boolean;
}

/** How a row may be known from an earlier file. */
interface RowKeys {
  /** Of the values of its identity columns. */
  readonly plain: string;
  /** Of all its cells. */
  readonly exact: string;
  readonly isShared: boolean;
}

interface KnownRow {
  readonly rowNumber: number;
  readonly identity: string;
  readonly initiativeId: InitiativeId;
  /** What it was to be by the import before; null when that is the same. */
  readonly previous: PlannedFacts | null;
}

/** Plans neighbouring rows that were identified before; four statements for all of them. */
export async function planRows(
  tx: TenantReadTx,
  setting: SliceSetting,
  rows: readonly SliceRow[],
): Promise<PlannedRow[]> {
  const identities = rows.map(({ cells }) => rowIdentity(cells, setting.mapping.identity));
  const kin = await readKin(tx, setting.importId, rows);
  const drafts = rows.map(({ rowNumber, cells, digest }, index) => {
    const plain = identities[index] ?? null;
    const { isShared, isRepeated } = kin.get(rowNumber) ?? ALONE;
    const plan = planRow({ cells, hasIdentity: plain !== null, isRepeated, isShared }, setting.planner);
    const keys = plain === null ? null : { plain, exact: sharedIdentity(plain, digest), isShared };
    return { rowNumber, digest, plan, keys };
  });
  const wanted = drafts.flatMap(({ rowNumber, digest, plan, keys }) =>
    plan.kind === 'planned' && keys
      ? [{ rowNumber, digest, ...keys, planDigest: planDigest(plan.facts) }]
      : [],
  );
  const shared =
    setting.mendsImportId === null
      ? new Set()
      : await sharedIn(
          tx,
          setting.mendsImportId,
          identities.filter((identity) => identity !== null),
        );
  const known = Map.groupBy(await readKnown(tx, setting, wanted), ({ rowNumber }) => rowNumber);
  const unknown = drafts.flatMap(({ rowNumber, plan }) =>
    plan.kind === 'planned' && !known.has(rowNumber) ? [{ rowNumber, facts: plan.facts }] : [],
  );
  const matched = await readMatched(tx, setting, unknown);
  return drafts.map(({ rowNumber, plan, keys }): PlannedRow => {
    if (plan.kind === 'skipped' || keys === null)
      return { rowNumber, findings: plan.findings, outcome: 'SKIPPED' };
    const { facts, answers } = plan;
    const { match = null, findings: aboutMatch = [] } = matched.get(rowNumber) ?? {};
    const findings = [...plan.findings, ...aboutMatch];
    const row = { rowNumber, findings, answers };
    const identity = keyOf(keys);
    const before = recognise(keys, known.get(rowNumber) ?? []) ?? (match && { ...match, identity });
    if (!before && shared.has(keys.plain))
      return { rowNumber, findings: [...findings, finding('MENDED_SHARED')], outcome: 'SKIPPED' };
    if (!before) return { ...row, outcome: 'CREATED', identity, isShared: keys.isShared, facts };
    const { previous, ...as } = before;
    if (!previous) return { ...row, outcome: 'UNCHANGED', ...as };
    return { ...row, outcome: 'CHANGED', facts, previous, ...as };
  });
}

const ALONE: Kin = { isShared: false, isRepeated: false };

const keyOf = ({ plain, exact, isShared }: RowKeys): string => (isShared ? exact : plain);

/**
 * To the letter before by its identity: an exact match can be no other row. A match by identity of a row that shares it
 * was found only because it is that initiative's last row to the letter.
 */
function recognise(
  keys: RowKeys,
  known: readonly KnownRow[],
): (Recognised & Pick<KnownRow, 'previous'>) | null {
  const found = known.find(({ identity }) => identity === keys.exact) ?? known[0];
  if (!found) return null;
  const { initiativeId, previous, identity: knownAs } = found;
  const isTaken = known.some((other) => other !== found && other.identity === keyOf(keys));
  return { initiativeId, previous, isFirst: false, identity: isTaken ? knownAs : keyOf(keys) };
}

/**
 * The earlier facts, which are large, travel only where they differ. A row has two keys at most, looked up one by one:
 * while the table has no statistics, a join would read all of it.
 */
function readKnown(
  tx: TenantReadTx,
  { scheme }: SliceSetting,
  wanted: readonly (RowKeys & { rowNumber: number; digest: string; planDigest: string })[],
): Promise<KnownRow[]> {
  return tx.query<KnownRow>(
    `select w."rowNumber", i.identity, i.initiative_id as "initiativeId",
            case when i.planned_digest <> w."planDigest" then i.planned end as previous
       from jsonb_to_recordset($3::jsonb)
              as w("rowNumber" int, plain text, exact text, digest text, "isShared" boolean, "planDigest" text)
      cross join lateral (
        select * from import_identity
         where tenant_id = $1 and scheme = $2 and identity = any(array[w.plain, w.exact]) limit 2) as i
      where not w."isShared" or i.identity = w.exact
         or exists (select from import_row r
                     where r.tenant_id = $1 and r.import_id = i.import_id and r.identity = w.plain
                       and r.digest = w.digest and r.initiative_id = i.initiative_id)`,
    [tx.ctx.tenantId, scheme, JSON.stringify(wanted)],
  );
}
