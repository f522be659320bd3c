import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { searchDay, searchSchema } from '../../shared/routing/search.js';
import { tenantRoute } from '../../shared/routing/skeleton.js';

export const quarterRoutes = [
  createRoute({
    getParentRoute: () => tenantRoute,
    path: 'quarter',
    validateSearch: searchSchema({ quarterOf: searchDay }),
    component: lazyRouteComponent(() => import('./quarter-page.js'), 'QuarterPage'),
  }),
] as const;
