import { graphql } from '../../../shared/graphql/graphql.js';

export const startRoundMutation = graphql(`
  mutation StartRound($input: StartAssessmentInput!) {
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

/** The round that stands in the way of another one. */
export const openRoundQuery = graphql(`
  query OpenRound($subjectKind: SubjectKind!, $subjectId: ID) {
    openDraft(subjectKind: $subjectKind, subjectId: $subjectId) {
      id
    }
  }
`);
