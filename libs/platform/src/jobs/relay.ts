import type { RelayDatabase } from '../database/global-database.js';
import { newId, type ReceiptId } from '../id/id.js';
import type { Logger } from '../observability/logger.js';
import { QUEUES, type QueueName } from './contract.js';
import { NO_TENANT, ON_SAME_WORK } from './pending-work.js';
import { Poller } from './poller.js';
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
  private readonly poller = new Poller(
    () => this.tick(),
    POLL_MS,
    (error) => this.log.error({ event: 'relay_failed', err: error }),
  );

  constructor(
    private readonly database: RelayDatabase,
    private readonly queues: ReadonlyMap<QueueName, QueueHandle>,
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
  async tick(): Promise<void> {
    await this.recover();
    await this.fanOutEvents();
    const rows = await this.admit();
    for (const row of rows) {
      await this.queues.get(row.queue)!.add(row.name, { receiptId: row.receiptId, admission: row.admission });
    }
  }

  /**
   * Work whose worker or queue died is pending again. Of one identity only one may be: where another waits already, or
   * died as well, the newest does the work of all.
   */
  private async recover(): Promise<void> {
    const rows = await this.database.query<{ id: string }>(
      `with dead as (
         select id, tenant_id, name, identity, created_at from outbox
          where state in ('ADMITTED', 'RUNNING') and lease_until < now() - ${LEASE_GRACE}
          limit ${BATCH} for update skip locked
       ), judged as (
         select id, identity is not null and (
                  lead(id) over (partition by tenant_id, name, identity order by created_at, id) is not null
                  or exists (select from outbox p where p.tenant_id is not distinct from dead.tenant_id
                                and p.name = dead.name and p.identity = dead.identity and p.state = 'PENDING')
                ) as is_covered
           from dead
       )
       update outbox o set state = case when is_covered then 'DONE' else 'PENDING' end,
                           finished_at = case when is_covered then now() end,
                           lease_until = null
         from judged where o.id = judged.id
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
         ${ON_SAME_WORK}
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
   * Reads the first few rows of each tenant by index, so a tick costs the same whether ten rows wait or a million.
   * The work of a suspended tenant stays where it is.
   */
  private async admit(): Promise<AdmittedRow[]> {
    return this.database.query<AdmittedRow>(ADMIT, [QUEUES]);
  }
}

const TENANT = `coalesce(o.tenant_id, '${NO_TENANT}')`;
const READY_AT = `coalesce(o.not_before, o.created_at)`;
const WAITING = `o.state = 'PENDING' and o.kind = 'JOB'`;

const ADMIT = `
  with recursive waiting (tenant_id) as (
    (select ${TENANT} from outbox o where ${WAITING} order by 1 limit 1)
    union all
    select (select ${TENANT} from outbox o where ${WAITING} and ${TENANT} > w.tenant_id order by 1 limit 1)
      from waiting w where w.tenant_id is not null
  ), candidate as (
    select first_few.id, first_few.ready_at, in_flight.n + first_few.position as turn
      from waiting w
     cross join unnest($1::text[]) q (queue)
     cross join lateral (
       select count(*) as n from outbox o
        where o.state in ('ADMITTED', 'RUNNING') and ${TENANT} = w.tenant_id and o.queue = q.queue
     ) in_flight
     cross join lateral (
       select id, ready_at, row_number() over () as position
         from (select o.id, ${READY_AT} as ready_at from outbox o
                where ${WAITING} and ${TENANT} = w.tenant_id and o.queue = q.queue and ${READY_AT} <= now()
                order by ${TENANT}, o.queue, ${READY_AT} limit ${IN_FLIGHT_PER_TENANT}) ordered
     ) first_few
     where in_flight.n + first_few.position <= ${IN_FLIGHT_PER_TENANT}
       and (w.tenant_id = '${NO_TENANT}' or exists (select from tenant t where t.id = w.tenant_id and t.status = 'ACTIVE'))
  ), locked as materialized (
    -- By key alone: were the state asked for here, a plan made in quieter times would scan all that waits for each row.
    select l.id, l.state from (select id from candidate order by turn, ready_at limit ${BATCH}) c
     cross join lateral (select o.id, o.state from outbox o where o.id = c.id for update skip locked) l
  )
  update outbox o set state = 'ADMITTED', admission = o.admission + 1, lease_until = now() + ${ADMISSION_LEASE}
    from locked where locked.state = 'PENDING' and o.id = locked.id
  returning o.id as "receiptId", o.admission, o.name, o.queue`;
