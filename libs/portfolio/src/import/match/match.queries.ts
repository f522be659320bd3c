import type { TenantReadTx } from '@pilotage/platform';
import type { Cursor } from '@pilotage/platform/graphql';
import type { InitiativeId } from '../../initiative/initiative.types.js';
import type { ImportId } from '../import.types.js';
import type { AbsenceChoice, CandidateKind, MatchKind, MatchRow } from './match.types.js';

export interface MatchFilter {
  readonly kind: MatchKind | null;
  /** Only those that somebody should decide. */
  readonly isOpen: boolean;
  /** Only those that count as new ones, also where nothing known is like them. */
  readonly isNew: boolean;
}

/** Rows that are, or may be, an initiative by more than their identity, or the new ones; in the order of rows. */
export function listMatches(
  tx: TenantReadTx,
  importId: ImportId,
  { kind, isOpen, isNew }: MatchFilter,
  after: Cursor | null,
  limit: number,
): Promise<MatchRow[]> {
  return tx.query<MatchRow>(
    `select m.row_number as "rowNumber", m.name, m.unit, m.stage, m.kind, m.score, m.is_open as "isOpen",
            m.is_left_out as "isLeftOut", m.initiative_id as "initiativeId",
            d.row_number is not null as "isDecided", d.split_from_id as "splitFromId"
       from import_match m
       left join import_decision d on d.tenant_id = $1 and d.import_id = $2 and d.row_number = m.row_number
      where m.tenant_id = $1 and m.import_id = $2
        and ${kind === null ? '($7 or m.kind is not null) and $3::text is null' : 'm.kind = $3'}
        and (not $4 or m.is_open) and (not $7 or m.is_open or m.initiative_id is null) and m.row_number > $5
      order by m.row_number limit $6`,
    [tx.ctx.tenantId, importId, kind, isOpen, Number(after?.value ?? 0), limit, isNew],
  );
}

export interface MatchCountRow {
  readonly kind: MatchKind | null;
  readonly isOpen: boolean;
  readonly isNew: boolean;
  readonly count: number;
}

/** Rows that no identity recognises, by kind of their best match and what became of it. */
export const countMatches = (tx: TenantReadTx, importId: ImportId): Promise<MatchCountRow[]> =>
  tx.query<MatchCountRow>(
    `select kind, is_open as "isOpen", is_open or initiative_id is null as "isNew", count(*)::int as count
       from import_match where tenant_id = $1 and import_id = $2 group by 1, 2, 3 order by 1, 2, 3`,
    [tx.ctx.tenantId, importId],
  );

export interface CandidateRow {
  readonly rowNumber: number;
  readonly initiativeId: InitiativeId;
  readonly kind: CandidateKind;
  readonly score: number;
}

/** Best first, at most three a row. */
export const candidatesOf = (
  tx: TenantReadTx,
  importId: ImportId,
  rowNumbers: readonly number[],
): Promise<CandidateRow[]> =>
  tx.query<CandidateRow>(
    `select row_number as "rowNumber", initiative_id as "initiativeId", kind, score from import_candidate
      where tenant_id = $1 and import_id = $2 and row_number = any($3)
      order by row_number, score desc, initiative_id`,
    [tx.ctx.tenantId, importId, rowNumbers],
  );

export interface AbsenceRow {
  readonly initiativeId: InitiativeId;
  readonly choice: AbsenceChoice | null;
  readonly successorId: InitiativeId | null;
  readonly problem: string | null;
}

/** In the order of their keys, which is that of their entry. */
export const listAbsent = (
  tx: TenantReadTx,
  importId: ImportId,
  after: Cursor | null,
  limit: number,
): Promise<(AbsenceRow & { readonly keyNumber: number })[]> =>
  tx.query(
    `select a.initiative_id as "initiativeId", a.choice, a.successor_id as "successorId", a.problem,
            c.key_number as "keyNumber"
       from import_absence a join initiative_current c on c.tenant_id = $1 and c.initiative_id = a.initiative_id
      where a.tenant_id = $1 and a.import_id = $2 and c.key_number > $3
      order by c.key_number limit $4`,
    [tx.ctx.tenantId, importId, Number(after?.value ?? 0), limit],
  );

export async function countAbsent(tx: TenantReadTx, importId: ImportId): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from import_absence where tenant_id = $1 and import_id = $2`,
    [tx.ctx.tenantId, importId],
  );
  return row!.count;
}
