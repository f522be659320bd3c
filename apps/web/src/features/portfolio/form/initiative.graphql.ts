import { graphql } from '../../../shared/graphql/graphql.js';

export const createInitiativeMutation = graphql(`
  mutation CreateInitiative($input: CreateInitiativeInput!) {
    createInitiative(input: $input) {
      __typename
      ... on CreateInitiativeSuccess {
        initiative {
          id
          key
          name
        }
      }
      ... on UserError {
        message
        path
      }
    }
  }
`);

export const updateInitiativeMutation = graphql(`
  mutation UpdateInitiative($input: UpdateInitiativeInput!) {
    updateInitiative(input: $input) {
      __typename
      ... on UpdateInitiativeSuccess {
        initiative {
          id
          name
          version
        }
      }
      ... on UserError {
        message
        path
      }
    }
  }
`);
