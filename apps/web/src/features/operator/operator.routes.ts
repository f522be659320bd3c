import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../shared/routing/skeleton.js';
import { searchSchema, searchText } from '../../shared/routing/search.js';

export const operatorRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/operator',
    validateSearch: searchSchema({ search: searchText }),
    component: lazyRouteComponent(() => import('./operator-page.js'), 'OperatorPage'),
  }),
] as const;
