import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './schema.generated.js';

/**
 * Writes an operation; its result and variables are typed from `apps/api/schema.graphql`.
 * Fragments are not masked: a component receives the plain fields it asked for.
 */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  disableMasking: true;
  scalars: { Day: string; Instant: string };
}>();

export type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
/** The values of an enum of the schema, e.g. `EnumOf<'Stage'>`. */
export type EnumOf<Name extends Parameters<typeof graphql.scalar>[0]> = ReturnType<
  typeof graphql.scalar<Name>
>;
