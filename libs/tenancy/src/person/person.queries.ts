import type { MemberId, TenantReadTx } from '@pilotage/platform';
import type { Cursor } from '@pilotage/platform/graphql';
import { folded } from '../input/texts.js';
import type { PersonId, PersonRow } from './person.js';

const PERSON = `
  p.id, case when p.erased_at is null then p.name else 'Erased person' end as name, p.email,
  exists (select from member m where m.tenant_id = p.tenant_id and m.person_id = p.id and m.status <> 'REMOVED') as "hasSeat"`;

export function peopleById(tx: TenantReadTx, ids: readonly PersonId[]): Promise<PersonRow[]> {
  return tx.query<PersonRow>(
    `select ${PERSON} from person p where p.tenant_id = $1 and p.id = any ($2::uuid[])`,
    [tx.ctx.tenantId, ids],
  );
}

export function peopleOfMembers(
  tx: TenantReadTx,
  ids: readonly MemberId[],
): Promise<(PersonRow & { memberId: MemberId })[]> {
  return tx.query(
    `select m.id as "memberId", ${PERSON}
       from member m join person p on p.tenant_id = m.tenant_id and p.id = m.person_id
      where m.tenant_id = $1 and m.id = any ($2::uuid[])`,
    [tx.ctx.tenantId, ids],
  );
}

export type PersonPageRow = PersonRow & { sortName: string };

/** One more than asked for, by name. `search` finds parts of name and address, ignoring case. */
export const PEOPLE_PAGE = `
  select ${PERSON}, p.sort_name as "sortName"
    from person p
   where p.tenant_id = $1 and p.erased_at is null
     and ($2::text is null or p.sort_name like $2 or p.email like $2)
     and ($3::text is null or (p.sort_name, p.id) > ($3, $4::uuid))
   order by p.sort_name, p.id
   limit $5 + 1`;

export const PEOPLE_COUNT = `
  select count(*)::int as count from person p
   where p.tenant_id = $1 and p.erased_at is null and ($2::text is null or p.sort_name like $2 or p.email like $2)`;

/** The page and the size of the whole list, in one snapshot. */
export async function peoplePage(
  tx: TenantReadTx,
  page: { search: string | null; first: number; after: Cursor | null },
): Promise<{ rows: PersonPageRow[]; totalCount: number }> {
  const pattern = page.search?.trim() ? `%${escapeLike(folded(page.search.trim()))}%` : null;
  const { tenantId } = tx.ctx;
  const [rows, counted] = await Promise.all([
    tx.query<PersonPageRow>(PEOPLE_PAGE, [
      tenantId,
      pattern,
      page.after?.value ?? null,
      page.after?.id ?? null,
      page.first,
    ]),
    tx.query<{ count: number }>(PEOPLE_COUNT, [tenantId, pattern]),
  ]);
  return { rows, totalCount: counted[0]!.count };
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (character) => `\\${character}`);
