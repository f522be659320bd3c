import type { RelayDatabase } from '../database/global-database.js';
import { newId } from '../id/id.js';
import type { EventContract } from './contract.js';
import { ON_SAME_WORK } from './pending-work.js';

/** Tells whoever handles an event that belongs to no tenant. Pending ones of one identity coalesce. */
export async function emitForInstallation<P>(
  relay: RelayDatabase,
  event: EventContract<P>,
  payload: P,
): Promise<void> {
  const parsed = event.payload.parse(payload);
  await relay.query(
    `insert into outbox (id, tenant_id, kind, name, queue, payload, identity) values ($1, null, 'EVENT', $2, 'interactive', $3, $4)
     ${ON_SAME_WORK}
     do update set payload = excluded.payload`,
    [newId(), event.name, JSON.stringify(parsed), event.identityOf?.(parsed) ?? null],
  );
}
