import type { TenantTx } from '@pilotage/platform';
import type { ImportId } from '../import.types.js';

const AT_ONCE = 500;

/**
 * Lets later imports recognise rows as if this one had not been, some rows at a time. What it made goes before what was
 * there returns: both may be known by the same. Returns whether there was something left to do.
 */
export async function undoIdentities(tx: TenantTx, importId: ImportId): Promise<boolean> {
  for (const step of [LAST_WRITER, FORGET, REMEMBER]) {
    const [row] = await tx.query<{ count: number }>(step, [tx.ctx.tenantId, importId, AT_ONCE]);
    if (row!.count > 0) return true;
  }
  return false;
}

const LAST_WRITER = `
with was as (
  delete from import_identity_before b
   where b.tenant_id = $1 and b.import_id = $2 and b.planned is null
     and b.identity in (select identity from import_identity_before
                         where tenant_id = $1 and import_id = $2 and planned is null order by identity limit $3)
  returning *
), is_again as (
  update import_identity i set import_id = was.before_import_id
    from was where i.tenant_id = $1 and i.scheme = was.scheme and i.identity = was.identity and i.import_id = $2
)
select count(*)::int as count from was`;

const FORGET = `
with gone as (
  delete from import_identity
   where tenant_id = $1 and import_id = $2
     and (scheme, identity) in (select scheme, identity from import_identity
                                 where tenant_id = $1 and import_id = $2 limit $3)
  returning identity
)
select count(*)::int as count from gone`;

/** What a later import has written meanwhile stays. */
const REMEMBER = `
with was as (
  delete from import_identity_before b
   where b.tenant_id = $1 and b.import_id = $2
     and (b.scheme, b.identity) in (select scheme, identity from import_identity_before
                                     where tenant_id = $1 and import_id = $2 order by scheme, identity limit $3)
  returning *
), is_again as (
  insert into import_identity (tenant_id, scheme, identity, initiative_id, import_id, planned, planned_digest)
  select tenant_id, scheme, identity, initiative_id, before_import_id, planned, planned_digest from was
  on conflict do nothing
)
select count(*)::int as count from was`;
