import { createContext, useContext } from 'react';
import type { Permission } from './permission.js';
import type { Tenant, Viewer } from './tenant.graphql.js';

export interface TenantSession extends Tenant {
  readonly viewer: Viewer;
  /** Whether the viewer's role allows it. */
  readonly can: (permission: Permission) => boolean;
}

export const TenantContext = createContext<TenantSession | null>(null);

/** The organisation of the page and the viewer's seat in it. Only below `/t/<slug>`. */
export function useTenant(): TenantSession {
  const tenant = useContext(TenantContext);
  if (!tenant) throw new Error('useTenant is for pages below /t/<slug>');
  return tenant;
}

/** As `useTenant`, for components that also stand outside of an organisation. */
export const useOptionalTenant = (): TenantSession | null => useContext(TenantContext);
