import {
  executiveQuarterFields,
  overLimitFields,
} from '../../shared/figures/quarter/executive-quarter.graphql.js';
import { quarterFields } from '../../shared/figures/quarter.graphql.js';
import {
  journeyRowsFields,
  timeToProductionFields,
} from '../../shared/figures/time-to-production/time-to-production.graphql.js';
import { trendFields } from '../../shared/figures/trend/trend.graphql.js';
import { graphql, type FragmentOf, type ResultOf } from '../../shared/graphql/graphql.js';

/** What every report says of itself, whatever it holds. */
export const reportFields = graphql(
  `
    fragment ReportFields on Report {
      id
      kind
      quarter {
        ...QuarterFields
      }
      filter {
        unitIds
        kinds
      }
      knownAt
      state
      progress
      requestedAt
      requestedBy {
        id
        name
      }
      finishedAt
      error
    }
  `,
  [quarterFields],
);

export const reportsQuery = graphql(
  `
    query Reports($kind: ReportKind, $after: String) {
      reports(kind: $kind, first: 20, after: $after) {
        nodes {
          ...ReportFields
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
    }
  `,
  [reportFields],
);

export const reportStateQuery = graphql(`
  query ReportState($id: ID!) {
    report(id: $id) {
      id
      state
      progress
    }
  }
`);

export const reportQuery = graphql(
  `
    query Report($id: ID!) {
      report(id: $id) {
        ...ReportFields
        resultDigest
        rerunOf {
          id
        }
        manifest {
          engineVersion
          nodeVersion
          methodVersion
          inputDigest
          resultDigest
          counts {
            name
            count
          }
          frameworks
          from
          to
          knownAt
        }
        trend {
          ...TrendFields
        }
        timeToProduction {
          ...TimeToProductionFields
        }
        executiveQuarter {
          ...ExecutiveQuarterFields
        }
      }
    }
  `,
  [reportFields, trendFields, timeToProductionFields, executiveQuarterFields],
);

export const reportRowsQuery = graphql(
  `
    query ReportRows($id: ID!, $after: String!) {
      report(id: $id) {
        timeToProduction {
          rows(first: 50, after: $after) {
            ...JourneyRowsFields
          }
        }
      }
    }
  `,
  [journeyRowsFields],
);

export const reportOverLimitQuery = graphql(
  `
    query ReportOverLimit($id: ID!, $stage: Stage!, $after: String!) {
      report(id: $id) {
        executiveQuarter {
          stuck {
            initiatives(stage: $stage, first: 50, after: $after) {
              ...OverLimitFields
            }
          }
        }
      }
    }
  `,
  [overLimitFields],
);

/** Apart from the report: the period is computed anew for it, which takes longer than to show what is stored. */
export const correctionsQuery = graphql(`
  query ReportCorrections($id: ID!) {
    report(id: $id) {
      id
      correctedSince {
        figure
        published
        now
      }
    }
  }
`);

export const rerunQuery = graphql(`
  query ReportRerun($id: ID!) {
    report(id: $id) {
      id
      state
      progress
      error
      finishedAt
      resultDigest
      isEqual
      differences {
        figure
        published
        now
      }
    }
  }
`);

export const requestReportMutation = graphql(`
  mutation RequestReport($input: RequestReportInput!) {
    requestReport(input: $input) {
      __typename
      ... on RequestReportSuccess {
        report {
          id
        }
      }
      ... on InvalidInputError {
        message
        path
      }
    }
  }
`);

export const rerunReportMutation = graphql(`
  mutation RerunReport($input: RerunReportInput!) {
    rerunReport(input: $input) {
      __typename
      ... on RerunReportSuccess {
        report {
          id
        }
      }
      ... on InvalidInputError {
        message
        path
      }
    }
  }
`);

export type ReportLine = FragmentOf<typeof reportFields>;
export type Report = NonNullable<ResultOf<typeof reportQuery>['report']>;
export type Correction = NonNullable<
  NonNullable<ResultOf<typeof correctionsQuery>['report']>['correctedSince']
>[number];
