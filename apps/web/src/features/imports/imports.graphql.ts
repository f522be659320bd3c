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

export const mappingFields = graphql(`
  fragment MappingFields on ImportMapping {
    identity
    name
    summary
    unit
    externalId
    kind
    tags
    stage
    emptyValues
    stageValues {
      value
      stage
      isRowSkipped
    }
    stageRules {
      when {
        column
        values
      }
      and {
        column
        is
      }
      stage
      reason
    }
    kindValues {
      value
      kind
    }
    dateFormat
    dates {
      column
      stage
      format
      firstOfMonth
      isOfNamedStage
    }
    repairs {
      code
      choice
    }
    sameDay
    questionnaire {
      frameworkId
      frameworkVersion
      assessedOn
      questions {
        column
        question
        values {
          value
          answer
        }
      }
    }
    keepOthersAsAttributes
    asOfOn
    completeSince
    livingOnly
    isPartial
  }
`);

/** An import with its mapping; asked again every second while the worker is at it. */
export const importFields = graphql(
  `
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
      isOutdated
      round
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
        plans
        assessments
        units
        findings
        absent
        absentRunning
        absentEnded
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
        ...MappingFields
      }
    }
  `,
  [mappingFields],
);

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
