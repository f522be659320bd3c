import { graphql, type ResultOf } from '../../../shared/graphql/graphql.js';
import { frameworkFields, scoreFields } from '../assessment.graphql.js';

const roundFields = graphql(
  `
    fragment SubmittedRound on Assessment {
      id
      asOfOn
      score {
        ...AssessmentScore
      }
      dimensions {
        dimensionKey
        score {
          ...AssessmentScore
        }
      }
      answers {
        questionKey
        value
        note
        actionRequired
        evidence
        inheritedFrom
        isConfirmed
      }
    }
  `,
  [scoreFields],
);

export const assessmentQuery = graphql(
  `
    query Assessment($id: ID!) {
      assessment(id: $id) {
        ...SubmittedRound
        subjectKind
        submittedAt
        submittedBy {
          id
          name
        }
        supersededAt
        replacedBy {
          id
          asOfOn
        }
        previous {
          ...SubmittedRound
        }
        framework {
          ...AssessmentFramework
        }
        gates {
          stage
          met
          of
          isReady
          blocking
        }
        initiative {
          id
          key
          name
          canAssess
          stage {
            stage
          }
        }
        unit {
          id
          name
        }
      }
    }
  `,
  [roundFields, frameworkFields],
);

/** Whose answers were taken over, and of which day. */
export const sourceQuery = graphql(`
  query InheritanceSource($id: ID!) {
    assessment(id: $id) {
      id
      asOfOn
      unit {
        id
        name
      }
    }
  }
`);

export type Assessment = NonNullable<ResultOf<typeof assessmentQuery>['assessment']>;
export type Answer = Assessment['answers'][number];
export type Gate = Assessment['gates'][number];
