import { Injectable } from '@nestjs/common';
import { BadInputError, ConflictError, idFrom, type TenantTx, UnitOfWork } from '@pilotage/platform';
import type { RequestContext } from '@pilotage/tenancy';
import { z } from 'zod';
import { parseInput } from '../../common/parse-input.js';
import { AT_FIRST, beginRound, deleteFindings, requireImport } from '../import-round.js';
import type { ImportId, ImportRow } from '../import.types.js';
import { countAbsences } from '../slice/absences.js';
import { ABSENCE_CHOICES } from './match.types.js';

const MOST_AT_ONCE = 500;
const id = z.uuid({ error: 'Choose an initiative from the list.' });

const matchDecisions = z.object({
  decisions: z
    .array(
      z
        .object({ rowNumber: z.int(), initiativeId: id.nullish(), splitFromId: id.nullish() })
        .refine(({ initiativeId, splitFromId }) => !initiativeId || !splitFromId, {
          error: 'Only a new initiative is split off from another one.',
          path: ['splitFromId'],
        }),
    )
    .max(MOST_AT_ONCE),
  scoreFrom: z.int().min(0).max(100).nullish(),
});
type Decisions = z.infer<typeof matchDecisions>['decisions'];

const absenceDecision = z
  .object({
    choice: z.enum(ABSENCE_CHOICES).nullish(),
    successorId: id.nullish(),
    initiativeIds: z.array(id).min(1).max(MOST_AT_ONCE).nullish(),
  })
  .refine(({ choice, successorId }) => (choice === 'MERGED') === (successorId != null), {
    error: 'Name the initiative that carries it on, for what was merged and for nothing else.',
    path: ['successorId'],
  });

/** What people say of rows that may be known, and of what a file does not list any more; before it is imported. */
@Injectable()
export class MatchService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Keeps which initiatives rows are, null for new ones and what these were split off from, and begins to say anew what would become of the rows.
   *
   * @param request `scoreFrom`: every similar name that is proposed with this score or more is accepted, too
   * @throws NotFoundError, BadInputError naming the decision
   * @throws ConflictError unless the import is checked
   */
  async decideMatches(
    ctx: RequestContext,
    request: { importId: string; decisions: unknown; scoreFrom?: unknown },
  ): Promise<ImportId> {
    // prettier-ignore
    const importId = idFrom<ImportId>(request.importId, 'import');
    const { decisions, scoreFrom } = parseInput(matchDecisions, request);
    return this.unitOfWork.run(ctx, async (tx) => {
      const current = await requireChecked(tx, importId);
      await refuseUnfit(tx, importId, decisions);
      await store(tx, importId, decisions);
      if (scoreFrom != null) await acceptSimilar(tx, importId, scoreFrom);
      await deleteFindings(tx, importId);
      await beginRound(tx, current, { ...AT_FIRST, state: 'CHECKING', pass: 'CHECK' });
      return importId;
    });
  }

  /**
   * Keeps what absent initiatives have become: these, or all of the list. Null: not known, nothing is recorded.
   *
   * @throws NotFoundError, BadInputError naming the field
   * @throws ConflictError unless the import is checked
   */
  async decideAbsences(
    ctx: RequestContext,
    request: { importId: string; choice?: unknown; successorId?: unknown; initiativeIds?: unknown },
  ): Promise<ImportId> {
    // prettier-ignore
    const importId = idFrom<ImportId>(request.importId, 'import');
    const { choice, successorId, initiativeIds } = parseInput(absenceDecision, request);
    return this.unitOfWork.run(ctx, async (tx) => {
      const { counts } = await requireChecked(tx, importId);
      if (successorId) await refuseSuccessor(tx, importId, successorId);
      const changed = await tx.query(
        `update import_absence set choice = $3, successor_id = $4
          where tenant_id = $1 and import_id = $2 and ($5::uuid[] is null or initiative_id = any($5)) returning initiative_id`,
        [tx.ctx.tenantId, importId, choice ?? null, successorId ?? null, initiativeIds ?? null],
      );
      if (initiativeIds && changed.length < new Set(initiativeIds).size)
        throw new BadInputError('Choose from the initiatives that the file does not list any more.', ['initiativeIds'], 'UNKNOWN'); // prettier-ignore
      const now = { ...counts, ...(await countAbsences(tx, importId)) };
      await tx.update('import', { id: importId }, { counts: JSON.stringify(now) });
      return importId;
    });
  }
}

async function requireChecked(tx: TenantTx, id: ImportId): Promise<ImportRow> {
  const current = await requireImport(tx, id);
  if (current.state === 'CHECKED') return current;
  throw new ConflictError('This can be decided while the file is checked and not imported yet.');
}

/** One row is one initiative, and none that another row is already. */
async function refuseUnfit(tx: TenantTx, importId: ImportId, decisions: Decisions): Promise<void> {
  const fits = await tx.query<{
    position: number;
    isRow: boolean;
    isKnown: boolean;
    isOrigin: boolean;
    isTaken: boolean;
  }>(
    `select (d.position - 1)::int as position,
            m.row_number is not null as "isRow",
            d.id is null or exists (select from initiative_current i where i.tenant_id = $1 and i.initiative_id = d.id) as "isKnown",
            d.origin is null or exists (select from initiative_current i where i.tenant_id = $1 and i.initiative_id = d.origin) as "isOrigin",
            exists (select from import_row r
                     where r.tenant_id = $1 and r.import_id = $2 and r.initiative_id = d.id
                       and not exists (select from import_match o where o.tenant_id = $1 and o.import_id = $2
                                          and o.row_number = r.row_number))
            or exists (select from import_decision o
                        where o.tenant_id = $1 and o.import_id = $2 and o.initiative_id = d.id
                          and o.row_number <> all($3::int[])) as "isTaken"
       from unnest($3::int[], $4::uuid[], $5::uuid[]) with ordinality as d(row_number, id, origin, position)
       left join import_match m on m.tenant_id = $1 and m.import_id = $2 and m.row_number = d.row_number`,
    [
      tx.ctx.tenantId,
      importId,
      decisions.map(({ rowNumber }) => rowNumber),
      decisions.map(({ initiativeId }) => initiativeId ?? null),
      decisions.map(({ splitFromId }) => splitFromId ?? null),
    ],
  );
  const refuse = (position: number, field: string, message: string, reason: string): never => {
    throw new BadInputError(message, ['decisions', String(position), field], reason);
  };
  const chosen = decisions.map(({ initiativeId }) => initiativeId ?? null);
  for (const { position, isRow, isKnown, isOrigin, isTaken } of fits) {
    const id = chosen[position];
    if (!isRow)
      refuse(position, 'rowNumber', 'This row needs no decision: choose one of the list.', 'UNKNOWN');
    if (!isKnown) refuse(position, 'initiativeId', 'There is no such initiative.', 'UNKNOWN');
    if (!isOrigin) refuse(position, 'splitFromId', 'There is no such initiative.', 'UNKNOWN');
    if (isTaken || (id && chosen.indexOf(id) < position))
      refuse(position, 'initiativeId', 'Another row of the file is this initiative. Decide that one first.', 'TAKEN'); // prettier-ignore
  }
}

async function store(tx: TenantTx, importId: ImportId, decisions: Decisions): Promise<void> {
  const last = new Map(decisions.map((decision) => [decision.rowNumber, decision]));
  await tx.query(
    `delete from import_decision where tenant_id = $1 and import_id = $2 and row_number = any($3)`,
    [tx.ctx.tenantId, importId, [...last.keys()]],
  );
  await tx.insert(
    'import_decision',
    [...last.values()].map(({ rowNumber, initiativeId = null, splitFromId = null }) => ({
      importId,
      rowNumber,
      initiativeId,
      splitFromId,
    })),
  );
}

const acceptSimilar = (tx: TenantTx, importId: ImportId, scoreFrom: number): Promise<object[]> =>
  tx.query(
    `insert into import_decision (tenant_id, import_id, row_number, initiative_id)
     select tenant_id, import_id, row_number, initiative_id from import_match
      where tenant_id = $1 and import_id = $2 and is_open and kind = 'SIMILAR' and initiative_id is not null and score >= $3
     on conflict do nothing`,
    [tx.ctx.tenantId, importId, scoreFrom],
  );

/** Neither unknown nor itself gone. */
async function refuseSuccessor(tx: TenantTx, importId: ImportId, successorId: string): Promise<void> {
  const [row] = await tx.query<{ isAbsent: boolean }>(
    `select exists (select from import_absence a where a.tenant_id = $1 and a.import_id = $2
                       and a.initiative_id = i.initiative_id) as "isAbsent"
       from initiative_current i where i.tenant_id = $1 and i.initiative_id = $3`,
    [tx.ctx.tenantId, importId, successorId],
  );
  if (!row) throw new BadInputError('There is no such initiative.', ['successorId'], 'UNKNOWN');
  if (row.isAbsent)
    throw new BadInputError('The file does not list this initiative either. Choose one that goes on.', ['successorId'], 'ABSENT'); // prettier-ignore
}
