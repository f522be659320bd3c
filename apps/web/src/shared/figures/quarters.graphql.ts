import { graphql } from '../graphql/graphql.js';
import { quarterFields } from './quarter.graphql.js';

/** The last quarters, the running one included; oldest first. */
export const quartersQuery = graphql(
  `
    query Quarters($count: Int!) {
      quarters(count: $count) {
        ...QuarterFields
      }
    }
  `,
  [quarterFields],
);
