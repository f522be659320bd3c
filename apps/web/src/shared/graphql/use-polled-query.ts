import { useState } from 'react';
import type { AnyVariables, TypedDocumentNode } from 'urql';
import { useApiQuery, type QueryState } from './use-api-query.js';

/**
 * Asks again every `everyMs` for as long as the answer says that the server is still at work. A failed query is asked
 * again too, so that a page recovers by itself.
 */
export function usePolledQuery<Data, Variables extends AnyVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  isAtWork: (data: Data) => boolean,
  { everyMs = 1_000, pause = false }: { readonly everyMs?: number; readonly pause?: boolean } = {},
): QueryState<Data> {
  const [isPolling, setPolling] = useState(false);
  const state = useApiQuery(query, variables, { pause, pollMs: isPolling ? everyMs : null });
  const shouldPoll = state.kind === 'ready' && isAtWork(state.data);
  // Set while rendering, not in an effect: React renders again at once, before anything is shown.
  if (shouldPoll !== isPolling && state.kind === 'ready') setPolling(shouldPoll);
  return state;
}
