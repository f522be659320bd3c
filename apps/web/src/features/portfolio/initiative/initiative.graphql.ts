import { graphql, type ResultOf } from '../../../shared/graphql/graphql.js';

/** A score with what it stands on. */
export const scoreFields = graphql(`
  fragment ScoreFields on Score {
    value
    display
    answered
    applicable
    lower
    upper
    reason
  }
`);

export const initiativeQuery = graphql(
  `
    query Initiative($id: ID!) {
      initiative(id: $id) {
        id
        key
        name
        summary
        kind
        riskTier
        deliveryModel
        externalId
        tags
        attributes {
          name
          value
        }
        unit {
          id
          name
          path
        }
        owner {
          id
          name
        }
        sponsor {
          id
          name
        }
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
        stagePlans {
          id
          stage
          statedOn
          on {
            on
            precision
          }
        }
        lastObservedOn
        createdAt
        version
        canEdit
        canAssess
        draft {
          id
          asOfOn
        }
        currentAssessment {
          id
          asOfOn
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
        }
      }
    }
  `,
  [scoreFields],
);

export type Initiative = NonNullable<ResultOf<typeof initiativeQuery>['initiative']>;
export type CurrentAssessment = NonNullable<Initiative['currentAssessment']>;
export type Gate = CurrentAssessment['gates'][number];

export const revisionsQuery = graphql(`
  query InitiativeRevisions($id: ID!) {
    initiative(id: $id) {
      id
      revisions {
        id
        effectiveOn
        recordedAt
        recordedBy {
          id
          name
        }
        changed
      }
    }
  }
`);

export type Revision = NonNullable<ResultOf<typeof revisionsQuery>['initiative']>['revisions'][number];
