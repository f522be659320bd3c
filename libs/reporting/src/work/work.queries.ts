import { type MemberId, type TenantReadTx } from '@pilotage/platform';
import {
  type Attention,
  type AttentionDays,
  attentionSql,
  countOpenFindings,
  IS_ACTIVE_SQL,
} from '@pilotage/portfolio';
import { type PersonId } from '@pilotage/tenancy';

/** Lists of work show so many; the rest comes up when these are done. */
const LISTED = 50;

/** What the office counts, and the filter of the portfolio that lists exactly those. */
export const COUNTED = {
  withoutOwner: 'WITHOUT_OWNER',
  withoutSponsor: 'WITHOUT_SPONSOR',
  withoutStage: 'WITHOUT_STAGE',
  neverAssessed: 'NEVER_ASSESSED',
  stale: 'ASSESSMENT_STALE',
  notConfirmed90Days: 'NOT_CONFIRMED_90_DAYS',
  overLimitNoPlan: 'OVER_LIMIT_NO_PLAN',
  longInLimitedProduction: 'LONG_IN_LIMITED_PRODUCTION',
  movedThisQuarter: 'MOVED_THIS_QUARTER',
} as const satisfies Record<string, Attention>;

type Counts = Readonly<Record<keyof typeof COUNTED | 'active', number>>;

/** Counts for the programme office. */
export interface OfficeWork extends Counts {
  readonly importFindings: number;
}

export async function readOfficeWork(tx: TenantReadTx, days: AttentionDays): Promise<OfficeWork> {
  const params: unknown[] = [tx.ctx.tenantId];
  const counts = Object.entries(COUNTED).map(
    ([name, attention]) =>
      `count(*) filter (where ${attentionSql(attention, days, params)})::int as "${name}"`,
  );
  const [[work], importFindings] = await Promise.all([
    tx.query<Counts>(
      `select count(*) filter (where ${IS_ACTIVE_SQL})::int as active, ${counts.join(', ')}
       from initiative_current c
      where c.tenant_id = $1`,
      params,
    ),
    countOpenFindings(tx),
  ]);
  if (!work) throw new RangeError('A count without group gives one row.');
  return { ...work, importFindings };
}

export interface OwnWork {
  readonly owned: number;
  readonly toConfirm: OwnList;
  readonly toAssess: OwnList;
}

/** The first of so many. */
export interface OwnList {
  readonly count: number;
  readonly ids: readonly string[];
}

/**
 * Active initiatives that a member owns or sponsors, and which of them wait for a word of theirs. Without a stage there
 * is none to confirm, and a round that they work on already is listed as such.
 */
export async function readOwnWork(
  tx: TenantReadTx,
  member: { readonly id: MemberId; readonly personId: PersonId },
  days: AttentionDays,
): Promise<OwnWork> {
  const params: unknown[] = [tx.ctx.tenantId, member.personId, member.id];
  const is = (attention: Attention): string => attentionSql(attention, days, params);
  const rows = await tx.query<{ id: string; isToConfirm: boolean; isToAssess: boolean }>(
    `select c.initiative_id as id, ${is('NOT_CONFIRMED_90_DAYS')} as "isToConfirm",
            (${is('NEVER_ASSESSED')} or ${is('ASSESSMENT_STALE')})
              and not exists (select from assessment_draft d
                               where d.tenant_id = $1 and d.subject_id = c.initiative_id
                                 and (d.created_by = $3 or d.updated_by = $3)) as "isToAssess"
       from initiative_current c
      where c.tenant_id = $1 and (c.owner_id = $2 or c.sponsor_id = $2) and ${IS_ACTIVE_SQL}
      order by c.last_observed_on, c.initiative_id`,
    params,
  );
  return {
    owned: rows.length,
    toConfirm: listOf(rows.filter(({ isToConfirm }) => isToConfirm)),
    toAssess: listOf(rows.filter(({ isToAssess }) => isToAssess)),
  };
}

const listOf = (rows: readonly { id: string }[]): OwnList => ({
  count: rows.length,
  ids: rows.slice(0, LISTED).map(({ id }) => id),
});
