import { createRootRoute, createRoute } from '@tanstack/react-router';
import type { Permission } from '../session/permission.js';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** What one must be allowed to open the page; nothing when absent. */
    needs?: Permission;
  }
}

/**
 * The two routes that all others hang from. They live below the features so that a feature can name its parent;
 * `app` gives them their layouts.
 */
export const rootRoute = createRootRoute();

/** Every page of an organisation: `/t/<slug>/...`. The slug is also the `x-tenant` header of its requests. */
export const tenantRoute = createRoute({ getParentRoute: () => rootRoute, path: '/t/$slug' });
