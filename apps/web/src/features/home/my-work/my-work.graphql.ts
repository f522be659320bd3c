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
  }
`);

export type WorkInitiative = ResultOf<typeof workInitiative>;

export const myWorkQuery = graphql(
  `
    query MyWork {
      myWork {
        owned
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
          currentAssessment {
            id
            asOfOn
          }
        }
      }
    }
  `,
  [workInitiative],
);

export type MyWork = ResultOf<typeof myWorkQuery>['myWork'];
export type WorkDraft = MyWork['drafts'][number];
export type WorkToAssess = MyWork['toAssess'][number];

export const confirmStageMutation = graphql(
  `
    mutation ConfirmStage($input: ConfirmStageInput!) {
      confirmStage(input: $input) {
        __typename
        ... on RecordStageSuccess {
          initiative {
            ...WorkInitiative
          }
        }
        ... on UserError {
          message
          path
        }
      }
    }
  `,
  [workInitiative],
);

export const startAssessmentMutation = graphql(`
  mutation StartAssessmentFromHome($input: StartAssessmentInput!) {
    startAssessment(input: $input) {
      __typename
      ... on StartAssessmentSuccess {
        draft {
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
