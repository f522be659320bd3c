import { graphql, type ResultOf } from '../../../../shared/graphql/graphql.js';
import { scoreFields } from '../initiative.graphql.js';

export const initiativeAssessmentsQuery = graphql(
  `
    query InitiativeAssessments($id: ID!, $after: String) {
      initiative(id: $id) {
        id
        assessments(first: 12, after: $after) {
          nodes {
            id
            asOfOn
            submittedAt
            submittedBy {
              id
              name
            }
            frameworkVersion
            score {
              ...ScoreFields
            }
            dimensions {
              dimensionKey
              score {
                ...ScoreFields
              }
            }
            gates {
              stage
              met
              of
              isReady
              blocking
            }
            answers {
              questionKey
              value
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
          totalCount
        }
      }
    }
  `,
  [scoreFields],
);

export const questionnaireRoundsQuery = graphql(
  `
    query QuestionnaireRounds($id: ID!) {
      initiative(id: $id) {
        id
        questionnaireAssessments {
          id
          asOfOn
          submittedAt
          framework {
            id
            name
            version
          }
          score {
            ...ScoreFields
          }
        }
      }
    }
  `,
  [scoreFields],
);

/** Answers to one of the organisation's own questionnaires. */
export type QuestionnaireRound = NonNullable<
  ResultOf<typeof questionnaireRoundsQuery>['initiative']
>['questionnaireAssessments'][number];

type Assessments = NonNullable<ResultOf<typeof initiativeAssessmentsQuery>['initiative']>['assessments'];
/** One submitted round of answers. */
export type Round = Assessments['nodes'][number];

export const NO_ROUNDS: Assessments = {
  nodes: [],
  pageInfo: { hasNextPage: false, endCursor: null },
  totalCount: 0,
};
