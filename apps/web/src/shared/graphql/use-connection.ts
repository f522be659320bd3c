import { useCallback, useState } from 'react';
import { useClient, type AnyVariables, type TypedDocumentNode } from 'urql';
import { toastProblem } from '../ui/toast.js';
import { problemOf } from './problem.js';
import { useApiQuery, type QueryState } from './use-api-query.js';

interface Connection<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount: number;
}

/** The rows so far of a list that comes in pages. */
export interface Rows<Node> {
  readonly nodes: readonly Node[];
  readonly totalCount: number;
  readonly hasMore: boolean;
}

interface ConnectionState<Node> {
  readonly rows: QueryState<Rows<Node>>;
  readonly showMore: () => void;
  readonly isLoadingMore: boolean;
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
  const client = useClient();
  const first = useApiQuery(query, variables);
  const [further, setFurther] = useState<{
    readonly of: Data;
    readonly pages: readonly Connection<Node>[];
  } | null>(null);
  const [isLoadingMore, setLoadingMore] = useState(false);

  const data = first.kind === 'ready' ? first.data : null;
  const pages = data === null ? [] : [pick(data), ...(further?.of === data ? further.pages : [])];
  const last = pages.at(-1);
  const after = last?.pageInfo.hasNextPage ? last.pageInfo.endCursor : null;

  const showMore = useCallback(() => {
    if (after === null || data === null || isLoadingMore) return;
    setLoadingMore(true);
    void client
      .query(query, { ...variables, after } as Variables)
      .toPromise()
      .then((result) => {
        setLoadingMore(false);
        if (result.error) toastProblem(problemOf(result.error));
        if (!result.data) return;
        const page = pick(result.data);
        setFurther((before) => ({ of: data, pages: before?.of === data ? [...before.pages, page] : [page] }));
      });
  }, [after, client, data, isLoadingMore, pick, query, variables]);

  if (first.kind !== 'ready') return { rows: first, showMore, isLoadingMore };
  const rows: Rows<Node> = {
    nodes: pages.flatMap((page) => page.nodes),
    totalCount: pages[0]?.totalCount ?? 0,
    hasMore: after !== null,
  };
  return { rows: { ...first, data: rows }, showMore, isLoadingMore };
}
