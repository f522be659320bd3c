import { DomainError } from '../errors/domain-error.js';
import type { TenantContext } from '../context/tenant-context.js';
import { withLogScope } from '../context/log-scope.js';
import type { Logger } from '../observability/logger.js';
import { Again, type JobRun } from './handler.js';
import { NO_TENANT } from './pending-work.js';
import type { Admission, ClaimedWork, Receipts } from './receipts.js';
import type { JobRegistry, RunnableJob } from './registry.js';

/** An unknown job is put back for a worker that knows it: api and worker are deployed one after the other. */
const UNKNOWN_JOB_DELAY_MS = 5_000;

/** Runs one admission: claim, handle, and say on the receipt what came of it. */
export class JobRunner {
  private readonly stopping = new AbortController();

  constructor(
    private readonly registry: JobRegistry,
    private readonly receipts: Receipts,
    private readonly log: Logger,
  ) {}

  stop(): void {
    this.stopping.abort(new Error('The worker stops.'));
  }

  async run(name: string, admission: Admission): Promise<void> {
    const job = this.registry.find(name);
    if (!job) {
      this.log.warn({ event: 'unknown_job', name });
      return this.receipts.putBack(admission, UNKNOWN_JOB_DELAY_MS);
    }
    const work = await this.receipts.claim(admission, job.leaseMs);
    if (!work) return;
    const scope = { receiptId: admission.receiptId, ...(work.tenantId ? { tenantId: work.tenantId } : {}) };
    await withLogScope(scope, () => this.perform(job, work, admission));
  }

  private async perform(job: RunnableJob, work: ClaimedWork, admission: Admission): Promise<void> {
    const heartbeat = setInterval(() => {
      this.receipts.renew(admission, job.leaseMs).catch((error: Error) => {
        this.log.warn({ event: 'lease_not_renewed', message: error.message });
      });
    }, job.leaseMs / 3);
    const startedAt = performance.now();
    try {
      // Attempts that failed are counted out by `failed`; what is beyond them died, and would take this worker along.
      if (work.attempt > job.retry.attempts)
        throw new Error('Every worker that tried this work died over it.');
      const payload = job.contract.payload.parse(work.payload);
      const outcome = await job.handler.handle(payload, this.runOf(job, work, admission));
      if (outcome instanceof Again) await this.receipts.continueWith(admission, outcome.payload);
      else await this.receipts.finish(admission);
      this.log.debug({ event: 'job_done', name: job.name, ms: Math.round(performance.now() - startedAt) });
    } catch (error) {
      await this.failed(job, work, admission, error as Error);
    } finally {
      clearInterval(heartbeat);
    }
  }

  private async failed(
    job: RunnableJob,
    work: ClaimedWork,
    admission: Admission,
    error: Error,
  ): Promise<void> {
    if (this.stopping.signal.aborted) return this.receipts.putBack(admission, 0);
    const isFinal = error instanceof DomainError && error.code !== 'CONFLICT';
    // Only messages made for people go on the receipt; the rest may hold data.
    const said =
      error instanceof DomainError
        ? error.message
        : 'The work failed by a fault of ours. The log has the details under this receipt.';
    const isOver = isFinal || work.attempt >= job.retry.attempts;
    const outcome = isOver ? 'failed' : 'retry';
    this.log.error({ event: 'job_failed', name: job.name, attempt: work.attempt, outcome, err: error });
    if (!isOver) return this.receipts.retry(admission, work, job, said);
    // First, and not caught: if this fails, the lease ends and it is tried again.
    const payload = job.contract.payload.safeParse(work.payload);
    if (payload.success) await job.handler.gaveUp?.(payload.data, this.runOf(job, work, admission), error);
    await this.receipts.fail(admission, said);
  }

  private runOf(job: RunnableJob, work: ClaimedWork, admission: Admission): JobRun {
    const ctx: TenantContext = {
      tenantId: work.tenantId ?? NO_TENANT,
      memberId: null,
      requestId: admission.receiptId,
    };
    return {
      ctx,
      receiptId: admission.receiptId,
      attempt: work.attempt,
      signal: this.stopping.signal,
      progress: async (done, total) => {
        const isOurs = await this.receipts.renew(admission, job.leaseMs, done, total);
        if (!isOurs) throw new Error('Another worker took this work over.');
      },
    };
  }
}
