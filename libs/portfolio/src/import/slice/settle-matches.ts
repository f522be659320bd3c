import type { TenantTx } from '@pilotage/platform';
import type { ImportId } from '../import.types.js';
import { type Candidate, type Decision, settle } from '../match/settle.js';
import { firstAndLast, type SliceRow } from './slice-setting.js';

interface OfRow {
  readonly rowNumber: number;
}

/** Decides which initiatives rows are taken for, given what people decided so far; three statements for all of them. */
export async function settleMatches(
  tx: TenantTx,
  importId: ImportId,
  rows: readonly SliceRow[],
): Promise<void> {
  const candidates = Map.groupBy(await readCandidates(tx, importId, rows), ({ rowNumber }) => rowNumber);
  const decisions = new Map(
    (await readDecisions(tx, importId, rows)).map((decision) => [decision.rowNumber, decision]),
  );
  const settled = rows.map(({ rowNumber }) => ({
    rowNumber,
    ...settle(candidates.get(rowNumber) ?? [], decisions.get(rowNumber) ?? null),
  }));
  await tx.query(
    `update import_match m set kind = s.kind, score = s.score, initiative_id = s."initiativeId", is_open = s."isOpen"
       from jsonb_to_recordset($3::jsonb)
              as s("rowNumber" int, kind text, score smallint, "initiativeId" uuid, "isOpen" boolean)
      where m.tenant_id = $1 and m.import_id = $2 and m.row_number = s."rowNumber"
        and m.row_number between $4 and $5`,
    [tx.ctx.tenantId, importId, JSON.stringify(settled), ...firstAndLast(rows)],
  );
}

/**
 * A row that shares its identity has rivals of its own kind: which of its like it is, only people can tell. Both tables are
 * bound to the batch: while statistics know little of them, one would be read as a whole for each row of the other.
 */
const readCandidates = (
  tx: TenantTx,
  importId: ImportId,
  rows: readonly SliceRow[],
): Promise<(Candidate & OfRow)[]> =>
  tx.query<Candidate & OfRow>(
    `select c.row_number as "rowNumber", c.initiative_id as "initiativeId", c.kind, c.score,
            case when m.is_shared then c.score else (select o.score from import_candidate o
              where o.tenant_id = $1 and o.import_id = $2 and o.initiative_id = c.initiative_id and o.row_number <> c.row_number
                and not exists (select from import_decision d
                                 where d.tenant_id = $1 and d.import_id = $2 and d.row_number = o.row_number offset 0)
              order by o.score desc limit 1) end as "rivalScore",
            exists (select from import_decision d
                     where d.tenant_id = $1 and d.import_id = $2 and d.initiative_id = c.initiative_id
                       and d.row_number <> c.row_number) as "isTaken"
       from import_candidate c
       join import_match m on m.tenant_id = $1 and m.import_id = $2 and m.row_number = c.row_number
                          and m.row_number between $3 and $4
      where c.tenant_id = $1 and c.import_id = $2 and c.row_number between $3 and $4
      order by c.row_number, c.score desc, c.initiative_id`,
    [tx.ctx.tenantId, importId, ...firstAndLast(rows)],
  );

/**
 * What was decided for an initiative that another row is by its identity, after a change of the mapping, is void. That row
 * is looked up for each decision: as a join, which the offset prevents, it could be searched for in the whole file.
 */
const readDecisions = (
  tx: TenantTx,
  importId: ImportId,
  rows: readonly SliceRow[],
): Promise<(Decision & OfRow)[]> =>
  tx.query<Decision & OfRow>(
    `select d.row_number as "rowNumber", d.initiative_id as "initiativeId" from import_decision d
      where d.tenant_id = $1 and d.import_id = $2 and d.row_number between $3 and $4
        and not exists (select from import_row r
                         where r.tenant_id = $1 and r.import_id = $2 and r.initiative_id = d.initiative_id
                           and not exists (select from import_match m
                                            where m.tenant_id = $1 and m.import_id = $2 and m.row_number = r.row_number)
                        offset 0)`,
    [tx.ctx.tenantId, importId, ...firstAndLast(rows)],
  );
