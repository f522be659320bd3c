import { type TenantReadTx } from '@pilotage/platform';
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
  readonly toConfirm: readonly string[];
  readonly toAssess: readonly string[];
}

/** Active initiatives that somebody owns or sponsors, and which of them wait for a word of theirs. */
export async function readOwnWork(
  tx: TenantReadTx,
  personId: PersonId,
  days: AttentionDays,
): Promise<OwnWork> {
  const params: unknown[] = [tx.ctx.tenantId, personId];
  const is = (attention: Attention): string => attentionSql(attention, days, params);
  const rows = await tx.query<{ id: string; isToConfirm: boolean; isToAssess: boolean }>(
    `select c.initiative_id as id, ${is('NOT_CONFIRMED_90_DAYS')} as "isToConfirm",
            (${is('NEVER_ASSESSED')} or ${is('ASSESSMENT_STALE')}) as "isToAssess"
       from initiative_current c
      where c.tenant_id = $1 and (c.owner_id = $2 or c.sponsor_id = $2) and ${IS_ACTIVE_SQL}
      order by c.last_observed_on, c.initiative_id`,
    params,
  );
  const idsOf = (matches: (row: (typeof rows)[number]) => boolean) =>
    rows
      .filter(matches)
      .map(({ id }) => id)
      .slice(0, LISTED);
  return {
    owned: rows.length,
    toConfirm: idsOf(({ isToConfirm }) => isToConfirm),
    toAssess: idsOf(({ isToAssess }) => isToAssess),
  };
}
