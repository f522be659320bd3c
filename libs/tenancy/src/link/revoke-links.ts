import type { MemberId, TenantTx } from '@pilotage/platform';

/** Ends all links of these members. */
export async function revokeLinks(tx: TenantTx, memberIds: readonly MemberId[]): Promise<void> {
  await tx.query('delete from link_token where tenant_id = $1 and subject_id = any ($2::uuid[])', [
    tx.ctx.tenantId,
    memberIds,
  ]);
}
