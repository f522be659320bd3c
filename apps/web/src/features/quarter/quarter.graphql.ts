import { executiveQuarterFields } from '../../shared/figures/quarter/executive-quarter.graphql.js';
import { graphql } from '../../shared/graphql/graphql.js';

export const executiveQuarterQuery = graphql(
  `
    query ExecutiveQuarter($quarterOf: Day) {
      executiveQuarter(quarterOf: $quarterOf) {
        ...ExecutiveQuarterFields
      }
    }
  `,
  [executiveQuarterFields],
);
