import type { TenantTx } from '@pilotage/platform';
import { planDigest } from '../plan/facts.js';
import { rememberedFacts } from '../plan/plan-change.js';
import type { PlannedRow } from './planned-rows.js';
import { dateColumnOf, type SliceSetting } from './slice-setting.js';

/**
 * Writes down what a later import will compare with, for rows of known initiatives, and what stood there before. Each has
 * one such line: one that was matched is known from now on as this file identifies it.
 */
export async function rememberRows(
  tx: TenantTx,
  setting: SliceSetting,
  rows: readonly PlannedRow[],
): Promise<void> {
  const known = rows.flatMap((row) => {
    if (row.outcome !== 'CHANGED' && row.outcome !== 'UNCHANGED') return [];
    const { identity, initiativeId, isFirst } = row;
    const as = { identity, initiativeId, isFirst };
    if (row.outcome === 'UNCHANGED') return [as];
    const plannedDigest = planDigest(row.facts);
    return [{ ...as, planned: rememberedFacts(row, dateColumnOf(setting)), plannedDigest }];
  });
  if (known.length === 0) return;
  const { scheme, importId } = setting;
  await tx.insert(
    'import_identity',
    known.filter(({ isFirst }) => isFirst).map(({ isFirst: _, ...row }) => ({ ...row, scheme, importId })),
  );
  await tx.query(
    `with known as (
       select * from jsonb_to_recordset($4::jsonb)
                       as r("initiativeId" uuid, identity text, planned jsonb, "plannedDigest" text)
     ), before as (
       insert into import_identity_before (tenant_id, import_id, scheme, identity, initiative_id, before_import_id, planned, planned_digest)
       select i.tenant_id, $3, i.scheme, i.identity, i.initiative_id, i.import_id,
              case when is_other then i.planned end, case when is_other then i.planned_digest end
         from import_identity i join known r on i.initiative_id = r."initiativeId"
        cross join lateral (select r.planned is not null or r.identity <> i.identity or i.scheme <> $2 as is_other) as change
        where i.tenant_id = $1
       on conflict do nothing
     )
     update import_identity i
        set scheme = $2, identity = r.identity, import_id = $3, planned = coalesce(r.planned, i.planned),
            planned_digest = coalesce(r."plannedDigest", i.planned_digest)
       from known r
      where i.tenant_id = $1 and i.initiative_id = r."initiativeId"`,
    [tx.ctx.tenantId, scheme, importId, JSON.stringify(known.filter(({ isFirst }) => !isFirst))],
  );
}
