import { graphql, type ResultOf } from '../../../shared/graphql/graphql.js';
import { mappingFields } from '../imports.graphql.js';

export const savedMappingsQuery = graphql(
  `
    query SavedMappings($id: ID!) {
      import(id: $id) {
        id
        savedMappings {
          saved {
            id
            name
            version
            yaml
          }
          missing
          mapping {
            ...MappingFields
          }
        }
      }
    }
  `,
  [mappingFields],
);

export type FittingMapping = NonNullable<
  ResultOf<typeof savedMappingsQuery>['import']
>['savedMappings'][number];

export const saveMappingMutation = graphql(`
  mutation SaveMapping($input: SaveMappingInput!) {
    saveMapping(input: $input) {
      __typename
      ... on SaveMappingSuccess {
        saved {
          id
          name
          version
        }
      }
      ... on UserError {
        message
        path
      }
    }
  }
`);

export const loadMappingMutation = graphql(`
  mutation LoadMapping($input: LoadMappingInput!) {
    loadMapping(input: $input) {
      __typename
      ... on SaveMappingSuccess {
        saved {
          id
          name
          version
        }
      }
      ... on UserError {
        message
        path
      }
    }
  }
`);
