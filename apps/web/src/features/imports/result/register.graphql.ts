import { registerCoverageFields } from '../../../shared/figures/register/register-coverage.graphql.js';
import { graphql } from '../../../shared/graphql/graphql.js';

/** What can be told from all that is imported. */
export const registerCoverageQuery = graphql(
  `
    query RegisterCoverage {
      registerCoverage {
        ...RegisterCoverageFields
      }
    }
  `,
  [registerCoverageFields],
);
