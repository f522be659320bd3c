import type { TenantTx } from '@pilotage/platform';
import type { UnitId, UnitService } from '@pilotage/tenancy';
import type { InitiativeId } from '../../initiative/initiative.types.js';
import type { ImportId } from '../import.types.js';
import { type CandidateKind, LEAST_SIMILAR, MOST_CANDIDATES, SCORES } from '../match/match.types.js';
import { SimilarNames } from '../match/trigram.js';
import type { SliceSetting } from './slice-setting.js';

const ROWS_AT_ONCE = 100;
/** Of one unit. Reading and comparing so many names for a batch takes about 100 ms. */
const MOST_TO_COMPARE = 5_000;

interface UnknownRow {
  readonly rowNumber: number;
  readonly nameKey: string;
  readonly unit: string;
}

interface Found {
  readonly rowNumber: number;
  readonly initiativeId: InitiativeId;
  readonly kind: CandidateKind;
  readonly score: number;
}

/**
 * Finds for rows of one unit that no identity recognises which initiatives they may be: of those that no other row is
 * by its identity, within the unit and what is under it. Returns how many rows it took; 0 when all are compared.
 */
export async function matchRows(tx: TenantTx, units: UnitService, setting: SliceSetting): Promise<number> {
  const { importId } = setting;
  const rows = await nextRows(tx, importId);
  if (rows.length === 0) return 0;
  const scope = await scopeOf(tx, units, setting, rows[0]!.unit);
  const equal = await findEqual(tx, importId, rows, scope);
  const found = new Set(equal.map(({ rowNumber }) => rowNumber));
  const others = rows.filter(({ rowNumber }) => !found.has(rowNumber));
  const names = others.length === 0 ? [] : await namesIn(tx, importId, scope);
  const isLeftOut = names.length > MOST_TO_COMPARE;
  await tx.insert(
    'import_candidate',
    [...equal, ...(isLeftOut ? [] : findSimilar(others, names))].map((one) => ({ importId, ...one })),
  );
  await tx.query(
    `update import_match set is_compared = true, is_left_out = row_number = any($4)
      where tenant_id = $1 and import_id = $2 and row_number = any($3)`,
    [tx.ctx.tenantId, importId, numbersOf(rows), isLeftOut ? numbersOf(others) : []],
  );
  return rows.length;
}

const numbersOf = (rows: readonly UnknownRow[]): number[] => rows.map(({ rowNumber }) => rowNumber);

const nextRows = (tx: TenantTx, importId: ImportId): Promise<UnknownRow[]> =>
  tx.query<UnknownRow>(
    `select row_number as "rowNumber", name_key as "nameKey", unit from import_match
      where tenant_id = $1 and import_id = $2 and not is_compared
        and unit = (select unit from import_match
                     where tenant_id = $1 and import_id = $2 and not is_compared order by unit limit 1)
      order by row_number limit $3`,
    [tx.ctx.tenantId, importId, ROWS_AT_ONCE],
  );

/** The unit of these rows with what is under it: none of a new one, null for every initiative where they name none. */
interface Scope {
  readonly unit: UnitId | null;
  readonly within: readonly UnitId[] | null;
}

async function scopeOf(
  tx: TenantTx,
  units: UnitService,
  { mapping }: SliceSetting,
  name: string,
): Promise<Scope> {
  if (name === '') return { unit: null, within: null };
  const unit = (await units.byName(tx, mapping.asOfOn)).get(name.toLowerCase());
  if (!unit) return { unit: null, within: [] };
  const tree = await units.tree(tx, { on: mapping.asOfOn });
  return { unit, within: [...tree.within([unit])] };
}

/** Looked up one by one: as a join, which the offset prevents, it would read all recognised rows for each name. */
const IS_UNRECOGNISED = `not exists (select from import_row r where r.tenant_id = $1 and r.import_id = $2
                                        and r.initiative_id = c.initiative_id offset 0)`;

/** By external id wherever it is, unless that is a mere number, which any register has; or by name within the unit. To the letter first. */
export const FIND_EQUAL = `
select m.row_number as "rowNumber", e.initiative_id as "initiativeId", e.kind
  from import_match m cross join lateral (
    select c.initiative_id, min(c.kind) as kind from (
      select c.initiative_id, 'EXACT' as kind from initiative_current c
       where c.tenant_id = $1 and c.external_id = m.external_id and m.external_id ~ '[^0-9]' and ${IS_UNRECOGNISED}
      union all
      select c.initiative_id, case when c.name collate "C" = m.name collate "C" and c.unit_id is not distinct from $5
                                   then 'EXACT' else 'NORMALISED' end
        from initiative_current c
       where c.tenant_id = $1 and c.name_key = m.name_key and ($4::uuid[] is null or c.unit_id = any($4))
         and ${IS_UNRECOGNISED}) as c
     group by c.initiative_id order by kind, c.initiative_id limit $6) as e
  where m.tenant_id = $1 and m.import_id = $2 and m.row_number = any($3)`;

async function findEqual(
  tx: TenantTx,
  importId: ImportId,
  rows: readonly UnknownRow[],
  { unit, within }: Scope,
): Promise<Found[]> {
  const params = [tx.ctx.tenantId, importId, numbersOf(rows), within, unit, MOST_CANDIDATES];
  const found = await tx.query<Omit<Found, 'score'>>(FIND_EQUAL, params);
  return found.map((one) => ({ ...one, score: SCORES[one.kind] }));
}

interface KnownName {
  readonly key: string;
  readonly of: InitiativeId;
}

/** One more than can be compared says that they are too many. */
const namesIn = (tx: TenantTx, importId: ImportId, { within }: Scope): Promise<KnownName[]> =>
  tx.query<KnownName>(
    `select c.name_key as key, c.initiative_id as of from initiative_current c
      where c.tenant_id = $1 and ($3::uuid[] is null or c.unit_id = any($3)) and ${IS_UNRECOGNISED}
      order by c.initiative_id limit $4`,
    [tx.ctx.tenantId, importId, within, MOST_TO_COMPARE + 1],
  );

function findSimilar(rows: readonly UnknownRow[], names: readonly KnownName[]): Found[] {
  const known = new SimilarNames(names);
  return rows.flatMap(({ rowNumber, nameKey }) =>
    known.find(nameKey, LEAST_SIMILAR, MOST_CANDIDATES).map(({ of, score }) => ({
      rowNumber,
      initiativeId: of,
      kind: 'SIMILAR' as const,
      score: Math.min(score, SCORES.SIMILAR),
    })),
  );
}
