import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { tenantRoute } from '../../shared/routing/skeleton.js';

export const reportRoutes = [
  createRoute({
    getParentRoute: () => tenantRoute,
    path: 'reports',
    component: lazyRouteComponent(() => import('./reports-page.js'), 'ReportsPage'),
  }),
  createRoute({
    getParentRoute: () => tenantRoute,
    path: 'reports/$reportId',
    component: lazyRouteComponent(() => import('./report-page.js'), 'ReportPage'),
  }),
] as const;
