import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { filterSearch } from '../../shared/figures/portfolio-filter.js';
import { searchDay, searchSchema } from '../../shared/routing/search.js';
import { tenantRoute } from '../../shared/routing/skeleton.js';

export const quarterRoutes = [
  createRoute({
    getParentRoute: () => tenantRoute,
    path: 'quarter',
    validateSearch: searchSchema({ quarterOf: searchDay, ...filterSearch }),
    component: lazyRouteComponent(() => import('./quarter-page.js'), 'QuarterPage'),
  }),
] as const;
