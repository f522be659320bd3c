import { graphql, type ResultOf } from '../../../shared/graphql/graphql.js';

export const officeWorkQuery = graphql(`
  query OfficeWork {
    officeWork {
      active
      movedThisQuarter
      withoutOwner
      withoutSponsor
      withoutStage
      notConfirmed90Days
      overLimitNoPlan
      longInLimitedProduction
      importFindings
      stale
      neverAssessed
    }
    initiatives(first: 1) {
      totalCount
    }
    imports(first: 1, state: DONE) {
      nodes {
        id
      }
    }
    quarters(count: 1) {
      label
      from
      to
      isCurrent
    }
  }
`);

export type OfficeWork = ResultOf<typeof officeWorkQuery>['officeWork'];
