import type { IdentityPool } from './identity-pool.js';

export interface LimitRule {
  /** Seconds. */
  readonly window: number;
  /** Attempts allowed within one window. */
  readonly max: number;
}

export interface LimitAnswer {
  readonly allowed: boolean;
  /** Seconds until the window ends; null when allowed. */
  readonly retryAfter: number | null;
}

const SWEEP_EVERY = 500;

/** Counts attempts by key, for all api processes together. One upsert decides, so concurrent attempts cannot slip through. */
export class AttemptLimits {
  private untilSweep = SWEEP_EVERY;

  constructor(private readonly pool: IdentityPool) {}

  async consume(key: string, rule: LimitRule): Promise<LimitAnswer> {
    const { rows } = await this.pool.query<{ count: number; retryAfter: number }>(
      `insert into identity.attempt (key, count, window_ends_at) values ($1, 1, now() + make_interval(secs => $2))
       on conflict (key) do update set
         count = case when attempt.window_ends_at <= now() then 1 else attempt.count + 1 end,
         window_ends_at = case when attempt.window_ends_at <= now() then excluded.window_ends_at else attempt.window_ends_at end
       returning count, greatest(1, ceil(extract(epoch from window_ends_at - now())))::int as "retryAfter"`,
      [key, rule.window],
    );
    await this.sweepSometimes();
    const { count, retryAfter } = rows[0]!;
    const allowed = count <= rule.max;
    return { allowed, retryAfter: allowed ? null : retryAfter };
  }

  async forget(key: string): Promise<void> {
    await this.pool.query('delete from identity.attempt where key = $1', [key]);
  }

  /** Deletes windows that ended; else there would be a row for every address that was ever typed. */
  private async sweepSometimes(): Promise<void> {
    this.untilSweep -= 1;
    if (this.untilSweep > 0) return;
    this.untilSweep = SWEEP_EVERY;
    await this.pool.query('delete from identity.attempt where window_ends_at < now()');
  }
}
