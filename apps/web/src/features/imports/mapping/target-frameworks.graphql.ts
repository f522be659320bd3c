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

type TargetFrameworks = ResultOf<typeof targetFrameworksQuery>;
export type TargetFramework = TargetFrameworks['framework'];

/** The organisation's own first, the newest version of each before its older ones. */
export const targetsOf = ({ ownFrameworks, framework }: TargetFrameworks): TargetFramework[] => [
  ...ownFrameworks.map((own) => own.framework),
  framework,
];
