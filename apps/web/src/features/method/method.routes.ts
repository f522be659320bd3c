import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { tenantRoute } from '../../shared/routing/skeleton.js';

export const methodRoutes = [
  createRoute({
    getParentRoute: () => tenantRoute,
    path: 'method',
    component: lazyRouteComponent(() => import('./method-page.js'), 'MethodPage'),
  }),
] as const;
