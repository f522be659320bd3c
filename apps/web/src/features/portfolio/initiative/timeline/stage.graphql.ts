import { graphql, type ResultOf } from '../../../../shared/graphql/graphql.js';

/** What it was split off from or into, and everything that was recorded of the stages, also what was corrected or taken back. */
export const stageHistoryQuery = graphql(`
  query StageHistory($id: ID!) {
    initiative(id: $id) {
      id
      splits {
        id
        seenOn
        recordedAt
        recordedBy {
          id
          name
        }
        initiative {
          id
          key
          name
        }
        origin {
          id
          key
          name
        }
      }
      stageHistory(includeSuperseded: true) {
        id
        kind
        stage
        on {
          on
          precision
        }
        reason
        source
        recordedAt
        recordedBy {
          id
          name
        }
        supersededAt
        supersededReason
        replacedBy
        successor {
          id
          key
          name
        }
      }
    }
  }
`);

export type Split = NonNullable<ResultOf<typeof stageHistoryQuery>['initiative']>['splits'][number];

export type StageRecord = NonNullable<
  ResultOf<typeof stageHistoryQuery>['initiative']
>['stageHistory'][number];

/** What changes when a stage is recorded: the page's header and the list are asked again by its types. */
const stageChange = graphql(`
  fragment StageChange on RecordStageSuccess {
    initiative {
      id
      lastObservedOn
      stage {
        stage
        knownBy
        outcome
        days
        since {
          on
          precision
        }
      }
    }
    record {
      id
    }
  }
`);

export const recordStageMutation = graphql(
  `
    mutation RecordStage($input: RecordStageInput!) {
      recordStage(input: $input) {
        __typename
        ...StageChange
        ... on StageContradictionError {
          conflictingRecordId
        }
        ... on UserError {
          message
          path
        }
      }
    }
  `,
  [stageChange],
);

export const correctStageMutation = graphql(
  `
    mutation CorrectStage($input: CorrectStageInput!) {
      correctStage(input: $input) {
        __typename
        ...StageChange
        ... on StageContradictionError {
          conflictingRecordId
        }
        ... on UserError {
          message
          path
        }
      }
    }
  `,
  [stageChange],
);

export const retractStageMutation = graphql(
  `
    mutation RetractStage($input: RetractStageInput!) {
      retractStage(input: $input) {
        __typename
        ...StageChange
        ... on StageContradictionError {
          conflictingRecordId
        }
        ... on UserError {
          message
          path
        }
      }
    }
  `,
  [stageChange],
);
