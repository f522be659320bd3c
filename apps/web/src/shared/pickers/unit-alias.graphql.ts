import { graphql } from '../graphql/graphql.js';

export const saveUnitAliasMutation = graphql(`
  mutation SaveUnitAlias($input: SaveUnitAliasInput!) {
    saveUnitAlias(input: $input) {
      __typename
      ... on SaveUnitAliasSuccess {
        unitAlias {
          alias
          unit {
            id
          }
        }
      }
      ... on UserError {
        message
        path
      }
    }
  }
`);
