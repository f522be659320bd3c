import type { TenantReadTx } from '@pilotage/platform';
import type { UnitId } from './unit-tree.js';

/** Another name of a unit, as files write it. */
export interface UnitAliasRow {
  /** In lower case. */
  readonly key: string;
  readonly alias: string;
  readonly unitId: UnitId;
}

/** In the order of letters. */
export const unitAliases = (tx: TenantReadTx): Promise<UnitAliasRow[]> =>
  tx.query<UnitAliasRow>(
    `select alias_key as key, alias, unit_id as "unitId" from unit_alias where tenant_id = $1 order by alias_key`,
    [tx.ctx.tenantId],
  );
