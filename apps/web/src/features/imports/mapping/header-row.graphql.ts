import { graphql, type ResultOf } from '../../../shared/graphql/graphql.js';

export const firstRowsQuery = graphql(`
  query FirstRows($id: ID!) {
    import(id: $id) {
      id
      firstRows {
        rowNumber
        cells
      }
    }
  }
`);

export type FileRow = NonNullable<ResultOf<typeof firstRowsQuery>['import']>['firstRows'][number];

/** The page asks for the import anew: its columns are others. */
export const chooseHeaderRowMutation = graphql(`
  mutation ChooseHeaderRow($input: ChooseHeaderRowInput!) {
    chooseHeaderRow(input: $input) {
      __typename
      ... on ChooseHeaderRowSuccess {
        import {
          id
          headerRow
        }
      }
      ... on UserError {
        message
        path
      }
    }
  }
`);
