import { graphql } from '../graphql/graphql.js';

/** The names behind the keys of dimensions and questions. */
export const frameworkNamesQuery = graphql(`
  query FrameworkNames {
    framework {
      id
      version
      dimensions {
        key
        name
      }
      questions {
        key
        dimensionKey
        text
      }
    }
  }
`);
