import { graphql } from '../../../shared/graphql/graphql.js';

export const saveUnitMutation = graphql(`
  mutation SaveUnit($input: SaveUnitInput!) {
    saveUnit(input: $input) {
      __typename
      ... on SaveUnitSuccess {
        unit {
          id
          name
          path
          isClosed
        }
      }
      ... on UserError {
        message
        path
      }
    }
  }
`);
