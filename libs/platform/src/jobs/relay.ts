import type { RelayDatabase } from '../database/global-database.js';
import { newId, type ReceiptId } from '../id/id.js';
import type { Logger } from '../observability/logger.js';
import type { QueueName } from './contract.js';
import type { JobRegistry } from './registry.js';
import type { QueueHandle } from './queue-backend.js';

const POLL_MS = 100;
/** At most so many admitted or running rows of one tenant in each queue, so that none can starve another. */
const IN_FLIGHT_PER_TENANT = 4;
const BATCH = 50;
/** An admitted row that no worker claims within this time is admitted again: its queue was lost. */
const ADMISSION_LEASE = `interval '60 seconds'`;
/** A worker's lease is trusted a little longer than it says, for clocks and pauses. */
const LEASE_GRACE = `interval '2 seconds'`;

interface AdmittedRow {
  receiptId: ReceiptId;
  admission: number;
  name: string;
  queue: QueueName;
}

/**
 * Moves work from the outbox into BullMQ: round-robin over tenants, a few in flight each, so the queue only ever holds a
 * short, fair list. Any number of relays may run; rows are taken with SKIP LOCKED.
 */
export class Relay {
  private timer: NodeJS.Timeout | null = null;
  private isStopped = false;
  private current: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: RelayDatabase,
    private readonly queues: ReadonlyMap<QueueName, QueueHandle>,
    private readonly registry: JobRegistry,
    private readonly log: Logger,
  ) {}

  start(): void {
    const poll = (): void => {
      this.current = this.tick()
        .catch((error: Error) => this.log.error({ event: 'relay_failed', err: error }))
        .then(() => {
          if (!this.isStopped) this.timer = setTimeout(poll, POLL_MS);
        });
    };
    poll();
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.current;
  }

  /** One round; public for specs. */
  async tick(): Promise<void> {
    await this.recover();
    await this.fanOutEvents();
    const rows = await this.admit();
    for (const row of rows) {
      await this.queues.get(row.queue)!.add(row.name, { receiptId: row.receiptId, admission: row.admission });
    }
  }

  /** Work whose worker or queue died is pending again. Where its identity already waits, that one does the work. */
  private async recover(): Promise<void> {
    const rows = await this.database.query<{ id: string }>(
      `update outbox o set
              state = case when o.identity is not null and exists (
                         select from outbox p where p.tenant_id is not distinct from o.tenant_id and p.name = o.name
                            and p.identity = o.identity and p.state = 'PENDING') then 'DONE' else 'PENDING' end,
              finished_at = case when o.identity is not null and exists (
                         select from outbox p where p.tenant_id is not distinct from o.tenant_id and p.name = o.name
                            and p.identity = o.identity and p.state = 'PENDING') then now() end,
              lease_until = null
        where o.id in (select id from outbox where state in ('ADMITTED', 'RUNNING') and lease_until < now() - ${LEASE_GRACE}
                       limit ${BATCH} for update skip locked)
        returning o.id`,
    );
    if (rows.length > 0) this.log.warn({ event: 'jobs_recovered', receiptIds: rows.map((row) => row.id) });
  }

  /** An event becomes one job for each of its handlers. */
  private async fanOutEvents(): Promise<void> {
    await this.database.transaction(async (query) => {
      const events = await query<{
        id: string;
        tenantId: string | null;
        name: string;
        payload: unknown;
        identity: string | null;
      }>(
        `select id, tenant_id as "tenantId", name, payload, identity from outbox
          where state = 'PENDING' and kind = 'EVENT' order by created_at limit ${BATCH} for update skip locked`,
      );
      if (events.length === 0) return;
      const jobs = events.flatMap((event) =>
        this.registry.subscribersOf(event.name).map((name) => ({
          id: newId(),
          tenant_id: event.tenantId,
          name,
          queue: this.registry.find(name)!.queue,
          payload: event.payload,
          identity: event.identity,
        })),
      );
      await query(
        `insert into outbox (id, tenant_id, kind, name, queue, payload, identity)
         select distinct on (r.tenant_id, r.name, coalesce(r.identity, r.id::text)) r.id, r.tenant_id, 'JOB', r.name, r.queue, r.payload, r.identity
           from jsonb_to_recordset($1::jsonb)
                as r(id uuid, tenant_id uuid, name text, queue text, payload jsonb, identity text)
         on conflict (coalesce(tenant_id, '00000000-0000-0000-0000-000000000000'), name, identity)
               where state = 'PENDING' and identity is not null
         do update set payload = excluded.payload`,
        [JSON.stringify(jobs)],
      );
      await query(`update outbox set state = 'DONE', finished_at = now() where id = any($1)`, [
        events.map((event) => event.id),
      ]);
    });
  }

  /**
   * Marks rows as admitted before they are put into BullMQ: if the process dies in between, the lease brings them back.
   */
  private async admit(): Promise<AdmittedRow[]> {
    return this.database.query<AdmittedRow>(
      `with in_flight as (
         select tenant_id, queue, count(*) as n from outbox where state in ('ADMITTED', 'RUNNING') group by tenant_id, queue
       ), candidate as (
         select o.id, row_number() over (partition by o.tenant_id, o.queue order by o.created_at) + coalesce(f.n, 0) as turn
           from outbox o left join in_flight f on f.tenant_id is not distinct from o.tenant_id and f.queue = o.queue
          where o.state = 'PENDING' and o.kind = 'JOB' and (o.not_before is null or o.not_before <= now())
       ), chosen as (
         select o.id from outbox o join candidate c on c.id = o.id
          where c.turn <= ${IN_FLIGHT_PER_TENANT} and o.state = 'PENDING'
          order by c.turn, o.created_at limit ${BATCH} for update of o skip locked
       )
       update outbox o set state = 'ADMITTED', admission = o.admission + 1, lease_until = now() + ${ADMISSION_LEASE}
         from chosen where o.id = chosen.id
       returning o.id as "receiptId", o.admission, o.name, o.queue`,
    );
  }
}
