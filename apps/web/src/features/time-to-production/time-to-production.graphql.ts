import { registerCoverageFields } from '../../shared/figures/register/register-coverage.graphql.js';
import {
  journeyRowsFields,
  timeToProductionFields,
} from '../../shared/figures/time-to-production/time-to-production.graphql.js';
import { graphql } from '../../shared/graphql/graphql.js';

export const timeToProductionQuery = graphql(
  `
    query TimeToProduction($filter: PortfolioFilter, $quarterOf: Day) {
      timeToProduction(filter: $filter, quarterOf: $quarterOf) {
        ...TimeToProductionFields
      }
      registerCoverage(filter: $filter) {
        ...RegisterCoverageFields
      }
    }
  `,
  [timeToProductionFields, registerCoverageFields],
);

export const journeyRowsQuery = graphql(
  `
    query JourneyRows($filter: PortfolioFilter, $quarterOf: Day, $after: String!) {
      timeToProduction(filter: $filter, quarterOf: $quarterOf) {
        rows(first: 50, after: $after) {
          ...JourneyRowsFields
        }
      }
    }
  `,
  [journeyRowsFields],
);
