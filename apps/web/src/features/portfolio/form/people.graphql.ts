import { graphql } from '../../../shared/graphql/graphql.js';

export const peopleSearchQuery = graphql(`
  query PeopleSearch($search: String) {
    people(search: $search, first: 50) {
      nodes {
        id
        name
        email
      }
    }
  }
`);

export const addPersonMutation = graphql(`
  mutation AddPerson($input: SavePersonInput!) {
    savePerson(input: $input) {
      __typename
      ... on SavePersonSuccess {
        person {
          id
          name
          email
        }
      }
      ... on UserError {
        message
        path
      }
    }
  }
`);
