import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { filterSearch } from '../../shared/figures/portfolio-filter.js';
import { searchDay, searchSchema } from '../../shared/routing/search.js';
import { tenantRoute } from '../../shared/routing/skeleton.js';

export const timeToProductionRoutes = [
  createRoute({
    getParentRoute: () => tenantRoute,
    path: 'time-to-production',
    validateSearch: searchSchema({ quarterOf: searchDay, ...filterSearch }),
    component: lazyRouteComponent(() => import('./time-to-production-page.js'), 'TimeToProductionPage'),
  }),
] as const;
