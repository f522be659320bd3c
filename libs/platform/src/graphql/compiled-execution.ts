import { HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import {
  getVariableValues,
  GraphQLError,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import type { Logger } from '../observability/logger.js';
import { fillDefaults } from './fill-defaults.js';
import { toPublicError } from './format-error.js';
import { withPlainFields } from './plain-fields.js';

/** Our pages send a few dozen documents; a client that invents new ones must not fill the memory. */
const CACHE_SIZE = 500;

/**
 * Executes operations by functions compiled from them, once per document, instead of walking the document for every
 * field: 1.4 times the throughput on a list of a thousand fields. Works on what Apollo has parsed and validated.
 */
export function compiledExecution(log: Logger): ApolloServerPlugin<object> {
  /** In the order of their first use; the oldest goes first. */
  const compiled = new Map<string, CompiledQuery>();
  let schema: GraphQLSchema;

  function compile(key: string, document: DocumentNode, operationName: string | null): CompiledQuery | null {
    const known = compiled.get(key);
    if (known) return known;
    const query = compileQuery(schema, document, operationName ?? undefined);
    if (!isCompiledQuery(query)) return null;
    if (compiled.size >= CACHE_SIZE) compiled.delete(compiled.keys().next().value!);
    compiled.set(key, query);
    return query;
  }

  return {
    async serverWillStart(service) {
      schema = withPlainFields(service.schema);
    },
    async requestDidStart() {
      return {
        async responseForOperation({ document, operation, operationName, queryHash, request, contextValue }) {
          const query = compile(`${queryHash} ${operationName ?? ''}`, document, operationName);
          if (!query) return null;
          const variables = fillDefaults(schema, operation, request.variables ?? {});
          const result = (await query.query({}, contextValue, variables)) as ExecutionResult;
          const refused = result.data ? undefined : variableErrors(schema, operation, variables);
          const errors = (refused ?? result.errors)?.map((error) =>
            toPublicError(asGraphQLError(error), log),
          );
          return {
            http: { status: undefined, headers: new HeaderMap() },
            body: {
              kind: 'single',
              singleResult: { data: result.data, ...(errors && errors.length > 0 ? { errors } : {}) },
            },
          };
        },
      };
    },
  };
}

/** What is wrong with the variables, with the whole way to the field, of which graphql-jit names only the end. */
function variableErrors(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): GraphQLError[] | undefined {
  const { errors } = getVariableValues(schema, variableDefinitions, variables, { maxErrors: 10 });
  return errors?.map(
    ({ message, nodes }) => new GraphQLError(message, { nodes, extensions: { code: 'BAD_USER_INPUT' } }),
  );
}

/** graphql-jit's errors are of its own class; the way to the cause is the same. */
function asGraphQLError(error: GraphQLError): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const { message, path, locations, originalError } = error as GraphQLError;
  return new GraphQLError(message, {
    ...(path && { path }),
    ...(originalError && { originalError }),
    ...(locations && { extensions: {} }),
  });
}
