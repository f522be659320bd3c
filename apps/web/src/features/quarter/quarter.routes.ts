import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { tenantRoute } from '../../shared/routing/skeleton.js';

export const quarterRoutes = [
  createRoute({
    getParentRoute: () => tenantRoute,
    path: 'quarter',
    component: lazyRouteComponent(() => import('./quarter-page.js'), 'QuarterPage'),
  }),
] as const;
