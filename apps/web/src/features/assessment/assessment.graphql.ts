import { graphql, type FragmentOf } from '../../shared/graphql/graphql.js';

/** A score with what it stands on. */
export const scoreFields = graphql(`
  fragment AssessmentScore on Score {
    value
    display
    answered
    applicable
    lower
    upper
    reason
  }
`);

/** A framework with all its guidance. */
export const frameworkFields = graphql(`
  fragment AssessmentFramework on Framework {
    id
    kind
    version
    name
    dimensions {
      key
      name
      weight
    }
    questions {
      key
      dimensionKey
      text
      scope
      ownerRole
      ifYes
      ifPartial
      ifNo
      action
      effort
      impact
      notApplicableWhen
    }
  }
`);

export const frameworkQuery = graphql(
  `
    query Framework($id: ID, $version: Int) {
      framework(id: $id, version: $version) {
        ...AssessmentFramework
      }
    }
  `,
  [frameworkFields],
);

export type Score = FragmentOf<typeof scoreFields>;
export type Framework = FragmentOf<typeof frameworkFields>;
export type Question = Framework['questions'][number];
