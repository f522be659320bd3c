import { graphql, type ResultOf } from '../../../shared/graphql/graphql.js';

export const peopleQuery = graphql(`
  query People($search: String, $after: String) {
    people(search: $search, first: 100, after: $after) {
      nodes {
        id
        name
        email
        hasSeat
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`);

export type Person = ResultOf<typeof peopleQuery>['people']['nodes'][number];

export const savePersonMutation = graphql(`
  mutation SavePerson($input: SavePersonInput!) {
    savePerson(input: $input) {
      __typename
      ... on SavePersonSuccess {
        person {
          id
          name
          email
          hasSeat
        }
      }
      ... on UserError {
        message
        path
      }
    }
  }
`);
