import { graphql, type ResultOf } from '../../../shared/graphql/graphql.js';
import { scoreFields } from '../assessment.graphql.js';

const answerFields = graphql(`
  fragment AnswerInDraft on DraftAnswer {
    questionKey
    value
    note
    actionRequired
    evidence
    isTouched
    inherited
    mode
    revision
  }
`);

const standingFields = graphql(
  `
    fragment DraftStanding on AssessmentDraft {
      id
      revision
      preview {
        ...AssessmentScore
      }
      dimensions {
        dimensionKey
        score {
          ...AssessmentScore
        }
      }
    }
  `,
  [scoreFields],
);

/** An open round; its framework is asked for apart, since it does not change with every answer. */
export const draftQuery = graphql(
  `
    query Draft($id: ID!) {
      assessmentDraft(id: $id) {
        ...DraftStanding
        subjectKind
        asOfOn
        framework {
          id
          version
        }
        initiative {
          id
          key
          name
          canAssess
        }
        unit {
          id
          name
        }
        corrects {
          id
          asOfOn
        }
        previous {
          id
          asOfOn
          score {
            ...AssessmentScore
          }
        }
        inheritsFrom {
          id
          asOfOn
          unit {
            id
            name
          }
        }
        answers {
          ...AnswerInDraft
          previous {
            value
            note
          }
          updatedBy {
            id
            name
          }
        }
      }
    }
  `,
  [answerFields, standingFields, scoreFields],
);

/** Asks for nothing of a person: every save would make the page ask for the session again. */
export const saveAnswerMutation = graphql(
  `
    mutation SaveAnswer($input: SaveAnswerInput!) {
      saveAnswer(input: $input) {
        __typename
        ... on SaveAnswerSuccess {
          answer {
            ...AnswerInDraft
          }
          draft {
            ...DraftStanding
          }
        }
        ... on DraftConflictError {
          current {
            ...AnswerInDraft
            updatedBy {
              id
              name
            }
          }
        }
        ... on InvalidInputError {
          message
          code
        }
      }
    }
  `,
  [answerFields, standingFields],
);

export const submitAssessmentMutation = graphql(`
  mutation SubmitAssessment($input: SubmitAssessmentInput!) {
    submitAssessment(input: $input) {
      __typename
      ... on SubmitAssessmentSuccess {
        assessment {
          id
        }
      }
      ... on AlreadySubmittedError {
        message
        assessment {
          id
        }
      }
      ... on AnswersMissingError {
        message
        questionKeys
      }
      ... on ConflictError {
        message
      }
      ... on InvalidInputError {
        message
        code
      }
    }
  }
`);

export const discardDraftMutation = graphql(`
  mutation DiscardDraft($input: DiscardDraftInput!) {
    discardDraft(input: $input) {
      __typename
      ... on InvalidInputError {
        message
      }
    }
  }
`);

/** Whether a draft that is gone became an assessment: it keeps its id. */
export const submittedDraftQuery = graphql(`
  query SubmittedDraft($id: ID!) {
    assessment(id: $id) {
      id
      asOfOn
      submittedAt
      submittedBy {
        id
        name
      }
    }
  }
`);

export type Draft = NonNullable<ResultOf<typeof draftQuery>['assessmentDraft']>;
/** One question of an open round, as the server has it. */
export type DraftAnswer = Draft['answers'][number];
/** What the answers come to. */
export type DraftStanding = Pick<Draft, 'revision' | 'preview' | 'dimensions'>;
