import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { tenantRoute } from '../../shared/routing/skeleton.js';

export const importRoutes = [
  createRoute({
    getParentRoute: () => tenantRoute,
    path: 'imports',
    component: lazyRouteComponent(() => import('./imports-page.js'), 'ImportsPage'),
  }),
  createRoute({
    getParentRoute: () => tenantRoute,
    path: 'imports/$importId',
    component: lazyRouteComponent(() => import('./import-page.js'), 'ImportPage'),
  }),
] as const;
