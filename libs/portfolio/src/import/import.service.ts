import { Injectable } from '@nestjs/common';
import { BadInputError, ConflictError, NotFoundError, type TenantTx, UnitOfWork, violatesUnique, withIdempotency, idFrom } from '@pilotage/platform'; // prettier-ignore
import { type RequestContext, SettingsService } from '@pilotage/tenancy';
import { parseInput } from '../common/parse-input.js';
import { processImport } from './import.jobs.js';
import { lockImport } from './import.queries.js';
import { type ImportId, type ImportPass, type ImportRow, isHalfDone, NO_COUNTS } from './import.types.js';
import { importMapping } from './mapping/mapping.js';
import { checkMapping } from './mapping/mapping.rules.js';

/** Checking an import and starting it; the work itself is done by slices in the worker. */
@Injectable()
export class ImportService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: SettingsService,
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
      const current = await require(tx, id);
      if (current.state === 'RUNNING')
        throw new ConflictError('The import is running. Wait until it is done.');
      if (current.state === 'DONE')
        throw new ConflictError(
          'The import is done. Upload the file again to import it with another mapping.',
        );
      if (current.state === 'CANCELLED') throw wasCancelled();
      if (current.pass === 'RUN')
        throw new ConflictError(
          'The import stopped half-way. Start it again to finish it with the mapping it has.',
        );
      const problem = checkMapping(mapping, current.columns, await this.settings.today(tx));
      if (problem) throw new BadInputError(problem.message, problem.path);
      await deleteFindings(tx, id);
      await begin(tx, current, 'IDENTIFY', {
        state: 'CHECKING',
        mapping: JSON.stringify(mapping),
        asOfOn: mapping.asOfOn,
        completeSince: mapping.completeSince ?? null,
        livingOnly: mapping.livingOnly,
      });
      return id;
    });
  }

  /**
   * Begins the import as checked; one that failed half-way goes on where it stopped.
   *
   * @throws NotFoundError
   * @throws ConflictError when it was not checked, or another import of the organisation is running
   */
  async start(ctx: RequestContext, request: { importId: string; idempotencyKey: string }): Promise<ImportId> {
    const id = idFrom<ImportId>(request.importId, 'import');
    try {
      return await this.unitOfWork.run(ctx, (tx) =>
        withIdempotency(
          tx,
          { mutation: 'startImport', key: request.idempotencyKey, input: request },
          async () => {
            const current = await require(tx, id);
            const isContinued = isHalfDone(current);
            if (current.state !== 'CHECKED' && !isContinued) throw notStartable(current);
            if (!isContinued) await deleteFindings(tx, id);
            await begin(tx, current, 'RUN', { state: 'RUNNING', startedBy: ctx.memberId }, isContinued);
            return id;
          },
        ),
      );
    } catch (error) {
      if (violatesUnique(error, 'import_one_running'))
        throw new ConflictError('Another import of your organisation is running. Wait until it is done, and start again.'); // prettier-ignore
      throw error;
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
      const current = await require(tx, id);
      if (current.state === 'CANCELLED') return id;
      if (current.state === 'DONE') throw new ConflictError('The import is done. What it imported stays.');
      const hasRun = current.state === 'RUNNING' || isHalfDone(current);
      if (!hasRun) await discardFile(tx, id);
      const end = { state: 'CANCELLED', pass: null, error: null, finishedAt: new Date() };
      await tx.update('import', { id }, end);
      return id;
    });
  }
}

async function deleteFindings(tx: TenantTx, id: ImportId): Promise<void> {
  await tx.query(`delete from import_finding where tenant_id = $1 and import_id = $2`, [tx.ctx.tenantId, id]);
}

/** Leaves of the file its name, its size and the day it came; columns and mapping repeat what stands in it. */
async function discardFile(tx: TenantTx, id: ImportId): Promise<void> {
  await deleteFindings(tx, id);
  await tx.query(`delete from import_row where tenant_id = $1 and import_id = $2`, [tx.ctx.tenantId, id]);
  await tx.update('import', { id }, { columns: '[]', mapping: null, counts: null });
}

async function require(tx: TenantTx, id: ImportId): Promise<ImportRow> {
  const current = await lockImport(tx, id);
  if (!current) throw new NotFoundError('import');
  return current;
}

async function begin(
  tx: TenantTx,
  { id, round, nextRow, counts }: ImportRow,
  pass: ImportPass,
  values: object,
  isContinued = false,
): Promise<void> {
  await tx.update(
    'import',
    { id },
    {
      ...values,
      pass,
      round: round + 1,
      nextRow: isContinued ? nextRow : 0,
      counts: JSON.stringify(isContinued ? counts : NO_COUNTS),
      error: null,
      finishedAt: null,
    },
  );
  tx.enqueue(processImport, { tenantId: tx.ctx.tenantId, importId: id, round: round + 1 });
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
