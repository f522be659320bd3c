import { Injectable } from '@nestjs/common';
import { ConflictError, idFrom, type TenantTx, UnitOfWork, withIdempotency } from '@pilotage/platform';
import type { RequestContext } from '@pilotage/tenancy';
import { noteAct } from './import-acts.js';
import { beginRound, orOneAtATime, requireImport } from './import-round.js';
import { findFinishedAfter, findHalfDone } from './import.queries.js';
import { type ImportId, type ImportRow, isHalfDone, isHalfUndone } from './import.types.js';

/** Pausing an import, and taking one back as a whole. */
@Injectable()
export class ImportStopService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Lets a running import rest after the batch that is in work, until it is started again. Paused again, it stays as it
   * is.
   *
   * @throws NotFoundError
   * @throws ConflictError unless it runs
   */
  async pause(ctx: RequestContext, request: { importId: string }): Promise<ImportId> {
    const id = idFrom<ImportId>(request.importId, 'import');
    return this.unitOfWork.run(ctx, async (tx) => {
      const { state } = await requireImport(tx, id);
      if (state === 'PAUSED') return id;
      if (state !== 'RUNNING')
        throw new ConflictError('The import is not running. Only a running one can be paused.');
      await tx.update('import', { id }, { state: 'PAUSED' });
      await noteAct(tx, id, 'PAUSED');
      return id;
    });
  }

  /**
   * Begins to take back all that an import wrote: the newest one that wrote anything, so that what it found is there to
   * return to. One whose undoing failed half-way goes on. Undone again, it stays as it is.
   *
   * @throws NotFoundError
   * @throws ConflictError when it is not over, wrote nothing, or another one is to be undone or ended first
   */
  async undo(ctx: RequestContext, request: { importId: string; idempotencyKey: string }): Promise<ImportId> {
    const id = idFrom<ImportId>(request.importId, 'import');
    try {
      return await this.unitOfWork.run(ctx, (tx) =>
        withIdempotency(
          tx,
          { mutation: 'undoImport', key: request.idempotencyKey, input: request },
          async () => {
            const current = await requireImport(tx, id);
            if (current.state === 'UNDOING' || current.state === 'UNDONE') return id;
            const isContinued = isHalfUndone(current);
            if (!isContinued) await refuseUnlessNewest(tx, current);
            await beginRound(tx, current, {
              ...(isContinued ? {} : { pass: 'UNDO', nextRow: 0 }),
              state: 'UNDOING',
              startedBy: ctx.memberId,
            });
            await noteAct(tx, id, 'UNDONE');
            return id;
          },
        ),
      );
    } catch (error) {
      throw orOneAtATime(error);
    }
  }
}

async function refuseUnlessNewest(tx: TenantTx, current: ImportRow): Promise<void> {
  const { state, counts } = current;
  if (state === 'RUNNING' || isHalfDone(current))
    throw new ConflictError('The import is not over. Cancel it first, then undo what it imported.');
  if (state !== 'DONE' && !(state === 'CANCELLED' && counts !== null))
    throw new ConflictError('Nothing of the file was imported, so there is nothing to undo.');
  const open = await findHalfDone(tx);
  if (open)
    throw new ConflictError(`The import of ${open.fileName} stopped half-way. Finish or cancel it first.`);
  const newer = await findFinishedAfter(tx, current);
  if (newer)
    throw new ConflictError(
      `Undo the import of ${newer.fileName} first: it builds on what this one imported.`,
    );
}
