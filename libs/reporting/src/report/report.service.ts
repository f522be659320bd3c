import { Injectable } from '@nestjs/common';
import { type Day } from '@pilotage/analytics';
import {
  BadInputError,
  newId,
  NotFoundError,
  type TenantContext,
  type TenantTx,
  UnitOfWork,
  withIdempotency,
} from '@pilotage/platform';
import { SettingsService, UnitService } from '@pilotage/tenancy';
import { PERIOD_QUARTERS, periodQuarters } from '../period/period.js';
import { type PortfolioFilter, readScopes } from '../period/scope.js';
import { beganQuarter } from '../reading/page-reader.js';
import { computeReportJob } from './report.jobs.js';
import { findReports } from './report.queries.js';
import { type ReportId, type ReportKind, type ReportRequest } from './report.js';

export interface NewReport {
  readonly idempotencyKey: string;
  readonly kind: ReportKind;
  /** Any day of the period's last quarter. */
  readonly quarterOf: Day;
  readonly filter: PortfolioFilter;
  /** Now when absent; what is later than now is now. */
  readonly knownAt: Date | null;
}

/** Asking for reports. What they are of is fixed here; a job computes them. */
@Injectable()
export class ReportService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: SettingsService,
    private readonly units: UnitService,
  ) {}

  /**
   * Settles the tenant's history, so that what is known at the report's instant never changes again, and queues the work.
   *
   * @throws BadInputError for a quarter that had not begun then, or an instant before the tenant was made
   * @throws NotFoundError for a unit that was not known then
   */
  request(ctx: TenantContext, { idempotencyKey, ...wanted }: NewReport): Promise<ReportId> {
    return this.unitOfWork.run(ctx, (tx) =>
      withIdempotency(tx, { mutation: 'requestReport', key: idempotencyKey, input: wanted }, async () => {
        const settledAt = await tx.history.settle();
        const knownAt = wanted.knownAt && wanted.knownAt < settledAt ? wanted.knownAt : settledAt;
        const timeline = await this.settings.timeline(tx, knownAt);
        const today = timeline.todayAt(knownAt);
        const quarter = beganQuarter(timeline, wanted.quarterOf, today);
        await readScopes(tx, { units: this.units, filter: wanted.filter, knownAt, own: null }, [quarter.to]);
        const [first] = periodQuarters(timeline, quarter.to, PERIOD_QUARTERS, today);
        const fromOn = wanted.kind === 'TIME_TO_PRODUCTION' ? quarter.from : (first ?? quarter).from;
        return this.insert(tx, { kind: wanted.kind, filter: wanted.filter, quarter, knownAt }, fromOn, null);
      }),
    );
  }

  /**
   * Computes a stored report once more, as a report of its own that names the first.
   *
   * @throws NotFoundError for no such report, BadInputError for one that is not stored yet
   */
  rerun(ctx: TenantContext, reportId: ReportId, idempotencyKey: string): Promise<ReportId> {
    return this.unitOfWork.run(ctx, (tx) =>
      withIdempotency(tx, { mutation: 'rerunReport', key: idempotencyKey, input: { reportId } }, async () => {
        const [first] = await findReports(tx, [reportId]);
        if (!first) throw new NotFoundError('report');
        if (!first.manifest)
          throw new BadInputError('This report is not stored yet. Wait for it, then run it again.', [
            'reportId',
          ]);
        return this.insert(tx, first, first.manifest.from, first.rerunOf ?? first.id);
      }),
    );
  }

  private async insert(
    tx: TenantTx,
    { kind, quarter, filter, knownAt }: ReportRequest,
    fromOn: Day,
    rerunOf: ReportId | null,
  ): Promise<ReportId> {
    const id = newId<'Report'>();
    const receiptId = tx.enqueue(computeReportJob, { tenantId: tx.ctx.tenantId, reportId: id });
    await tx.insert('report', {
      id,
      kind,
      fromOn,
      toOn: quarter.to,
      quarter,
      filter,
      knownAt,
      receiptId,
      requestedAt: new Date(),
      requestedBy: tx.ctx.memberId,
      rerunOf,
    });
    return id;
  }
}
