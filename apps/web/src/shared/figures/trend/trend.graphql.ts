import { graphql, type FragmentOf } from '../../graphql/graphql.js';
import { quarterFields } from '../quarter.graphql.js';

const readinessFields = graphql(`
  fragment ReadinessFields on ReadinessFigure {
    value
    n
    active
    stale
    never
    assessedThisQuarter
  }
`);

export const quarterPointFields = graphql(
  `
    fragment QuarterPointFields on QuarterPoint {
      quarter {
        ...QuarterFields
      }
      stages {
        stage
        count
      }
      active
      observedStages
      withoutStage
      ready {
        ready
        of
      }
      readiness {
        ...ReadinessFields
      }
      byStage {
        stage
        readiness {
          ...ReadinessFields
        }
      }
      byDimension {
        dimensionKey
        value
        n
        coverage
      }
    }
  `,
  [quarterFields, readinessFields],
);

export const bridgeFields = graphql(
  `
    fragment BridgeFields on Bridge {
      from {
        ...QuarterFields
      }
      to {
        ...QuarterFields
      }
      start
      end
      change
      continuing
      newInitiatives
      newlyRated
      movedIn
      ended
      becameStale
      movedOut
      counts {
        continuing
        newInitiatives
        newlyRated
        movedIn
        ended
        becameStale
        movedOut
      }
      reason
    }
  `,
  [quarterFields],
);

/** The trend without what only the live page has: how much is still being recomputed. */
export const trendFields = graphql(
  `
    fragment TrendFields on Trend {
      quarters {
        ...QuarterPointFields
      }
      bridge {
        ...BridgeFields
      }
      constantCohort {
        from {
          ...QuarterFields
        }
        to {
          ...QuarterFields
        }
        n
        meanDifference
        lower
        upper
        note
      }
      blockers {
        questionKey
        initiatives
      }
    }
  `,
  [quarterPointFields, bridgeFields, quarterFields],
);

export type QuarterPoint = FragmentOf<typeof quarterPointFields>;
export type ReadinessFigure = FragmentOf<typeof readinessFields>;
export type Bridge = FragmentOf<typeof bridgeFields>;
export type Trend = FragmentOf<typeof trendFields>;
export type ConstantCohort = NonNullable<Trend['constantCohort']>;
export type Blocker = Trend['blockers'][number];
