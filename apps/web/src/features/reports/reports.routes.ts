import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { filterSearch } from '../../shared/figures/portfolio-filter.js';
import { searchDay, searchOneOf, searchSchema, searchText } from '../../shared/routing/search.js';
import { tenantRoute } from '../../shared/routing/skeleton.js';
import { REPORT_KINDS } from './report-kind.js';

export const reportRoutes = [
  createRoute({
    getParentRoute: () => tenantRoute,
    path: 'reports',
    // `request` opens the form for that kind, with the quarter and filter beside it.
    validateSearch: searchSchema({
      kind: searchOneOf(REPORT_KINDS),
      request: searchOneOf(REPORT_KINDS),
      quarterOf: searchDay,
      ...filterSearch,
    }),
    component: lazyRouteComponent(() => import('./reports-page.js'), 'ReportsPage'),
  }),
  createRoute({
    getParentRoute: () => tenantRoute,
    path: 'reports/$reportId',
    // `rerun`: the report that computes this one once more.
    validateSearch: searchSchema({ rerun: searchText }),
    component: lazyRouteComponent(() => import('./report-page.js'), 'ReportPage'),
  }),
] as const;
