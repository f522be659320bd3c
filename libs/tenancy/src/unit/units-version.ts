import type { TenantReadTx } from '@pilotage/platform';

/** Of all units and their other names: another text as soon as one of them is not what it was. */
export async function unitsVersion(tx: TenantReadTx): Promise<string> {
  const [row] = await tx.query<{ version: string }>(
    `select md5(concat_ws(chr(10),
              (select string_agg(id::text, ',' order by id) from unit_revision where tenant_id = $1 and superseded_at is null),
              (select string_agg(unit_id || alias_key, chr(10) order by alias_key) from unit_alias where tenant_id = $1))) as version`,
    [tx.ctx.tenantId],
  );
  return row!.version;
}
