import type { EntityManager } from 'typeorm';
import type { TenantContext } from '../context/tenant-context.js';
import { newId, type ReceiptId } from '../id/id.js';
import { History, type InstantLimits } from './history.js';
import { assignments, conditions, insertRows, type Row } from './insert-rows.js';
import { OutboxWriter } from '../jobs/outbox-writer.js';
import { textOf, type Statement } from './prepared.js';
import type { EventContract, JobContract } from '../jobs/contract.js';

/** A transaction that knows its tenant and only reads. Rows come as selected: alias columns to camelCase in SQL. */
export interface TenantReadTx {
  readonly ctx: TenantContext;
  query<R extends object>(statement: Statement, params?: readonly unknown[]): Promise<R[]>;
}

/** A transaction that knows its tenant. The one way to write. */
export class TenantTx implements TenantReadTx {
  readonly history: History;
  private readonly outbox: OutboxWriter;

  constructor(
    readonly ctx: TenantContext,
    private readonly manager: EntityManager,
    limits: InstantLimits,
  ) {
    this.history = new History(ctx, manager, limits);
    this.outbox = new OutboxWriter(ctx, manager);
  }

  /** Rows of a SELECT; for INSERT, UPDATE and DELETE the rows of RETURNING. */
  async query<R extends object>(statement: Statement, params: readonly unknown[] = []): Promise<R[]> {
    const answer: R[] | [R[], number] = await this.manager.query(textOf(statement), [...params]);
    return isCountedAnswer(answer) ? answer[0] : answer;
  }

  /** Inserts by one statement; adds the tenant. Keys are column names in camelCase. */
  async insert(table: string, rows: Row | readonly Row[]): Promise<void> {
    const list: readonly Row[] = Array.isArray(rows) ? rows : [rows as Row];
    await insertRows(
      this.manager,
      table,
      list.map((row) => ({ ...row, tenantId: this.ctx.tenantId })),
    );
  }

  /** Returns how many rows matched `where` within the tenant. */
  async update(table: string, where: Row, values: Row): Promise<number> {
    const set = assignments(values, 1);
    const match = conditions({ ...where, tenantId: this.ctx.tenantId }, set.params.length + 1);
    const [, count]: [unknown[], number] = await this.manager.query(
      `update app.${table} set ${set.sql} where ${match.sql}`,
      [...set.params, ...match.params],
    );
    return count;
  }

  /** Returns how many rows matched `where` within the tenant. */
  async delete(table: string, where: Row): Promise<number> {
    const match = conditions({ ...where, tenantId: this.ctx.tenantId }, 1);
    const [, count]: [unknown[], number] = await this.manager.query(
      `delete from app.${table} where ${match.sql}`,
      match.params,
    );
    return count;
  }

  /** Puts work into the outbox when the transaction commits; a rollback leaves nothing. Pending work of one identity coalesces. */
  enqueue<P>(job: JobContract<P>, payload: P): ReceiptId {
    const id = newId<'Receipt'>();
    this.outbox.add('JOB', job, payload, id);
    return id;
  }

  /** Tells whoever handles `event`, through the outbox likewise. */
  emit<P>(event: EventContract<P>, payload: P): void {
    this.outbox.add('EVENT', event, payload, newId<'Receipt'>());
  }

  /** Called by the unit of work just before COMMIT: coalescing locks the pending row, so it is held as shortly as can be. */
  flush(): Promise<void> {
    return this.outbox.flush();
  }
}

const isCountedAnswer = <R>(answer: R[] | [R[], number]): answer is [R[], number] =>
  answer.length === 2 && Array.isArray(answer[0]) && typeof answer[1] === 'number';
