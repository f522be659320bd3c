import { graphql } from '../../shared/graphql/graphql.js';
import { importFields } from './imports.graphql.js';

export const cancelImportMutation = graphql(
  `
    mutation CancelImport($input: CancelImportInput!) {
      cancelImport(input: $input) {
        __typename
        ... on CancelImportSuccess {
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

export const pauseImportMutation = graphql(
  `
    mutation PauseImport($input: PauseImportInput!) {
      pauseImport(input: $input) {
        __typename
        ... on PauseImportSuccess {
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

export const undoImportMutation = graphql(
  `
    mutation UndoImport($input: UndoImportInput!) {
      undoImport(input: $input) {
        __typename
        ... on UndoImportSuccess {
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
