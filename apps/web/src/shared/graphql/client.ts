import { Client, cacheExchange, fetchExchange, mapExchange, type Exchange } from 'urql';
import { map, pipe } from 'wonka';
import { problemOf } from './problem.js';

interface ApiClientOptions {
  /** Sent as `x-tenant`; null on pages outside of a tenant. Each tenant has a client, so their caches never mix. */
  readonly tenantSlug: string | null;
  readonly onSignedOut: () => void;
}

/**
 * Remembers the last good answer of every query, so that a page whose refresh fails can go on showing it.
 * `extensions.receivedAt` says when it came.
 */
const keepLastGood: Exchange = ({ forward }) => {
  const answers = new Map<number, { data: unknown; receivedAt: Date }>();
  return (operations$) =>
    pipe(
      forward(operations$),
      map((result) => {
        if (result.operation.kind !== 'query') return result;
        const { key, context } = result.operation;
        const known = answers.get(key);
        if (result.error) {
          const code = problemOf(result.error).code;
          const mayStillShow = code === 'OFFLINE' || code === 'INTERNAL' || code === 'RATE_LIMITED';
          if (!known || !mayStillShow) return result;
          return { ...result, data: known.data, stale: false, extensions: { receivedAt: known.receivedAt } };
        }
        if (context.meta?.cacheOutcome !== 'hit') {
          answers.set(key, { data: result.data, receivedAt: new Date() });
        }
        return result;
      }),
    );
};

export function createApiClient({ tenantSlug, onSignedOut }: ApiClientOptions): Client {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetchOptions: {
      credentials: 'same-origin',
      headers: { 'apollo-require-preflight': 'true', ...(tenantSlug ? { 'x-tenant': tenantSlug } : {}) },
    },
    exchanges: [
      keepLastGood,
      mapExchange({
        onError(error) {
          if (problemOf(error).code === 'UNAUTHENTICATED') onSignedOut();
        },
      }),
      cacheExchange,
      fetchExchange,
    ],
  });
}
