import { Inject } from '@nestjs/common';
import { type Logger, LOGGER, UnitOfWork } from '@pilotage/platform';
import { Handles, type JobHandlerClass, type JobRun } from '@pilotage/platform/jobs';
import { SettingsService, UnitService } from '@pilotage/tenancy';
import { computeReport } from './compute-report.js';
import { type InputSources, readReportInputs } from './report-inputs.js';
import { computeReportJob } from './report.jobs.js';
import { findReports, storeResult } from './report.queries.js';
import { type ReportId } from './report.js';

const STEPS = { read: 1, computed: 2, all: 3 } as const;

/**
 * Reads history in one snapshot, computes outside of any transaction, stores if nobody has. Killed anywhere or run twice
 * it stores one result, since the same instant always gives the same.
 */
@Handles(computeReportJob)
export class ComputeReportHandler implements JobHandlerClass<{ tenantId: string; reportId: string }> {
  private readonly sources: InputSources;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    settings: SettingsService,
    units: UnitService,
    @Inject(LOGGER) private readonly log: Logger,
  ) {
    this.sources = { settings, units };
  }

  async handle({ reportId }: { reportId: string }, { ctx, progress }: JobRun): Promise<void> {
    const startedAt = performance.now();
    const read = await this.unitOfWork.read(ctx, async (tx) => {
      const [report] = await findReports(tx, [reportId]);
      if (!report || report.finishedAt) return null;
      return { report, inputs: await readReportInputs(tx, this.sources, report, report.knownAt) };
    });
    if (!read) return;
    await progress(STEPS.read, STEPS.all);
    const computed = computeReport(read.report, read.inputs);
    await progress(STEPS.computed, STEPS.all);
    await this.unitOfWork.run(ctx, (tx) => storeResult(tx, reportId as ReportId, computed));
    this.log.info({ event: 'report_stored', reportId, ms: Math.round(performance.now() - startedAt) });
  }
}
