import type { RelayDatabase } from '../database/global-database.js';
import { newId } from '../id/id.js';
import type { Logger } from '../observability/logger.js';
import { ON_SAME_WORK } from './pending-work.js';
import { Poller } from './poller.js';
import type { JobRegistry } from './registry.js';
import { nextRun } from './schedule.js';

const POLL_MS = 1_000;
const CLEAN_EVERY_MS = 60 * 60 * 1_000;
const CLEAN_AT_ONCE = 5_000;
const DAY_MS = 24 * 60 * 60 * 1_000;

interface DueTimer {
  id: string;
  tenantId: string | null;
  name: string;
  payload: unknown;
  schedule: string;
  timeZone: string;
}

/** Turns due timers into work. A timer is named after the job it starts; one that was missed runs once. */
export class TimerWheel {
  private readonly poller = new Poller(
    () => this.tick(new Date()),
    POLL_MS,
    (error) => this.log.error({ event: 'timers_failed', err: error }),
  );
  private cleanedAt = 0;

  constructor(
    private readonly database: RelayDatabase,
    private readonly registry: JobRegistry,
    private readonly log: Logger,
  ) {}

  start(): void {
    this.poller.start();
  }

  stop(): Promise<void> {
    return this.poller.stop();
  }

  /** One round; public for specs. */
  async tick(now: Date): Promise<void> {
    await this.database.transaction(async (query) => {
      const due = await query<DueTimer>(
        `select id, tenant_id as "tenantId", name, payload, schedule, time_zone as "timeZone" from timer
          where next_at <= $1 order by next_at limit 100 for update skip locked`,
        [now],
      );
      for (const timer of due) {
        const next = this.nextOf(timer, now);
        const queue = this.registry.find(timer.name)?.queue ?? 'interactive';
        await query(
          `insert into outbox (id, tenant_id, kind, name, queue, payload, identity) values ($1, $2, 'JOB', $3, $4, $5, $6)
           ${ON_SAME_WORK}
           do nothing`,
          [newId(), timer.tenantId, timer.name, queue, JSON.stringify(timer.payload), `timer ${timer.id}`],
        );
        await query('update timer set last_at = $2, next_at = $3 where id = $1', [timer.id, now, next]);
      }
    });
    await this.clean(now.getTime());
  }

  /** A timer that cannot be read runs daily and says so: it must not keep those of all other tenants from running. */
  private nextOf({ id, schedule, timeZone }: DueTimer, now: Date): Date {
    try {
      return nextRun(schedule, timeZone, now);
    } catch (error) {
      this.log.error({ event: 'timer_unreadable', timerId: id, err: error });
      return new Date(now.getTime() + DAY_MS);
    }
  }

  /** What nobody will ask for any more, in pieces that each take a moment: one statement over millions would time out. */
  private async clean(nowMs: number): Promise<void> {
    if (nowMs - this.cleanedAt < CLEAN_EVERY_MS) return;
    for (;;) {
      const gone = await this.database.query(
        `delete from outbox where id in (
           (select id from outbox where state in ('DONE', 'CANCELLED') and finished_at < now() - interval '7 days'
             limit ${CLEAN_AT_ONCE})
           union all
           (select id from outbox where state = 'FAILED' and finished_at < now() - interval '30 days'
             limit ${CLEAN_AT_ONCE}))
         returning id`,
      );
      if (gone.length < CLEAN_AT_ONCE || this.poller.isStopped) break;
    }
    this.cleanedAt = nowMs;
  }
}
