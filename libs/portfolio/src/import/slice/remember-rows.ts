import type { TenantTx } from '@pilotage/platform';
import { planDigest } from '../plan/facts.js';
import { rememberedFacts } from '../plan/plan-change.js';
import type { PlannedRow } from './planned-rows.js';
import { dateColumnOf, type SliceSetting } from './slice-setting.js';

/** Writes down what a later import will compare with, for rows of known initiatives; and what stood there before. */
export async function rememberRows(
  tx: TenantTx,
  setting: SliceSetting,
  rows: readonly PlannedRow[],
): Promise<void> {
  const known = rows.flatMap((row) => {
    if (row.outcome !== 'CHANGED' && row.outcome !== 'UNCHANGED') return [];
    const as = { known_as: row.knownAs, identity: row.identity };
    if (row.outcome === 'UNCHANGED') return [as];
    return [{ ...as, planned: rememberedFacts(row, dateColumnOf(setting)), digest: planDigest(row.facts) }];
  });
  if (known.length === 0) return;
  await tx.query(
    `with known as (
       select * from jsonb_to_recordset($4::jsonb) as r(known_as text, identity text, planned jsonb, digest text)
     ), before as (
       insert into import_identity_before (tenant_id, import_id, scheme, identity, initiative_id, before_import_id, planned, planned_digest)
       select i.tenant_id, $3, i.scheme, i.identity, i.initiative_id, i.import_id,
              case when r.planned is not null or r.identity <> i.identity then i.planned end,
              case when r.planned is not null or r.identity <> i.identity then i.planned_digest end
         from import_identity i join known r on i.identity = r.known_as
        where i.tenant_id = $1 and i.scheme = $2
       on conflict do nothing
     )
     update import_identity i
        set identity = r.identity, import_id = $3, planned = coalesce(r.planned, i.planned),
            planned_digest = coalesce(r.digest, i.planned_digest)
       from known r
      where i.tenant_id = $1 and i.scheme = $2 and i.identity = r.known_as`,
    [tx.ctx.tenantId, setting.scheme, setting.importId, JSON.stringify(known)],
  );
}
