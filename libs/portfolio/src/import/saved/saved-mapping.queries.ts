import type { MemberId, TenantReadTx } from '@pilotage/platform';
import { type SavedMapping, savedMapping } from './saved-mapping.js';

export interface SavedMappingRow {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly mapping: SavedMapping;
  readonly createdAt: Date;
  readonly createdBy: MemberId | null;
}

/** All that a person chooses from. */
const MOST_MAPPINGS = 200;

/** The newest version of each name, or of the named one. */
export async function newestMappings(
  tx: TenantReadTx,
  name: string | null = null,
): Promise<SavedMappingRow[]> {
  const rows = await tx.query<SavedMappingRow>(
    `select distinct on (name) id, name, version, mapping, created_at as "createdAt", created_by as "createdBy"
       from import_mapping where tenant_id = $1 and ($2::text is null or name = $2)
      order by name, version desc limit $3`,
    [tx.ctx.tenantId, name, MOST_MAPPINGS],
  );
  return rows.map((row) => ({ ...row, mapping: savedMapping.parse(row.mapping) }));
}
