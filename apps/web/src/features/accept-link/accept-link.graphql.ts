import { graphql, type ResultOf } from '../../shared/graphql/graphql.js';

export const linkPreviewQuery = graphql(`
  query LinkPreview($token: String!) {
    linkPreview(token: $token) {
      kind
      tenantName
      name
      email
      isExpired
      needsAccount
    }
    viewer {
      email
      name
    }
  }
`);

export type LinkPreview = NonNullable<ResultOf<typeof linkPreviewQuery>['linkPreview']>;
export type LinkViewer = NonNullable<ResultOf<typeof linkPreviewQuery>['viewer']>;

export const acceptLinkMutation = graphql(`
  mutation AcceptLink($input: AcceptLinkInput!) {
    acceptLink(input: $input) {
      __typename
      ... on AcceptLinkSuccess {
        email
        tenantSlug
      }
      ... on UserError {
        message
        path
      }
    }
  }
`);
