import { graphql, type ResultOf } from '../../shared/graphql/graphql.js';

const tenantFields = graphql(`
  fragment OperatorTenantFields on OperatorTenant {
    id
    slug
    name
    isSuspended
    isSample
    createdAt
    members
  }
`);

export type OperatorTenant = ResultOf<typeof tenantFields>;

export const operatorTenantsQuery = graphql(
  `
    query OperatorTenants($search: String, $after: String) {
      operatorTenants(search: $search, first: 50, after: $after) {
        nodes {
          ...OperatorTenantFields
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
    }
  `,
  [tenantFields],
);

export const queueHealthQuery = graphql(`
  query QueueHealth {
    queueHealth {
      backend
      pending
      running
      failed
      oldestPendingSeconds
    }
  }
`);

export type QueueHealthFields = ResultOf<typeof queueHealthQuery>['queueHealth'];

export const createTenantMutation = graphql(
  `
    mutation CreateTenant($input: CreateTenantInput!) {
      createTenant(input: $input) {
        __typename
        ... on CreateTenantSuccess {
          inviteLink
          tenant {
            ...OperatorTenantFields
          }
        }
        ... on UserError {
          message
          path
        }
      }
    }
  `,
  [tenantFields],
);

export const setTenantSuspendedMutation = graphql(
  `
    mutation SetTenantSuspended($input: SetTenantSuspendedInput!) {
      setTenantSuspended(input: $input) {
        __typename
        ... on SetTenantSuspendedSuccess {
          tenant {
            ...OperatorTenantFields
          }
        }
        ... on UserError {
          message
          path
        }
      }
    }
  `,
  [tenantFields],
);
