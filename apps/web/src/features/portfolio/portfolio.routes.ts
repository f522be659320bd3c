import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { tenantRoute } from '../../shared/routing/skeleton.js';

export const portfolioRoutes = [
  createRoute({
    getParentRoute: () => tenantRoute,
    path: 'portfolio',
    component: lazyRouteComponent(() => import('./portfolio-page.js'), 'PortfolioPage'),
  }),
  createRoute({
    getParentRoute: () => tenantRoute,
    path: 'initiatives/$initiativeId',
    component: lazyRouteComponent(() => import('./initiative-page.js'), 'InitiativePage'),
  }),
] as const;
