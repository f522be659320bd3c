import { graphql, type ResultOf } from '../../../shared/graphql/graphql.js';

export const findingSummaryQuery = graphql(`
  query FindingSummary($id: ID!) {
    import(id: $id) {
      id
      findingSummary {
        code
        severity
        count
        isOfColumns
        message
        examples {
          id
          value
          isRepaired
          readings {
            choice
            date {
              on
              precision
            }
          }
        }
      }
    }
  }
`);

export type FindingCount = NonNullable<
  ResultOf<typeof findingSummaryQuery>['import']
>['findingSummary'][number];

export const findingsQuery = graphql(`
  query Findings($id: ID!, $code: String, $isOpen: Boolean!, $after: String) {
    import(id: $id) {
      id
      findings(first: 50, after: $after, code: $code, isOpen: $isOpen) {
        nodes {
          id
          rowNumber
          column
          code
          severity
          message
          value
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
    }
  }
`);

type Findings = NonNullable<ResultOf<typeof findingsQuery>['import']>['findings'];
export type Finding = Findings['nodes'][number];

export const NO_FINDINGS: Findings = {
  nodes: [],
  pageInfo: { hasNextPage: false, endCursor: null },
  totalCount: 0,
};
