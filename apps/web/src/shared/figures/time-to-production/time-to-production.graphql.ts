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
      rows {
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
    }
  `,
  [horizonShareFields],
);

export type TimeToProduction = FragmentOf<typeof timeToProductionFields>;
export type HorizonShare = FragmentOf<typeof horizonShareFields>;
export type JourneyRow = TimeToProduction['rows'][number];
