import { graphql, type ResultOf } from '../../../shared/graphql/graphql.js';
import { quarterFields } from '../../../shared/figures/quarter.graphql.js';
import { frameworkFields, scoreFields } from '../assessment.graphql.js';

/** The rounds of the organisation or a unit, with what is open and what a new round needs. */
export const checkQuery = graphql(
  `
    query Check($subjectKind: SubjectKind!, $subjectId: ID) {
      assessments(subjectKind: $subjectKind, subjectId: $subjectId, first: 12) {
        totalCount
        nodes {
          id
          asOfOn
          submittedAt
          submittedBy {
            id
            name
          }
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
            actionRequired
          }
        }
      }
      openDraft(subjectKind: $subjectKind, subjectId: $subjectId) {
        id
        asOfOn
        updatedAt
        updatedBy {
          id
          name
        }
        preview {
          answered
          applicable
        }
      }
      framework {
        ...AssessmentFramework
      }
      quarters(count: 2) {
        ...QuarterFields
      }
      initiatives(first: 1) {
        totalCount
      }
    }
  `,
  [scoreFields, frameworkFields, quarterFields],
);

export type Check = ResultOf<typeof checkQuery>;
export type Round = Check['assessments']['nodes'][number];
export type OpenRound = NonNullable<Check['openDraft']>;
