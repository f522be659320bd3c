import { graphql } from '../graphql/graphql.js';

/** Who is signed in, outside of any organisation; null when nobody is. */
export const viewerQuery = graphql(`
  query Viewer {
    viewer {
      userId
      email
      name
      isOperator
      tenants {
        id
        slug
        name
        isSample
        role
        isSuspended
      }
    }
  }
`);
