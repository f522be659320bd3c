import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { filterSearch } from '../../shared/figures/portfolio-filter.js';
import { searchCount, searchDay, searchSchema } from '../../shared/routing/search.js';
import { tenantRoute } from '../../shared/routing/skeleton.js';

export const trendRoutes = [
  createRoute({
    getParentRoute: () => tenantRoute,
    path: 'trend',
    validateSearch: searchSchema({ quarters: searchCount(2), quarterOf: searchDay, ...filterSearch }),
    component: lazyRouteComponent(() => import('./trend-page.js'), 'TrendPage'),
  }),
] as const;
