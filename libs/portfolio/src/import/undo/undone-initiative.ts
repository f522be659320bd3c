import type { TenantReadTx } from '@pilotage/platform';
import type { InitiativeId } from '../../initiative/initiative.types.js';

/** The file whose import had made this initiative and was undone since; null for any other. */
export async function fileOfUndone(tx: TenantReadTx, id: InitiativeId): Promise<string | null> {
  const [row] = await tx.query<{ fileName: string }>(
    `select m.file_name as "fileName" from initiative i
       join import m on m.tenant_id = i.tenant_id and m.id = i.import_id
      where i.tenant_id = $1 and i.id = $2 and m.undo_counts is not null
        and not exists (select from initiative_current c where c.tenant_id = $1 and c.initiative_id = i.id)`,
    [tx.ctx.tenantId, id],
  );
  return row?.fileName ?? null;
}
