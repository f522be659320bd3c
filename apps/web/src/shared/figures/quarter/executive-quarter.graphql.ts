import { graphql, type FragmentOf } from '../../graphql/graphql.js';
import { quarterFields } from '../quarter.graphql.js';
import { horizonShareFields } from '../time-to-production/time-to-production.graphql.js';
import { bridgeFields, quarterPointFields } from '../trend/trend.graphql.js';

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
        initiatives {
          id
          key
          name
        }
        longInLimitedProduction {
          id
          key
          name
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
  [quarterFields, horizonShareFields, bridgeFields, quarterPointFields],
);

export type ExecutiveQuarter = FragmentOf<typeof executiveQuarterFields>;
