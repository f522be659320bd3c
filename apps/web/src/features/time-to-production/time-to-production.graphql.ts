import { timeToProductionFields } from '../../shared/figures/time-to-production/time-to-production.graphql.js';
import { graphql } from '../../shared/graphql/graphql.js';

export const timeToProductionQuery = graphql(
  `
    query TimeToProduction($filter: PortfolioFilter, $quarterOf: Day) {
      timeToProduction(filter: $filter, quarterOf: $quarterOf) {
        ...TimeToProductionFields
      }
    }
  `,
  [timeToProductionFields],
);
