import { graphql } from '../graphql/graphql.js';

export const startAssessmentMutation = graphql(`
  mutation StartAssessment($input: StartAssessmentInput!) {
    startAssessment(input: $input) {
      __typename
      ... on StartAssessmentSuccess {
        draft {
          id
        }
      }
      ... on InvalidInputError {
        message
        path
        code
      }
    }
  }
`);
