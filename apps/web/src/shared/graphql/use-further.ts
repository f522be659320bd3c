import { useState } from 'react';
import { useClient, type AnyVariables, type TypedDocumentNode } from 'urql';
import { toastProblem } from '../ui/toast.js';
import { problemOf } from './problem.js';

/** A page of a list, as the api gives it. */
export interface Connection<Node> {
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

export interface FurtherRows<Node> {
  readonly rows: Rows<Node>;
  readonly showMore: () => void;
  readonly isLoadingMore: boolean;
}

/** Asks for the page after a cursor; null when it cannot be had, which has then been said. */
export type LoadPage<Node> = (after: string) => Promise<Connection<Node> | null>;

/** Asks for further pages by a query that takes `$after`. `variables` must be plain. */
export function useLoadPage<Data, Variables extends AnyVariables, Node>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Omit<Variables, 'after'>,
  pick: (data: Data) => Connection<Node> | null | undefined,
): LoadPage<Node> {
  const client = useClient();
  return async (after) => {
    const { data, error } = await client
      .query(query, { ...variables, after } as unknown as Variables)
      .toPromise();
    if (error) toastProblem(problemOf(error));
    return (data && pick(data)) ?? null;
  };
}

/** The first page, as an answer holds it, and each further one at `showMore`. Another first page begins anew. */
export function useFurther<Node>(first: Connection<Node>, load: LoadPage<Node>): FurtherRows<Node> {
  const [further, setFurther] = useState<{
    readonly of: Connection<Node>;
    readonly pages: readonly Connection<Node>[];
  } | null>(null);
  const [isLoadingMore, setLoadingMore] = useState(false);
  const pages = [first, ...(further?.of === first ? further.pages : [])];
  const last = pages.at(-1) ?? first;
  const after = last.pageInfo.hasNextPage ? last.pageInfo.endCursor : null;

  const showMore = () => {
    if (after === null || isLoadingMore) return;
    setLoadingMore(true);
    void load(after).then((page) => {
      setLoadingMore(false);
      if (!page) return;
      setFurther((before) => ({
        of: first,
        pages: before?.of === first ? [...before.pages, page] : [page],
      }));
    });
  };
  const nodes = pages.flatMap((page) => page.nodes);
  return { rows: { nodes, totalCount: first.totalCount, hasMore: after !== null }, showMore, isLoadingMore };
}
