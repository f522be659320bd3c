import { graphql, type ResultOf } from '../../../shared/graphql/graphql.js';

export const matchingQuery = graphql(`
  query ImportMatching($id: ID!) {
    importMatching(importId: $id) {
      summary {
        kind
        isOpen
        isNew
        count
      }
      newUnits {
        name
        rows
      }
    }
  }
`);

export type MatchCount = ResultOf<typeof matchingQuery>['importMatching']['summary'][number];
export type NewUnit = ResultOf<typeof matchingQuery>['importMatching']['newUnits'][number];

const knownFields = graphql(`
  fragment KnownInitiative on Initiative {
    id
    key
    name
    unit {
      id
      name
    }
    stage {
      stage
    }
  }
`);

export const matchesQuery = graphql(
  `
    query ImportMatches($id: ID!, $kind: MatchKind, $isOpen: Boolean!, $isNew: Boolean!, $after: String) {
      importMatching(importId: $id) {
        matches(first: 50, after: $after, kind: $kind, isOpen: $isOpen, isNew: $isNew) {
          nodes {
            rowNumber
            name
            unit
            stage
            kind
            score
            isOpen
            initiative {
              ...KnownInitiative
            }
            splitFrom {
              id
              key
              name
            }
            candidates {
              score
              initiative {
                ...KnownInitiative
              }
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
  [knownFields],
);

export type Match = ResultOf<typeof matchesQuery>['importMatching']['matches']['nodes'][number];
export type Known = Match['candidates'][number]['initiative'];

export const absencesQuery = graphql(
  `
    query ImportAbsences($id: ID!, $after: String) {
      importMatching(importId: $id) {
        absences(first: 50, after: $after) {
          nodes {
            choice
            problem
            initiative {
              ...KnownInitiative
            }
            successor {
              id
              key
              name
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
  [knownFields],
);

export type Absence = ResultOf<typeof absencesQuery>['importMatching']['absences']['nodes'][number];

export const decideMatchesMutation = graphql(`
  mutation DecideMatches($input: DecideMatchesInput!) {
    decideMatches(input: $input) {
      __typename
      ... on DecideMatchesSuccess {
        import {
          id
          state
        }
      }
      ... on UserError {
        message
        path
      }
    }
  }
`);

export const decideAbsencesMutation = graphql(`
  mutation DecideAbsences($input: DecideAbsencesInput!) {
    decideAbsences(input: $input) {
      __typename
      ... on DecideAbsencesSuccess {
        import {
          id
          state
        }
      }
      ... on UserError {
        message
        path
      }
    }
  }
`);
