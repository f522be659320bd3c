import { graphql } from '../graphql/graphql.js';

export const initiativeSearchQuery = graphql(`
  query InitiativeSearch($search: String) {
    initiatives(filter: { search: $search }, first: 20) {
      nodes {
        id
        key
        name
      }
    }
  }
`);
