import { Inject, Injectable, Optional } from '@nestjs/common';
import {
  BadInputError,
  ConflictError,
  idFrom,
  type TenantTx,
  UnitOfWork,
  withIdempotency,
} from '@pilotage/platform';
import { type RequestContext, SettingsService, unitsVersion } from '@pilotage/tenancy';
import { parseInput } from '../common/parse-input.js';
import { ImportTarget } from './import-target.port.js';
import { noteAct } from './import-acts.js';
import {
  AT_FIRST,
  beginRound,
  deleteFindings,
  forgetCheck,
  forgetMatching,
  orOneAtATime,
  requireImport,
} from './import-round.js';
import { type ImportId, type ImportRow, isHalfDone, isOutdated } from './import.types.js';
import { type ImportMapping, importMapping } from './mapping/mapping.js';
import { checkMapping, checkQuestions, type MappingProblem } from './mapping/mapping.rules.js';

/** Checking an import and starting it; the work itself is done by slices in the worker. */
@Injectable()
export class ImportService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: SettingsService,
    @Optional() @Inject(ImportTarget) private readonly target: ImportTarget | null = null,
  ) {}

  /**
   * Stores the mapping and begins a dry run with it.
   *
   * @throws NotFoundError, BadInputError naming the field of the mapping
   * @throws ConflictError while the import runs or when it is done
   */
  async check(ctx: RequestContext, request: { importId: string; mapping: unknown }): Promise<ImportId> {
    const id = idFrom<ImportId>(request.importId, 'import');
    const mapping = parseInput(importMapping, request.mapping, 'mapping');
    return this.unitOfWork.run(ctx, async (tx) => {
      const current = await requireImport(tx, id);
      if (current.state === 'RUNNING')
        throw new ConflictError('The import is running. Wait until it is done.');
      if (current.state === 'DONE')
        throw new ConflictError(
          'The import is done. Upload the file again to import it with another mapping.',
        );
      if (current.state === 'CANCELLED') throw wasCancelled();
      if (isHalfDone(current))
        throw new ConflictError(
          'The import stopped half-way. Start it again to finish it with the mapping it has.',
        );
      refuseUndone(current);
      const problem =
        checkMapping(mapping, current.columns, await this.settings.today(tx)) ??
        (await this.checkQuestionnaire(tx, mapping));
      if (problem) throw new BadInputError(problem.message, problem.path);
      await forgetCheck(tx, id);
      await beginRound(tx, current, {
        ...AT_FIRST,
        state: 'CHECKING',
        pass: 'IDENTIFY',
        mapping: JSON.stringify(mapping),
        asOfOn: mapping.asOfOn,
        completeSince: mapping.completeSince ?? null,
        livingOnly: mapping.livingOnly,
        unitsVersion: await unitsVersion(tx),
      });
      return id;
    });
  }

  private async checkQuestionnaire(
    tx: TenantTx,
    { questionnaire }: ImportMapping,
  ): Promise<MappingProblem | null> {
    if (!questionnaire) return null;
    return checkQuestions(questionnaire, (await this.target?.questionKeys(tx, questionnaire)) ?? null);
  }

  /**
   * Begins the import as checked; one that was paused, or failed half-way, goes on where it stopped.
   *
   * @throws NotFoundError
   * @throws ConflictError when it was not checked by the units as they are, or another import of the organisation is running
   */
  async start(ctx: RequestContext, request: { importId: string; idempotencyKey: string }): Promise<ImportId> {
    const id = idFrom<ImportId>(request.importId, 'import');
    try {
      return await this.unitOfWork.run(ctx, (tx) =>
        withIdempotency(
          tx,
          { mutation: 'startImport', key: request.idempotencyKey, input: request },
          async () => {
            const current = await requireImport(tx, id);
            refuseUndone(current);
            const isContinued = isHalfDone(current);
            if (current.state !== 'CHECKED' && !isContinued) throw notStartable(current);
            if (isOutdated(current, await unitsVersion(tx)))
              throw new ConflictError('Units, or names of theirs, have changed since the check. Check the file again, then start.'); // prettier-ignore
            if (!isContinued) await deleteFindings(tx, id);
            await beginRound(tx, current, {
              ...(isContinued ? { finishedAt: null } : { ...AT_FIRST, pass: 'RUN' }),
              state: 'RUNNING',
              startedBy: ctx.memberId,
            });
            await noteAct(tx, id, isContinued ? 'RESUMED' : 'STARTED');
            return id;
          },
        ),
      );
    } catch (error) {
      throw orOneAtATime(error);
    }
  }

  /**
   * Discards the file of an import that did not run yet; its rows and findings go. One that runs stops after the batch
   * that is in work: what it wrote stays, with its counts. Cancelled again, it stays as it is.
   *
   * @throws NotFoundError
   * @throws ConflictError when it is done
   */
  async cancel(ctx: RequestContext, request: { importId: string }): Promise<ImportId> {
    const id = idFrom<ImportId>(request.importId, 'import');
    return this.unitOfWork.run(ctx, async (tx) => {
      const current = await requireImport(tx, id);
      if (current.state === 'CANCELLED') return id;
      if (current.state === 'DONE')
        throw new ConflictError('The import is done. Undo it to take back what it imported.');
      refuseUndone(current);
      const hasRun = current.state === 'RUNNING' || isHalfDone(current);
      if (!hasRun) await discardFile(tx, id);
      const end = { state: 'CANCELLED', pass: null, error: null, finishedAt: new Date() };
      await tx.update('import', { id }, end);
      await noteAct(tx, id, 'CANCELLED');
      return id;
    });
  }
}

/** Leaves of the file its name, its size and the day it came; columns and mapping repeat what stands in it. */
async function discardFile(tx: TenantTx, id: ImportId): Promise<void> {
  await forgetMatching(tx, id);
  await tx.delete('import_row', { importId: id });
  await tx.update('import', { id }, { columns: '[]', mapping: null, counts: null });
}

/** @throws ConflictError for one that is undone, or on the way there */
function refuseUndone({ state, pass }: ImportRow): void {
  if (state === 'UNDONE' || pass === 'UNDO')
    throw new ConflictError('The import was undone. Upload the file again to import it.');
}

const wasCancelled = (): ConflictError =>
  new ConflictError('The import was cancelled. Upload the file again to import it.');

function notStartable({ state }: ImportRow): ConflictError {
  switch (state) {
    case 'RUNNING':
      return new ConflictError('The import is running already.');
    case 'DONE':
      return new ConflictError('The import is done. Upload the file again to import it once more.');
    case 'CANCELLED':
      return wasCancelled();
    case 'CHECKING':
      return new ConflictError('The check is not finished. Wait for its findings, then start.');
    default:
      return new ConflictError('The import was not checked yet. Map its columns and check it first.');
  }
}
