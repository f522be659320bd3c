import { graphql, type ResultOf } from '../../../shared/graphql/graphql.js';

const memberFields = graphql(`
  fragment MemberFields on Member {
    id
    role
    status
    invitedAt
    person {
      id
      name
      email
    }
    units {
      id
      name
    }
  }
`);

export const membersQuery = graphql(
  `
    query Members($after: String) {
      members(first: 100, after: $after) {
        nodes {
          ...MemberFields
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
    }
  `,
  [memberFields],
);

export type Member = ResultOf<typeof memberFields>;

const invitationFields = graphql(
  `
    fragment InvitationFields on Invitation {
      link
      isMailed
      member {
        ...MemberFields
      }
    }
  `,
  [memberFields],
);

export type Invitation = ResultOf<typeof invitationFields>;

export const inviteMembersMutation = graphql(
  `
    mutation InviteMembers($input: InviteMembersInput!) {
      inviteMembers(input: $input) {
        __typename
        ... on InviteMembersSuccess {
          invitations {
            ...InvitationFields
          }
        }
        ... on UserError {
          message
          path
        }
      }
    }
  `,
  [invitationFields],
);

export const renewInvitationMutation = graphql(
  `
    mutation RenewInvitation($input: RenewInvitationInput!) {
      renewInvitation(input: $input) {
        __typename
        ... on RenewInvitationSuccess {
          invitation {
            ...InvitationFields
          }
        }
        ... on UserError {
          message
          path
        }
      }
    }
  `,
  [invitationFields],
);

export const changeMemberMutation = graphql(
  `
    mutation ChangeMember($input: ChangeMemberInput!) {
      changeMember(input: $input) {
        __typename
        ... on ChangeMemberSuccess {
          member {
            ...MemberFields
          }
        }
        ... on UserError {
          message
          path
        }
      }
    }
  `,
  [memberFields],
);

export const removeMemberMutation = graphql(`
  mutation RemoveMember($input: RemoveMemberInput!) {
    removeMember(input: $input) {
      __typename
      ... on RemoveMemberSuccess {
        memberId
      }
      ... on UserError {
        message
        path
      }
    }
  }
`);
