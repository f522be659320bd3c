import { graphql, type FragmentOf } from '../../graphql/graphql.js';

export const horizonShareFields = graphql(`
  fragment HorizonShareFields on HorizonShare {
    months
    share
    lower
    upper
    atRisk
    reason
  }
`);

/** A page of the pilots behind the figures. */
export const journeyRowsFields = graphql(`
  fragment JourneyRowsFields on JourneyRowConnection {
    nodes {
      initiative {
        id
        key
        name
      }
      from
      to
      enteredWatchOn
      cause
      leftUndated
      days
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
`);

export const timeToProductionFields = graphql(
  `
    fragment TimeToProductionFields on TimeToProduction {
      asOf
      n
      events
      stopped
      merged
      running
      leftUndated
      excluded {
        code
        count
        message
      }
      completeSince
      livingOnly
      wording
      curves {
        cause
        points {
          days
          months
          share
          lower
          upper
          atRisk
        }
      }
      riskTable {
        months
        watched
        inProduction
        stopped
      }
      shares {
        ...HorizonShareFields
      }
      quarterArrivedMonths
      medianMonths
      finishedOnlyMedianMonths
      finishedOnlyN
      coarseDates
      sameDay
      startsAtDays
      reason
      rows(first: 10) {
        ...JourneyRowsFields
      }
    }
  `,
  [horizonShareFields, journeyRowsFields],
);

export type TimeToProduction = FragmentOf<typeof timeToProductionFields>;
export type HorizonShare = FragmentOf<typeof horizonShareFields>;
export type JourneyRows = FragmentOf<typeof journeyRowsFields>;
export type JourneyRow = JourneyRows['nodes'][number];
