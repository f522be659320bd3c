import { graphql, type ResultOf } from '../../../shared/graphql/graphql.js';

const targetFramework = graphql(`
  fragment TargetFramework on Framework {
    id
    version
    name
    questions {
      key
      text
      scope
      ifYes
      ifPartial
      ifNo
    }
  }
`);

/** What columns can answer: the organisation's own questionnaires, and the built-in framework. */
export const targetFrameworksQuery = graphql(
  `
    query TargetFrameworks {
      framework {
        ...TargetFramework
      }
      ownFrameworks {
        framework {
          ...TargetFramework
        }
      }
    }
  `,
  [targetFramework],
);

export type TargetFramework = ResultOf<typeof targetFrameworksQuery>['framework'];
