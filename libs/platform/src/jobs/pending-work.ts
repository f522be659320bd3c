import type { TenantId } from '../id/id.js';

/** Stands for the installation where work belongs to no tenant; no row has it. */
export const NO_TENANT = '00000000-0000-0000-0000-000000000000' as TenantId;

/** Where an insert into the outbox meets pending work of the same identity. */
export const ON_SAME_WORK = `on conflict (coalesce(tenant_id, '${NO_TENANT}'), name, identity)
             where state = 'PENDING' and identity is not null`;
