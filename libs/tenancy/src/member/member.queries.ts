import type { MemberId, TenantReadTx } from '@pilotage/platform';
import type { Cursor } from '@pilotage/platform/graphql';
import type { MemberRow } from './member.js';

const MEMBER = `
  m.id, m.role, m.status, m.invited_at as "invitedAt", m.accepted_at as "acceptedAt",
  jsonb_build_object('id', p.id, 'name', case when p.erased_at is null then p.name else 'Erased person' end,
                     'email', p.email, 'hasSeat', m.status <> 'REMOVED') as person,
  array(select u.unit_id from member_unit u where u.tenant_id = m.tenant_id and u.member_id = m.id) as "unitIds"`;

export async function membersById(tx: TenantReadTx, ids: readonly MemberId[]): Promise<MemberRow[]> {
  const rows = await tx.query<MemberRow>(
    `select ${MEMBER} from member m join person p on p.tenant_id = m.tenant_id and p.id = m.person_id
      where m.tenant_id = $1 and m.id = any ($2::uuid[]) order by m.id`,
    [tx.ctx.tenantId, ids],
  );
  return rows;
}

export type MemberPageRow = MemberRow & { sortName: string };

/** Invited and active ones by name, one more than asked for. */
export const MEMBERS_PAGE = `
  select ${MEMBER}, p.sort_name as "sortName"
    from person p join member m on m.tenant_id = p.tenant_id and m.person_id = p.id and m.status <> 'REMOVED'
   where p.tenant_id = $1 and ($2::text is null or (p.sort_name, p.id) > ($2, $3::uuid))
   order by p.sort_name, p.id
   limit $4 + 1`;

/** The page and the size of the whole list, in one snapshot. */
export async function membersPage(
  tx: TenantReadTx,
  page: { first: number; after: Cursor | null },
): Promise<{ rows: MemberPageRow[]; totalCount: number }> {
  const [rows, counted] = await Promise.all([
    tx.query<MemberPageRow>(MEMBERS_PAGE, [
      tx.ctx.tenantId,
      page.after?.value ?? null,
      page.after?.id ?? null,
      page.first,
    ]),
    tx.query<{ count: number }>(
      `select count(*)::int as count from member where tenant_id = $1 and status <> 'REMOVED'`,
      [tx.ctx.tenantId],
    ),
  ]);
  return { rows, totalCount: counted[0]!.count };
}
