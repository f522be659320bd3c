import { documentOf, ROOT_FIELDS } from '../isolation/schema-walk.js';

/** What the first page of the portfolio shows. */
export const PORTFOLIO = `query ($filter: InitiativeFilter, $order: InitiativeOrder) {
  initiatives(filter: $filter, order: $order, first: 50) {
    nodes { id key name lastObservedOn unit { id name path } owner { id name }
      stage { stage knownBy outcome days since { on precision } }
      currentAssessment { id asOfOn score { value display answered applicable } } }
    pageInfo { hasNextPage endCursor } totalCount } }`;

const everythingOf = (key: string): string => documentOf(ROOT_FIELDS.find((root) => root.key === key)!);

export interface Page {
  readonly name: string;
  readonly query: string;
  readonly variables?: object;
}

export const TREND: Page = {
  name: 'trend, 8 quarters',
  query: everythingOf('Query.trend'),
  variables: { quarters: 8 },
};

/** The pages that are read most, each with all it can show. */
export const PAGES: readonly Page[] = [
  { name: 'portfolio, by key', query: PORTFOLIO },
  { name: 'portfolio, by name', query: PORTFOLIO, variables: { order: { field: 'NAME', direction: 'ASC' } } },
  { name: 'portfolio, search', query: PORTFOLIO, variables: { filter: { search: 'claims' } } },
  { name: 'portfolio, pilots', query: PORTFOLIO, variables: { filter: { stages: ['PILOT'] } } },
  TREND,
  { name: 'time to production', query: everythingOf('Query.timeToProduction') },
  { name: 'executive quarter', query: everythingOf('Query.executiveQuarter') },
];

/** The counts and sums of a trend page and nothing else, by bare SQL over the facts. */
export const BARE_TREND = [
  `select quarter_to, stage, count(*), count(score_num), sum(score_num::float8 / score_den), sum(answered), sum(applicable),
          count(*) filter (where is_ready), count(*) filter (where assessed_on is not null)
     from initiative_quarter where tenant_id = $1 and quarter_to = any ($2::date[]) group by 1, 2`,
  `select q.quarter_to, d.dimension_key, count(d.num), sum(d.num::float8 / d.den), sum(d.answered), sum(d.applicable)
     from initiative_quarter q join assessment_dimension d on d.tenant_id = q.tenant_id and d.assessment_id = q.assessment_id
    where q.tenant_id = $1 and q.quarter_to = any ($2::date[]) group by 1, 2`,
];
