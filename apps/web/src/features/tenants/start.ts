import type { TenantSummary } from '../../shared/session/tenant.graphql.js';

/** Where a visit begins: the only organisation there is, the choice among several, or the operator's pages. */
export type Start =
  | { readonly kind: 'tenant'; readonly slug: string }
  | { readonly kind: 'choose' }
  | { readonly kind: 'operator' }
  | { readonly kind: 'nowhere' };

interface Arrival {
  readonly isOperator: boolean;
  readonly tenants: readonly Pick<TenantSummary, 'slug' | 'isSuspended'>[];
}

export function startOf({ isOperator, tenants }: Arrival): Start {
  const [only, ...others] = tenants;
  if (only && others.length === 0 && !only.isSuspended) return { kind: 'tenant', slug: only.slug };
  if (only) return { kind: 'choose' };
  return isOperator ? { kind: 'operator' } : { kind: 'nowhere' };
}
