import { graphql, type ResultOf } from '../../../shared/graphql/graphql.js';

const workInitiative = graphql(`
  fragment WorkInitiative on Initiative {
    id
    key
    name
    lastObservedOn
    unit {
      id
      name
    }
    stage {
      stage
      knownBy
      days
      outcome
      since {
        on
        precision
      }
    }
    currentAssessment {
      id
      asOfOn
      gates {
        stage
        blocking
      }
    }
  }
`);

export type WorkInitiative = ResultOf<typeof workInitiative>;

export const myWorkQuery = graphql(
  `
    query MyWork {
      myWork {
        owned
        toConfirmCount
        toAssessCount
        drafts {
          id
          subjectKind
          asOfOn
          updatedAt
          unit {
            id
            name
          }
          initiative {
            id
            key
            name
          }
          preview {
            answered
            applicable
          }
        }
        toConfirm {
          ...WorkInitiative
        }
        toAssess {
          ...WorkInitiative
        }
      }
    }
  `,
  [workInitiative],
);

export type MyWork = ResultOf<typeof myWorkQuery>['myWork'];
export type WorkDraft = MyWork['drafts'][number];

/** What each stage asks of each question. */
export const questionGatesQuery = graphql(`
  query QuestionGates {
    framework {
      id
      version
      questions {
        key
        gates {
          stage
          minimum
        }
      }
    }
  }
`);

export type QuestionGates = ResultOf<typeof questionGatesQuery>['framework']['questions'];
