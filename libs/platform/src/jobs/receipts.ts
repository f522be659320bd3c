import type { RelayDatabase } from '../database/global-database.js';
import type { ReceiptId, TenantId } from '../id/id.js';
import type { RunnableJob } from './registry.js';

/** An admission of one outbox row: what BullMQ carries. Never more than ids. */
export interface Admission {
  receiptId: ReceiptId;
  admission: number;
}

export interface ClaimedWork {
  tenantId: TenantId | null;
  name: string;
  payload: unknown;
  attempt: number;
}

/** The states an outbox row goes through once it was admitted. Every change is a compare-and-set on its admission number. */
export class Receipts {
  constructor(private readonly relay: RelayDatabase) {}

  /** The work, for exactly one caller per admission; null when it was overtaken. */
  async claim({ receiptId, admission }: Admission, leaseMs: number): Promise<ClaimedWork | null> {
    const [row] = await this.relay.query<ClaimedWork>(
      `update outbox set state = 'RUNNING', attempts = attempts + 1, lease_until = now() + $3 * interval '1 ms'
        where id = $1 and admission = $2 and state = 'ADMITTED'
        returning tenant_id as "tenantId", name, payload, attempts as attempt`,
      [receiptId, admission, leaseMs],
    );
    return row ?? null;
  }

  /** False when the work was given to somebody else meanwhile. */
  async renew(
    { receiptId, admission }: Admission,
    leaseMs: number,
    done?: number,
    total?: number,
  ): Promise<boolean> {
    const rows = await this.relay.query(
      `update outbox set lease_until = now() + $3 * interval '1 ms',
              done_steps = coalesce($4, done_steps), total_steps = coalesce($5, total_steps)
        where id = $1 and admission = $2 and state = 'RUNNING' returning id`,
      [receiptId, admission, leaseMs, done ?? null, total ?? null],
    );
    return rows.length > 0;
  }

  async finish(admission: Admission): Promise<void> {
    await this.relay.query(
      `update outbox set state = 'DONE', finished_at = now(), lease_until = null, error = null
        where id = $1 and admission = $2 and state = 'RUNNING'`,
      [admission.receiptId, admission.admission],
    );
  }

  /** The next slice: pending again behind whoever waits, with a fresh count of attempts. */
  async continueWith(admission: Admission, payload: unknown): Promise<void> {
    await this.backToPending(admission, { payload, delayMs: 0, error: null, isNewSlice: true });
  }

  /** Pending again after the policy's delay. */
  async retry(admission: Admission, work: ClaimedWork, job: RunnableJob, error: string): Promise<void> {
    const delayMs = job.retry.firstDelayMs * 2 ** (work.attempt - 1);
    await this.backToPending(admission, { payload: work.payload, delayMs, error, isNewSlice: false });
  }

  /** Failed for good. */
  async fail({ receiptId, admission }: Admission, error: string): Promise<void> {
    await this.relay.query(
      `update outbox set state = 'FAILED', finished_at = now(), lease_until = null, error = left($3, 2000)
        where id = $1 and admission = $2 and state = 'RUNNING'`,
      [receiptId, admission, error],
    );
  }

  /** Put back untouched: this worker does not know the job (a newer api runs already) or is about to stop. */
  async putBack({ receiptId, admission }: Admission, delayMs: number): Promise<void> {
    await this.backToPending(
      { receiptId, admission },
      { payload: null, delayMs, error: null, isNewSlice: true },
    );
  }

  /**
   * Only one row of an identity may be pending. Where a newer one waits already, it covers this one's work, so this
   * one is done.
   */
  private async backToPending(
    { receiptId, admission }: Admission,
    next: { payload: unknown; delayMs: number; error: string | null; isNewSlice: boolean },
  ): Promise<void> {
    const mine = [receiptId, admission];
    try {
      await this.relay.query(
        `update outbox set state = 'PENDING', lease_until = null, payload = coalesce($3::jsonb, payload),
                not_before = now() + $4::int * interval '1 ms',
                error = left($5, 2000), attempts = case when $6 then 0 else attempts end
          where id = $1 and admission = $2 and state in ('RUNNING', 'ADMITTED')`,
        [
          ...mine,
          next.payload === null ? null : JSON.stringify(next.payload),
          next.delayMs,
          next.error,
          next.isNewSlice,
        ],
      );
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === '23505')) throw error;
      await this.relay.query(
        `update outbox set state = 'DONE', finished_at = now(), lease_until = null
          where id = $1 and admission = $2 and state in ('RUNNING', 'ADMITTED')`,
        mine,
      );
    }
  }
}
