import { graphql, type ResultOf } from '../../shared/graphql/graphql.js';

export const importsQuery = graphql(`
  query Imports($after: String) {
    imports(first: 20, after: $after) {
      nodes {
        id
        fileName
        state
        progress
        rowCount
        createdAt
        createdBy {
          id
          name
        }
        counts {
          created
          changed
          skipped
          findings
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`);

export type ListedImport = ResultOf<typeof importsQuery>['imports']['nodes'][number];

/** An import with its mapping; asked again every second while the worker is at it. */
export const importFields = graphql(`
  fragment ImportFields on Import {
    id
    fileName
    state
    encoding
    delimiter
    sheet
    headerRow
    rowCount
    progress
    isHalfDone
    isHalfUndone
    error
    createdAt
    finishedAt
    createdBy {
      id
      name
    }
    counts {
      rows
      skipped
      created
      changed
      unchanged
      events
      observations
      units
      findings
    }
    mends {
      id
      fileName
    }
    undoCounts {
      removed
      kept
      takenBack
      restored
      units
      unitsKept
    }
    acts {
      id
      act
      doneAt
      doneBy {
        id
        name
      }
    }
    mapping {
      identity
      name
      summary
      unit
      externalId
      kind
      tags
      stage
      stageValues {
        value
        stage
      }
      dateFormat
      dates {
        column
        stage
      }
      keepOthersAsAttributes
      asOfOn
      completeSince
      livingOnly
      isPartial
    }
  }
`);

export const importQuery = graphql(
  `
    query Import($id: ID!) {
      import(id: $id) {
        ...ImportFields
        columns {
          index
          header
          filled
          samples
        }
      }
    }
  `,
  [importFields],
);

export type Import = NonNullable<ResultOf<typeof importQuery>['import']>;
export type ImportColumn = Import['columns'][number];
export type ImportMapping = NonNullable<Import['mapping']>;
export type ImportCounts = NonNullable<Import['counts']>;

export const columnValuesQuery = graphql(`
  query ColumnValues($id: ID!, $column: Int!) {
    import(id: $id) {
      id
      valuesOf(column: $column) {
        value
        count
      }
    }
  }
`);

export type ColumnValues = ResultOf<typeof columnValuesQuery>;

export const findingSummaryQuery = graphql(`
  query FindingSummary($id: ID!) {
    import(id: $id) {
      id
      findingSummary {
        code
        severity
        count
        message
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

export const checkImportMutation = graphql(
  `
    mutation CheckImport($input: CheckImportInput!) {
      checkImport(input: $input) {
        __typename
        ... on CheckImportSuccess {
          import {
            ...ImportFields
          }
        }
        ... on UserError {
          message
          path
        }
      }
    }
  `,
  [importFields],
);

export const startImportMutation = graphql(
  `
    mutation StartImport($input: StartImportInput!) {
      startImport(input: $input) {
        __typename
        ... on StartImportSuccess {
          import {
            ...ImportFields
          }
        }
        ... on UserError {
          message
          path
        }
      }
    }
  `,
  [importFields],
);
