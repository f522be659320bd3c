import { graphql, type FragmentOf } from '../../graphql/graphql.js';
import { quarterFields } from '../quarter.graphql.js';
import { horizonShareFields } from '../time-to-production/time-to-production.graphql.js';
import { bridgeFields, quarterPointFields } from '../trend/trend.graphql.js';

/** A page of those over the limit. */
export const overLimitFields = graphql(`
  fragment OverLimitFields on InitiativeConnection {
    nodes {
      id
      key
      name
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
`);

export const executiveQuarterFields = graphql(
  `
    fragment ExecutiveQuarterFields on ExecutiveQuarter {
      quarter {
        ...QuarterFields
      }
      headline
      inProduction {
        count
        of
        previous
        entered
        firstRecorded
        left
      }
      pilots {
        count
        of
        previous
        entered
        firstRecorded
        left
      }
      ready {
        ready
        of
      }
      previousReady {
        ready
        of
      }
      shareWithin12Months {
        ...HorizonShareFields
      }
      shareN
      shareWording
      stuck {
        stuck
        overLimitNoPlan
        previous
        initiatives(first: 5) {
          ...OverLimitFields
        }
        inLimitedProduction: initiatives(stage: LIMITED_PRODUCTION, first: 5) {
          ...OverLimitFields
        }
      }
      moved {
        initiative {
          id
          key
          name
        }
        text
        on
      }
      blocker {
        questionKey
        initiatives
      }
      blockerName
      foot
      bridge {
        ...BridgeFields
      }
      quarters {
        ...QuarterPointFields
      }
    }
  `,
  [quarterFields, horizonShareFields, bridgeFields, quarterPointFields, overLimitFields],
);

export type OverLimit = FragmentOf<typeof overLimitFields>;
export type ExecutiveQuarter = FragmentOf<typeof executiveQuarterFields>;
