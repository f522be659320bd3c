import { graphql, type ResultOf } from '../graphql/graphql.js';

export const unitFields = graphql(`
  fragment UnitFields on Unit {
    id
    name
    path
    isClosed
    parent {
      id
    }
  }
`);

/** All units of the organisation, closed ones too. */
export const unitsQuery = graphql(
  `
    query Units {
      units {
        ...UnitFields
      }
    }
  `,
  [unitFields],
);

export type Unit = ResultOf<typeof unitsQuery>['units'][number];
