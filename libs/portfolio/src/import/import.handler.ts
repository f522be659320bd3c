import { DomainError } from '@pilotage/platform';
import { Again, Handles, type JobHandlerClass, type JobRun } from '@pilotage/platform/jobs';
import { type ImportRound, processImport } from './import.jobs.js';
import { ImportSlicer } from './slice/import-slicer.js';

@Handles(processImport)
export class ImportHandler implements JobHandlerClass<ImportRound> {
  constructor(private readonly slicer: ImportSlicer) {}

  async handle(payload: ImportRound, run: JobRun): Promise<void | Again<ImportRound>> {
    const outcome = await this.slicer.slice(run.ctx, payload);
    if (outcome.kind === 'over') return;
    await run.progress(outcome.done, outcome.total);
    return new Again(payload);
  }

  async gaveUp(payload: ImportRound, run: JobRun, error: Error): Promise<void> {
    await this.slicer.giveUp(run.ctx, payload, reasonOf(error, run));
  }
}

/** Only messages made for people are shown; others may hold data. */
const reasonOf = (error: unknown, { receiptId }: JobRun): string =>
  error instanceof DomainError
    ? error.message
    : `The import stopped by a fault of ours. Start it again; if it persists, tell your admin this id: ${receiptId}.`;
