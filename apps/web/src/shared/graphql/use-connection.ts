import type { AnyVariables, TypedDocumentNode } from 'urql';
import { useApiQuery, type QueryState } from './use-api-query.js';
import { useFurther, useLoadPage, type Connection, type FurtherRows, type Rows } from './use-further.js';

interface ConnectionState<Node> extends Omit<FurtherRows<Node>, 'rows'> {
  readonly rows: QueryState<Rows<Node>>;
}

/**
 * A list in pages: the first by the query itself, each further one at `showMore`. Other variables, or a refresh of the
 * first page, begin anew. The query takes `$after`; `pick` takes the connection out of its answer.
 */
export function useConnection<Data, Variables extends AnyVariables, Node>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  pick: (data: Data) => Connection<Node>,
): ConnectionState<Node> {
  const first = useApiQuery(query, variables);
  const load = useLoadPage(query, variables, pick);
  const { rows, ...more } = useFurther(first.kind === 'ready' ? pick(first.data) : NONE, load);
  return { rows: first.kind === 'ready' ? { ...first, data: rows } : first, ...more };
}

const NONE = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null }, totalCount: 0 };
