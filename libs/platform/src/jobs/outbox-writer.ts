import type { EntityManager } from 'typeorm';
import type { TenantContext } from '../context/tenant-context.js';
import type { ReceiptId } from '../id/id.js';
import type { EventContract, JobContract } from './contract.js';
import { ON_SAME_WORK } from './pending-work.js';

interface PendingRow {
  id: ReceiptId;
  kind: 'JOB' | 'EVENT';
  name: string;
  queue: string;
  payload: unknown;
  identity: string | null;
}

/** Collects the work a transaction causes and writes it at its end. */
export class OutboxWriter {
  private rows: PendingRow[] = [];

  constructor(
    private readonly ctx: TenantContext,
    private readonly manager: EntityManager,
  ) {}

  add<P>(
    kind: 'JOB' | 'EVENT',
    contract: JobContract<P> | EventContract<P>,
    payload: P,
    id: ReceiptId,
  ): void {
    const parsed = contract.payload.parse(payload);
    this.rows.push({
      id,
      kind,
      name: contract.name,
      queue: contract.kind === 'JOB' ? contract.queue : 'interactive',
      payload: parsed,
      identity: contract.identityOf?.(parsed) ?? null,
    });
  }

  /**
   * On conflict the pending row is updated, not left alone: that locks it, so the relay (which skips locked rows) cannot
   * admit it before this transaction's writes are there to be seen. In the order of identity, so that two transactions
   * cannot wait for each other.
   */
  async flush(): Promise<void> {
    const rows = lastPerIdentity(this.rows);
    this.rows = [];
    if (rows.length === 0) return;
    await this.manager.query(
      `insert into outbox (id, tenant_id, kind, name, queue, payload, identity, requested_by)
       select r.id, $2, r.kind, r.name, r.queue, r.payload, r.identity, $3
         from jsonb_to_recordset($1::jsonb)
              as r(id uuid, kind text, name text, queue text, payload jsonb, identity text)
        order by r.name, r.identity
       ${ON_SAME_WORK}
       do update set payload = excluded.payload, not_before = null`,
      [JSON.stringify(rows), this.ctx.tenantId, this.ctx.memberId],
    );
  }
}

function lastPerIdentity(rows: readonly PendingRow[]): PendingRow[] {
  const byIdentity = new Map(
    rows.map((row) => [row.identity === null ? row.id : `${row.name} ${row.identity}`, row]),
  );
  return [...byIdentity.values()];
}
