import { graphql } from '../graphql/graphql.js';

/** What shows the initiative or its records is asked again by their types. */
export const confirmStageMutation = graphql(`
  mutation ConfirmStage($input: ConfirmStageInput!) {
    confirmStage(input: $input) {
      __typename
      ... on RecordStageSuccess {
        initiative {
          id
        }
        record {
          id
        }
      }
      ... on UserError {
        message
        path
      }
    }
  }
`);
