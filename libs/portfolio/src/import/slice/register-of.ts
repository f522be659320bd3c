import { newId, type TenantTx } from '@pilotage/platform';
import type { SliceSetting } from './slice-setting.js';

/**
 * The register that a file is a list of: the one of which it lists most, if that is a tenth of it or more. A single name
 * that two registers have in common does not make them one. A part of a register may list as little of it as it likes.
 * Null is the first register of the organisation; a file that is the next list of none begins another.
 */
export async function registerOf(tx: TenantTx, { importId, mapping }: SliceSetting): Promise<string | null> {
  const registers = await tx.query<{ id: string | null; isNext: boolean }>(
    `with known as (
       select i.register_id, exists (select from import_row r where r.tenant_id = $1 and r.import_id = $2
                                        and r.initiative_id = k.initiative_id) as is_listed
         from import_identity k join import i on i.tenant_id = $1 and i.id = k.import_id
        where k.tenant_id = $1
     )
     select register_id as id, $3 or count(*) filter (where is_listed) * 10 >= count(*) as "isNext"
       from known group by register_id
      order by count(*) filter (where is_listed) desc, register_id nulls first limit 1`,
    [tx.ctx.tenantId, importId, mapping.isPartial],
  );
  const [most] = registers;
  if (!most) return null;
  return most.isNext ? most.id : newId();
}
