import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../shared/routing/skeleton.js';

export const acceptRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/link',
    component: lazyRouteComponent(() => import('./accept-link-page.js'), 'AcceptLinkPage'),
  }),
] as const;
