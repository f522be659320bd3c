import { Injectable } from '@nestjs/common';
import { type Day, minDay } from '@pilotage/analytics';
import { newId, type TenantContext, type TenantTx, UnitOfWork } from '@pilotage/platform';
import { nextRun } from '@pilotage/platform/jobs';
import { type SettingsTimeline, SettingsService } from '@pilotage/tenancy';
import { FACT_QUARTERS, periodQuarters } from '../period/period.js';
import { FACT_COLUMNS } from './fact.js';
import { refreshFacts } from './fact.jobs.js';

/** Marks taken in one transaction: some 50 ms of work with eight quarters each. */
const MARKS_PER_TRANSACTION = 500;
/** A slice gives way to others after this long. */
const SLICE_MS = 200;

/** Keeps the facts of a tenant equal to its history. */
@Injectable()
export class FactRefresher {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: SettingsService,
  ) {}

  /** Works for one slice. Returns whether something is left to do. */
  async refresh(ctx: TenantContext): Promise<boolean> {
    const until = performance.now() + SLICE_MS;
    for (;;) {
      const isMore = await this.unitOfWork.run(ctx, (tx) => this.refreshSome(tx));
      if (!isMore) return false;
      if (performance.now() >= until) return true;
    }
  }

  /** After a changed setting: the day may begin at another time from now on. */
  async refreshByNewSettings(ctx: TenantContext): Promise<boolean> {
    await this.unitOfWork.run(ctx, async (tx) => wakeDaily(tx, await this.settings.timeline(tx)));
    return this.refresh(ctx);
  }

  /** Drops the facts, to be computed anew from history. Pages show how many initiatives are still missing. */
  async rebuild(ctx: TenantContext): Promise<void> {
    await this.unitOfWork.run(ctx, async (tx) => {
      await lockFacts(tx);
      await tx.query('delete from initiative_quarter where tenant_id = $1', [ctx.tenantId]);
      await tx.query('delete from fact_calendar where tenant_id = $1', [ctx.tenantId]);
      tx.enqueue(refreshFacts, { tenantId: ctx.tenantId });
    });
  }

  /**
   * One refresher per tenant at a time. Under READ COMMITTED the facts are computed by a younger snapshot than the one
   * the marks were read by, so they hold at least what was marked; what commits meanwhile left a mark of its own.
   */
  private async refreshSome(tx: TenantTx): Promise<boolean> {
    await lockFacts(tx);
    const ends = await this.adoptCalendar(tx);
    const marks = await tx.query<{ id: string; initiativeId: string; fromOn: Day }>(
      `select id, initiative_id as "initiativeId", from_on as "fromOn" from change_log
        where tenant_id = $1 order by initiative_id limit ${MARKS_PER_TRANSACTION}`,
      [tx.ctx.tenantId],
    );
    const [first, ...others] = marks.map(({ fromOn }) => fromOn);
    if (first === undefined) return false;
    const from = minDay(first, ...others);
    const ids = [...new Set(marks.map(({ initiativeId }) => initiativeId))];
    await recompute(
      tx,
      ids,
      ends.filter((end) => end >= from),
    );
    await tx.query('delete from change_log where tenant_id = $1 and id = any ($2::uuid[])', [
      tx.ctx.tenantId,
      marks.map(({ id }) => id),
    ]);
    await tx.query('update fact_calendar set refreshed_at = now() where tenant_id = $1', [tx.ctx.tenantId]);
    return marks.length === MARKS_PER_TRANSACTION;
  }

  /**
   * The quarter ends that facts are kept for, after making up for what changed: a new quarter, another fiscal year, or a
   * tenant without facts. Ends that went are deleted, those that came have every initiative marked.
   */
  private async adoptCalendar(tx: TenantTx): Promise<Day[]> {
    const timeline = await this.settings.timeline(tx);
    const today = timeline.todayAt(new Date());
    const ends = periodQuarters(timeline, today, FACT_QUARTERS, today).map(({ to }) => to);
    const [kept] = await tx.query<{ ends: Day[] }>(
      'select quarter_ends::text[] as ends from fact_calendar where tenant_id = $1',
      [tx.ctx.tenantId],
    );
    const added = ends.filter((end) => !kept?.ends.includes(end));
    const isSame = kept && added.length === 0 && kept.ends.length === ends.length;
    if (isSame) return ends;
    await tx.query('delete from initiative_quarter where tenant_id = $1 and quarter_to <> all ($2::date[])', [
      tx.ctx.tenantId,
      ends,
    ]);
    if (added[0] !== undefined)
      await tx.query(
        `insert into change_log (tenant_id, id, initiative_id, from_on)
         select tenant_id, gen_random_uuid(), id, $2 from initiative where tenant_id = $1`,
        [tx.ctx.tenantId, added[0]],
      );
    await tx.query(
      `insert into fact_calendar (tenant_id, quarter_ends, refreshed_at) values ($1, $2::date[], now())
       on conflict (tenant_id) do update set quarter_ends = excluded.quarter_ends, refreshed_at = excluded.refreshed_at`,
      [tx.ctx.tenantId, ends],
    );
    if (!kept) await wakeDaily(tx, timeline);
    return ends;
  }
}

/** Anybody else who refreshes or rebuilds waits; writers of history and readers of facts do not. */
async function lockFacts(tx: TenantTx): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('facts ' || $1, 0))`, [tx.ctx.tenantId]);
}

const COLUMNS = FACT_COLUMNS.join(', ');

/** Facts from the first of these quarter ends on: all that the history of the initiatives now says, and nothing else. */
async function recompute(
  tx: TenantTx,
  initiativeIds: readonly string[],
  ends: readonly Day[],
): Promise<void> {
  const [first] = ends;
  if (first === undefined) return;
  await tx.query(
    `delete from initiative_quarter
      where tenant_id = $1 and initiative_id = any ($2::uuid[]) and quarter_to >= $3`,
    [tx.ctx.tenantId, initiativeIds, first],
  );
  await tx.query(
    `insert into initiative_quarter (tenant_id, ${COLUMNS})
     select $1, ${COLUMNS} from app.initiative_fact('infinity', $2::date[], $3::uuid[])`,
    [tx.ctx.tenantId, ends, initiativeIds],
  );
}

const AFTER_MIDNIGHT = 'daily 00:01';

/** A quarter begins at the tenant's midnight, when nothing else may be happening. */
async function wakeDaily(tx: TenantTx, timeline: SettingsTimeline): Promise<void> {
  const now = new Date();
  const { timeZone } = timeline.on(timeline.todayAt(now));
  await tx.query(
    `insert into timer (id, tenant_id, name, payload, schedule, time_zone, next_at)
     values ($1, $2, $3, jsonb_build_object('tenantId', $2::uuid), $4, $5, $6)
     on conflict (coalesce(tenant_id, '00000000-0000-0000-0000-000000000000'), name)
     do update set time_zone = excluded.time_zone, next_at = excluded.next_at`,
    [
      newId(),
      tx.ctx.tenantId,
      refreshFacts.name,
      AFTER_MIDNIGHT,
      timeZone,
      nextRun(AFTER_MIDNIGHT, timeZone, now),
    ],
  );
}
