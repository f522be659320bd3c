import { graphql, type FragmentOf } from '../../graphql/graphql.js';

/** What the register can tell of the part of the portfolio that a page shows. */
export const registerCoverageFields = graphql(`
  fragment RegisterCoverageFields on RegisterCoverage {
    wording
    initiatives
    withStartDate
    reachedProduction
    withProductionDate
    observedOnly
    units {
      unit {
        id
        name
      }
      initiatives
      withStartDate
      reachedProduction
      withProductionDate
      observedOnly
    }
    otherUnits {
      units
      initiatives
      withStartDate
      reachedProduction
      withProductionDate
      observedOnly
    }
  }
`);

export type RegisterCoverage = FragmentOf<typeof registerCoverageFields>;
