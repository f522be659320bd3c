import { graphql, type ResultOf } from '../graphql/graphql.js';

/** All units of the organisation, closed ones too. */
export const unitsQuery = graphql(`
  query Units {
    units {
      id
      name
      path
      isClosed
      parent {
        id
      }
    }
  }
`);

export type Unit = ResultOf<typeof unitsQuery>['units'][number];
