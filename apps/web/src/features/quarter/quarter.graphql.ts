import {
  executiveQuarterFields,
  overLimitFields,
} from '../../shared/figures/quarter/executive-quarter.graphql.js';
import { registerCoverageFields } from '../../shared/figures/register/register-coverage.graphql.js';
import { graphql } from '../../shared/graphql/graphql.js';

export const executiveQuarterQuery = graphql(
  `
    query ExecutiveQuarter($filter: PortfolioFilter, $quarterOf: Day) {
      executiveQuarter(filter: $filter, quarterOf: $quarterOf) {
        ...ExecutiveQuarterFields
        pending
        factsAt
      }
      registerCoverage(filter: $filter) {
        ...RegisterCoverageFields
      }
    }
  `,
  [executiveQuarterFields, registerCoverageFields],
);

export const overLimitQuery = graphql(
  `
    query OverLimit($filter: PortfolioFilter, $quarterOf: Day, $stage: Stage!, $after: String!) {
      executiveQuarter(filter: $filter, quarterOf: $quarterOf) {
        stuck {
          initiatives(stage: $stage, first: 50, after: $after) {
            ...OverLimitFields
          }
        }
      }
    }
  `,
  [overLimitFields],
);

/** The reports of quarters, newest first: which of them has been published. */
export const publishedQuery = graphql(`
  query PublishedQuarters {
    reports(kind: EXECUTIVE_QUARTER, first: 50) {
      nodes {
        id
        state
        knownAt
        quarter {
          to
        }
        filter {
          unitIds
          kinds
        }
        requestedBy {
          id
          name
        }
      }
    }
  }
`);
