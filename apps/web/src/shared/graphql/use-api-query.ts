import { useCallback, useEffect, useMemo } from 'react';
import { useQuery, type AnyVariables, type TypedDocumentNode } from 'urql';
import { problemOf, type Problem } from './problem.js';

/** What a page knows about a query. `ready` may carry a problem: then the data are the last good ones. */
export type QueryState<Data> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly problem: Problem; readonly retry: () => void }
  | {
      readonly kind: 'ready';
      readonly data: Data;
      readonly isRefreshing: boolean;
      readonly problem: Problem | null;
      readonly receivedAt: Date | null;
      readonly retry: () => void;
    };

interface Options {
  /** Do not ask yet, e.g. while a needed value is unknown. */
  readonly pause?: boolean;
  /** Ask again every so many milliseconds; for work that runs on the server. */
  readonly pollMs?: number | null;
  /** Types of its lists that may be empty: such a list tells of none that it is to be asked again for. */
  readonly shows?: readonly string[];
}

/**
 * Asks the api and keeps the answer fresh. While new variables load, the last answer stays on the page
 * (`isRefreshing`); a changed address parameter remounts the page and so starts empty.
 * `variables` must be stable or plain: they are compared by value.
 */
export function useApiQuery<Data, Variables extends AnyVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  { pause = false, pollMs = null, shows = [] }: Options = {},
): QueryState<Data> {
  const names = shows.join(' ');
  const context = useMemo(() => ({ additionalTypenames: names ? names.split(' ') : [] }), [names]);
  const [result, execute] = useQuery({ query, variables, pause, context });
  const retry = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);

  useEffect(() => {
    if (pollMs === null || pause) return;
    const timer = setInterval(retry, pollMs);
    return () => clearInterval(timer);
  }, [pollMs, pause, retry]);

  const problem = result.error ? problemOf(result.error) : null;
  if (hasData(result.data, problem !== null)) {
    const receivedAt: unknown = result.extensions?.['receivedAt'];
    return {
      kind: 'ready',
      data: result.data,
      isRefreshing: result.fetching || result.stale,
      problem,
      receivedAt: receivedAt instanceof Date ? receivedAt : null,
      retry,
    };
  }
  return problem && !result.fetching ? { kind: 'failed', problem, retry } : { kind: 'loading' };
}

/** What does not exist comes as a field that is null beside the error: such an answer holds nothing to show. */
function hasData<Data>(data: Data | null | undefined, hasError: boolean): data is Data {
  if (data === null || data === undefined) return false;
  return !hasError || Object.values(data).some((field) => field !== null);
}
