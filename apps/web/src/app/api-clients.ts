import type { Client } from 'urql';
import { createApiClient } from '../shared/graphql/client.js';

const clients = new Map<string | null, Client>();

/** A session that ended leads to the sign-in page, and from there back to the same address. */
export function leaveToSignIn(): void {
  const { pathname, search, hash } = window.location;
  if (pathname === '/sign-in') return;
  const returnTo = encodeURIComponent(pathname + search + hash);
  window.location.assign(`/sign-in?returnTo=${returnTo}`);
}

/** The client of one organisation, or of the pages outside of any (null). One each, for the whole visit. */
export function apiClientOf(tenantSlug: string | null): Client {
  const known = clients.get(tenantSlug);
  if (known) return known;
  const client = createApiClient({ tenantSlug, onSignedOut: leaveToSignIn });
  clients.set(tenantSlug, client);
  return client;
}
