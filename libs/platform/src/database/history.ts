import type { EntityManager } from 'typeorm';
import type { TenantContext } from '../context/tenant-context.js';
import { ConflictError } from '../errors/domain-error.js';
import { newId } from '../id/id.js';
import { insertRows, type Row } from './insert-rows.js';

/** Thrown when a row to be superseded was recorded later than this transaction's instant; the unit of work repeats with this floor. */
export class InstantTooEarly extends Error {
  constructor(readonly floor: Date) {
    super('A row to be superseded is younger than the instant of this transaction.');
  }
}

export interface InstantLimits {
  /** Not earlier than this: a row to be superseded is as young. */
  floor: Date | null;
  /** Stands for the clock where history is told that was recorded elsewhere, in the past. */
  clock: Date | null;
}

/** A live row and what takes its place; null takes it back. */
export interface Succession {
  readonly liveRowId: string;
  readonly successor: Row | null;
}

/** One key per tenant: writers of history share it, a settling report excludes them for a moment. */
const LOCK_KEY = `hashtextextended('history ' || $1, 0)`;

/**
 * Writes history within one transaction. All its rows carry one instant, so that a later question "as known at T"
 * sees the transaction whole or not at all, in whatever order transactions commit.
 */
export class History {
  private fixed: Date | null = null;

  constructor(
    private readonly ctx: TenantContext,
    private readonly manager: EntityManager,
    private readonly limits: InstantLimits,
  ) {}

  /**
   * The instant of this transaction: the greatest of the clock, the settled instant + 1 ms and the superseded rows' + 1 ms.
   * Takes the tenant's history lock (shared) until the transaction ends.
   */
  async instant(): Promise<Date> {
    if (this.fixed) return this.fixed;
    await this.manager.query(`select pg_advisory_xact_lock_shared(${LOCK_KEY})`, [this.ctx.tenantId]);
    // A statement of its own: its snapshot must be younger than the lock, or it could miss a report that just settled.
    const rows: { at: Date }[] = await this.manager.query(
      `select greatest(coalesce($3::timestamptz, date_trunc('milliseconds', clock_timestamp())),
                       (select settled_at + interval '1 ms' from tenant_clock where tenant_id = $1),
                       $2::timestamptz) as at`,
      [this.ctx.tenantId, this.limits.floor, this.limits.clock],
    );
    this.fixed = rows[0]!.at;
    return this.fixed;
  }

  /** Records new facts. `id` is made where absent; `factId` is the id unless the row continues a known fact. */
  async append(table: string, rows: readonly Row[]): Promise<void> {
    if (rows.length === 0) return;
    const recordedAt = await this.instant();
    await insertRows(
      this.manager,
      table,
      rows.map((row) => {
        const { id = newId(), factId = id } = row as { id?: string; factId?: string };
        return {
          ...row,
          id,
          factId,
          recordedAt,
          recordedBy: this.ctx.memberId,
          tenantId: this.ctx.tenantId,
        };
      }),
    );
  }

  /**
   * Replaces one live row by its successor, which carries the same fact; without successor it is a retraction.
   * `reason` says why, where the table has a column for it.
   *
   * @throws ConflictError unless the row is live at this moment
   */
  supersede(table: string, liveRowId: string, successor: Row | null, reason?: string): Promise<void> {
    return this.supersedeAll(table, [{ liveRowId, successor }], reason);
  }

  /** As `supersede`, by the same few statements however many rows there are. @throws ConflictError unless all are live */
  async supersedeAll(table: string, successions: readonly Succession[], reason?: string): Promise<void> {
    if (successions.length === 0) return;
    const at = await this.instant();
    const ids = successions.map(({ liveRowId }) => liveRowId);
    const [rows]: [{ id: string; factId: string }[], number] = await this.manager.query(
      `update app.${table} set superseded_at = $3, superseded_by = $4${reason === undefined ? '' : ', superseded_reason = $5'}
        where tenant_id = $1 and id = any($2) and superseded_at is null and recorded_at < $3
        returning id, fact_id as "factId"`,
      [this.ctx.tenantId, ids, at, this.ctx.memberId, ...(reason === undefined ? [] : [reason])],
    );
    const factIds = new Map(rows.map(({ id, factId }) => [id, factId]));
    const refused = ids.filter((id) => !factIds.has(id));
    if (refused.length > 0) return this.refuse(table, refused);
    await this.append(
      table,
      successions.flatMap(({ liveRowId, successor }) =>
        successor ? [{ ...successor, factId: factIds.get(liveRowId) }] : [],
      ),
    );
  }

  /** Records anew what superseded rows said, word for word, as the live rows of their facts. */
  async restoreAll(table: string, rowIds: readonly string[]): Promise<void> {
    if (rowIds.length === 0) return;
    await this.manager.query(
      `insert into app.${table}
       select restored.* from app.${table} t cross join lateral jsonb_populate_record(t, jsonb_build_object(
                'id', gen_random_uuid(), 'recorded_at', $3::timestamptz, 'recorded_by', $4::uuid,
                'superseded_at', null, 'superseded_by', null, 'superseded_reason', null)) restored
        where t.tenant_id = $1 and t.id = any($2) and t.superseded_at is not null`,
      [this.ctx.tenantId, rowIds, await this.instant(), this.ctx.memberId],
    );
  }

  private async refuse(table: string, liveRowIds: readonly string[]): Promise<never> {
    const live: { at: Date }[] = await this.manager.query(
      `select recorded_at + interval '1 ms' as at from app.${table}
        where tenant_id = $1 and id = any($2) and superseded_at is null order by recorded_at desc`,
      [this.ctx.tenantId, liveRowIds],
    );
    if (live.length === liveRowIds.length) throw new InstantTooEarly(live[0]!.at);
    throw new ConflictError('Somebody corrected this record before you. Reload to see the newer one.');
  }

  /**
   * Settles the tenant's history: waits for the writers under way, and makes every later one carry a later instant.
   * What is known at the returned instant, or earlier, no longer changes.
   */
  async settle(): Promise<Date> {
    await this.manager.query(`select pg_advisory_xact_lock(${LOCK_KEY})`, [this.ctx.tenantId]);
    const rows: { at: Date }[] = await this.manager.query(
      `insert into tenant_clock (tenant_id, settled_at)
       select $1, date_trunc('milliseconds', clock_timestamp())
       on conflict (tenant_id) do update set settled_at = greatest(tenant_clock.settled_at, excluded.settled_at)
       returning settled_at as at`,
      [this.ctx.tenantId],
    );
    return rows[0]!.at;
  }
}
