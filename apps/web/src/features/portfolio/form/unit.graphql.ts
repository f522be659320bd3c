import { graphql } from '../../../shared/graphql/graphql.js';

export const addUnitMutation = graphql(`
  mutation AddUnit($input: SaveUnitInput!) {
    saveUnit(input: $input) {
      __typename
      ... on SaveUnitSuccess {
        unit {
          id
          name
          path
        }
      }
      ... on UserError {
        message
        path
      }
    }
  }
`);
