import { isUuid, type TenantId } from '../id/id.js';

/**
 * The statement that binds a transaction to one tenant. `SET LOCAL` as a statement, not set_config(): it ends with
 * the transaction behind any pooler, and Citus passes only the statement on to its shards.
 *
 * @throws Error on anything but a UUID, since the value cannot be a parameter
 */
export function setTenant(tenantId: TenantId): string {
  if (!isUuid(tenantId)) throw new Error('A tenant id is a UUID.');
  return `set local app.tenant_id = '${tenantId}'`;
}
