import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { tenantRoute } from '../../shared/routing/skeleton.js';

export const trendRoutes = [
  createRoute({
    getParentRoute: () => tenantRoute,
    path: 'trend',
    component: lazyRouteComponent(() => import('./trend-page.js'), 'TrendPage'),
  }),
] as const;
