import type { Day, Precision, Stage } from '@pilotage/analytics';
import type { TenantReadTx } from '@pilotage/platform';
import type { PersonId, UnitId } from '@pilotage/tenancy';
import { isOwnSql, isVisibleSql, type PortfolioScope } from '../access/initiative-access.js';
import { type Attention, type AttentionDays, attentionSql, IS_ACTIVE_SQL } from '../attention/attention.js';
import {
  type AiKind,
  type DeliveryModel,
  type InitiativeId,
  keyNumberOf,
  type RiskTier,
} from './initiative.types.js';

/** An initiative as lists and its own page show it. */
export interface InitiativeRow {
  readonly id: InitiativeId;
  readonly keyNumber: number;
  readonly name: string;
  readonly summary: string;
  readonly kind: AiKind;
  readonly riskTier: RiskTier;
  readonly deliveryModel: DeliveryModel;
  readonly externalId: string | null;
  readonly tags: readonly string[];
  readonly unitId: UnitId | null;
  readonly ownerId: PersonId | null;
  readonly sponsorId: PersonId | null;
  readonly stage: Stage | null;
  readonly stageOn: Day | null;
  readonly stagePrecision: Precision | null;
  readonly stageKnownBy: 'EVENT' | 'OBSERVATION' | null;
  readonly outcome: 'RETIRED' | 'ABANDONED' | 'MERGED' | null;
  readonly lastObservedOn: Day;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly isOwn: boolean;
  /** What the list is sorted by, as SQL text. */
  readonly sortValue: string;
}

export interface InitiativeFilter {
  readonly search?: string | null;
  readonly stages?: readonly Stage[] | null;
  readonly unitIds?: readonly string[] | null;
  readonly ownerIds?: readonly string[] | null;
  readonly kinds?: readonly AiKind[] | null;
  readonly riskTiers?: readonly RiskTier[] | null;
  readonly tags?: readonly string[] | null;
  readonly isEnded?: boolean | null;
  readonly attention?: readonly Attention[] | null;
}

/** A filter with what it takes from the organisation: units with everything under them, and the days that count. */
export interface ResolvedFilter extends Omit<InitiativeFilter, 'attention'> {
  readonly attention?: { readonly anyOf: readonly Attention[]; readonly days: AttentionDays } | null;
}

export type InitiativeOrderField = 'KEY' | 'NAME' | 'STAGE' | 'LAST_OBSERVED' | 'UPDATED';
export interface InitiativeOrder {
  readonly field: InitiativeOrderField;
  readonly direction: 'ASC' | 'DESC';
}

/** No sort column is ever null; each has an index that ends in the id. */
const SORT: Record<InitiativeOrderField, { column: string; type: string }> = {
  KEY: { column: 'c.key_number', type: 'int' },
  NAME: { column: 'c.name', type: 'text' },
  STAGE: { column: 'c.stage_rank', type: 'smallint' },
  LAST_OBSERVED: { column: 'c.last_observed_on', type: 'date' },
  UPDATED: { column: 'c.updated_at', type: 'timestamptz' },
};

interface ListQuestion {
  readonly filter: ResolvedFilter;
  readonly order: InitiativeOrder;
  readonly after: { readonly value: string | null; readonly id: string } | null;
  readonly limit: number;
}

interface Statement {
  readonly sql: string;
  readonly params: readonly unknown[];
}

/** One page of the portfolio, by one statement. */
export function listStatement(
  ctx: { tenantId: string },
  scope: PortfolioScope,
  question: ListQuestion,
): Statement {
  const params: unknown[] = [ctx.tenantId];
  const { column, type } = SORT[question.order.field];
  const { direction } = question.order;
  const isOwn = isOwnSql(scope, params);
  const conditions = filterConditions(scope, question.filter, params);
  if (question.after) {
    const value = params.push(question.after.value);
    const id = params.push(question.after.id);
    conditions.push(
      `(${column}, c.initiative_id) ${direction === 'ASC' ? '>' : '<'} ($${value}::${type}, $${id}::uuid)`,
    );
  }
  const sql = `select ${columns(isOwn, column)} from initiative_current c where ${conditions.join(' and ')}
    order by ${column} ${direction}, c.initiative_id ${direction} limit $${params.push(question.limit)}`;
  return { sql, params };
}

export function countStatement(
  ctx: { tenantId: string },
  scope: PortfolioScope,
  filter: ResolvedFilter,
): Statement {
  const params: unknown[] = [ctx.tenantId];
  const conditions = filterConditions(scope, filter, params);
  return {
    sql: `select count(*)::int as count from initiative_current c where ${conditions.join(' and ')}`,
    params,
  };
}

/** Those of `ids` that exist for the caller, in no order. */
export async function findInitiatives(
  tx: TenantReadTx,
  scope: PortfolioScope,
  ids: readonly string[],
): Promise<InitiativeRow[]> {
  const params: unknown[] = [tx.ctx.tenantId, ids];
  const isOwn = isOwnSql(scope, params);
  return tx.query<InitiativeRow>(
    `select ${columns(isOwn, 'c.key_number')} from initiative_current c
      where c.tenant_id = $1 and c.initiative_id = any($2) and ${isVisibleSql(scope, params)}`,
    params,
  );
}

/** The tags most used on initiatives that the caller sees, in the order of letters. */
export async function findTags(tx: TenantReadTx, scope: PortfolioScope, limit: number): Promise<string[]> {
  const params: unknown[] = [tx.ctx.tenantId, limit];
  const rows = await tx.query<{ tag: string }>(
    `select tag from (
       select t.tag from initiative_tag t
         join initiative_current c on c.tenant_id = t.tenant_id and c.initiative_id = t.initiative_id
        where t.tenant_id = $1 and ${isVisibleSql(scope, params)}
        group by t.tag order by count(*) desc, t.tag limit $2) most_used
      order by tag`,
    params,
  );
  return rows.map(({ tag }) => tag);
}

const columns = (isOwn: string, sort: string): string => `
  c.initiative_id as id, c.key_number as "keyNumber", c.name, c.summary, c.kind, c.risk_tier as "riskTier",
  c.delivery_model as "deliveryModel", c.external_id as "externalId", c.unit_id as "unitId", c.owner_id as "ownerId",
  c.sponsor_id as "sponsorId", c.stage, c.stage_on::text as "stageOn", c.stage_precision as "stagePrecision",
  c.stage_known_by as "stageKnownBy", c.outcome, c.last_observed_on::text as "lastObservedOn",
  c.created_at as "createdAt", c.updated_at as "updatedAt", ${isOwn} as "isOwn", ${sort}::text as "sortValue",
  array(select t.tag from initiative_tag t
         where t.tenant_id = c.tenant_id and t.initiative_id = c.initiative_id order by t.tag) as tags`;

/** `params` holds the tenant first. Empty lists are no restriction: a filter without a choice is no filter. */
function filterConditions(scope: PortfolioScope, filter: ResolvedFilter, params: unknown[]): string[] {
  const conditions = ['c.tenant_id = $1', isVisibleSql(scope, params)];
  const oneOf = (sql: (position: string) => string, values: readonly unknown[] | null | undefined): void => {
    if (values && values.length > 0) conditions.push(sql(`$${params.push(values)}`));
  };
  oneOf((values) => `c.stage = any(${values}::text[])`, filter.stages);
  oneOf((values) => `c.unit_id = any(${values}::uuid[])`, filter.unitIds);
  oneOf((values) => `c.owner_id = any(${values}::uuid[])`, filter.ownerIds);
  oneOf((values) => `c.kind = any(${values}::text[])`, filter.kinds);
  oneOf((values) => `c.risk_tier = any(${values}::text[])`, filter.riskTiers);
  oneOf(
    (values) => `c.initiative_id in (select t.initiative_id from initiative_tag t
                                      where t.tenant_id = $1 and t.tag = any(${values}::text[]))`,
    filter.tags,
  );
  if (filter.isEnded != null) conditions.push(filter.isEnded ? `not (${IS_ACTIVE_SQL})` : IS_ACTIVE_SQL);
  if (filter.attention) {
    const { anyOf, days } = filter.attention;
    conditions.push(`(${anyOf.map((attention) => attentionSql(attention, days, params)).join(' or ')})`);
  }
  const search = filter.search?.trim();
  if (search) conditions.push(searchCondition(search, params));
  return conditions;
}

function searchCondition(search: string, params: unknown[]): string {
  const text = `$${params.push(`%${search.replace(/[\\%_]/g, '\\$&')}%`)}`;
  const key = `$${params.push(keyNumberOf(search))}`;
  return `(c.name ilike ${text} or c.summary ilike ${text} or c.external_id ilike ${text} or c.key_number = ${key}::int)`;
}
