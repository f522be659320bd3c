import type { RelayDatabase } from '../database/global-database.js';

/** Rows of the outbox that are not done with: those of the index `outbox_open`, which is used where a query says just this. */
export const OPEN_WORK = `state in ('PENDING', 'ADMITTED', 'RUNNING', 'FAILED')`;

/** Jobs and events by state, of all tenants. */
export function openWork(relay: Pick<RelayDatabase, 'query'>): Promise<{ state: string; count: number }[]> {
  return relay.query(`select state, count(*)::int as count from outbox where ${OPEN_WORK} group by state`);
}
