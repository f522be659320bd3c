import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../shared/routing/skeleton.js';

export const tenantsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/',
    component: lazyRouteComponent(() => import('./start-page.js'), 'StartPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/tenants',
    component: lazyRouteComponent(() => import('./tenants-page.js'), 'TenantsPage'),
  }),
] as const;
