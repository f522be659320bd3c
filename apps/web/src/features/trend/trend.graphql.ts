import { registerCoverageFields } from '../../shared/figures/register/register-coverage.graphql.js';
import { trendFields } from '../../shared/figures/trend/trend.graphql.js';
import { graphql } from '../../shared/graphql/graphql.js';

export const trendQuery = graphql(
  `
    query Trend($filter: PortfolioFilter, $quarters: Int!, $quarterOf: Day) {
      trend(filter: $filter, quarters: $quarters, quarterOf: $quarterOf) {
        ...TrendFields
        pending
        factsAt
      }
      registerCoverage(filter: $filter) {
        ...RegisterCoverageFields
      }
    }
  `,
  [trendFields, registerCoverageFields],
);
