import { type MemberId, newId, type TenantReadTx, type TenantTx } from '@pilotage/platform';
import type { ImportId } from './import.types.js';

export const IMPORT_ACTS = ['STARTED', 'PAUSED', 'RESUMED', 'CANCELLED', 'UNDONE'] as const;
export type ImportAct = (typeof IMPORT_ACTS)[number];

/** What somebody did with an import. */
export interface ImportActRow {
  readonly importId: ImportId;
  readonly id: string;
  readonly act: ImportAct;
  readonly doneAt: Date;
  readonly doneById: MemberId | null;
}

export function noteAct(tx: TenantTx, importId: ImportId, act: ImportAct): Promise<void> {
  return tx.insert('import_act', { id: newId(), importId, act, doneAt: new Date(), doneBy: tx.ctx.memberId });
}

const MOST_ACTS = 50;

/** The newest acts of each import, oldest first. */
export function actsOf(tx: TenantReadTx, importIds: readonly ImportId[]): Promise<ImportActRow[]> {
  return tx.query<ImportActRow>(
    `select a.* from unnest($2::uuid[]) as wanted(id) cross join lateral (
       select import_id as "importId", id, act, done_at as "doneAt", done_by as "doneById" from import_act
        where tenant_id = $1 and import_id = wanted.id order by done_at desc, id desc limit ${MOST_ACTS}) a
      order by a."doneAt", a.id`,
    [tx.ctx.tenantId, importIds],
  );
}
