import type { TenantReadTx } from '@pilotage/platform';
import type { UnitService } from '@pilotage/tenancy';
import type { ImportId } from '../import.types.js';
import type { ImportMapping } from '../mapping/mapping.js';
import { unitName } from '../plan/plan.js';
import { textReader } from '../plan/row-planner.js';

export interface NewUnit {
  readonly name: string;
  /** How many rows name it. */
  readonly rows: number;
}

/** The units that the whole import would make, in the order of letters; only all of its rows together tell. */
export async function newUnits(
  tx: TenantReadTx,
  units: UnitService,
  importId: ImportId,
  mapping: ImportMapping,
): Promise<NewUnit[]> {
  if (mapping.unit == null) return [];
  const found = await tx.query<{ name: string | null; rows: number }>(
    `select cells ->> $3::int as name, count(*)::int as rows from import_row
      where tenant_id = $1 and import_id = $2 and outcome in ('CREATED', 'CHANGED') group by 1`,
    [tx.ctx.tenantId, importId, mapping.unit],
  );
  const known = await units.byName(tx, mapping.asOfOn);
  const textOf = textReader(mapping.emptyValues);
  const named = Map.groupBy(
    found.map(({ name, rows }) => ({ name: unitName(textOf([name ?? ''], 0)), rows })),
    ({ name }) => name.toLowerCase(),
  );
  return [...named]
    .filter(([key]) => key !== '' && !known.has(key))
    .map(([, spellings]) => ({
      name: spellings[0]!.name,
      rows: spellings.reduce((sum, { rows }) => sum + rows, 0),
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
}
