import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { tenantRoute } from '../../shared/routing/skeleton.js';

export const timeToProductionRoutes = [
  createRoute({
    getParentRoute: () => tenantRoute,
    path: 'time-to-production',
    component: lazyRouteComponent(() => import('./time-to-production-page.js'), 'TimeToProductionPage'),
  }),
] as const;
