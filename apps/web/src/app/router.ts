import { createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { acceptRoutes } from '../features/accept-link/accept-link.routes.js';
import { adminRoutes } from '../features/admin/admin.routes.js';
import { assessmentRoutes } from '../features/assessment/assessment.routes.js';
import { homeRoutes } from '../features/home/home.routes.js';
import { importRoutes } from '../features/imports/imports.routes.js';
import { methodRoutes } from '../features/method/method.routes.js';
import { operatorRoutes } from '../features/operator/operator.routes.js';
import { portfolioRoutes } from '../features/portfolio/portfolio.routes.js';
import { quarterRoutes } from '../features/quarter/quarter.routes.js';
import { questionnaireRoutes } from '../features/questionnaires/questionnaires.routes.js';
import { reportRoutes } from '../features/reports/reports.routes.js';
import { signInRoutes } from '../features/sign-in/sign-in.routes.js';
import { tenantsRoutes } from '../features/tenants/tenants.routes.js';
import { timeToProductionRoutes } from '../features/time-to-production/time-to-production.routes.js';
import { trendRoutes } from '../features/trend/trend.routes.js';
import { rootRoute, tenantRoute } from '../shared/routing/skeleton.js';
import { ErrorPage } from './error-page.js';
import { RootLayout } from './root-layout.js';

const routeTree = rootRoute
  .update({ component: RootLayout })
  .addChildren([
    ...signInRoutes,
    ...acceptRoutes,
    ...tenantsRoutes,
    ...operatorRoutes,
    tenantRoute
      .update({ component: lazyRouteComponent(() => import('./tenant-layout.js'), 'TenantLayout') })
      .addChildren([
        ...homeRoutes,
        ...quarterRoutes,
        ...portfolioRoutes,
        ...assessmentRoutes,
        ...importRoutes,
        ...trendRoutes,
        ...timeToProductionRoutes,
        ...questionnaireRoutes,
        ...reportRoutes,
        ...methodRoutes,
        ...adminRoutes,
      ]),
  ]);

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  scrollRestoration: true,
  // Another initiative is another page: it starts empty, not with the fields of the one before.
  defaultRemountDeps: ({ params }) => params,
  defaultErrorComponent: ErrorPage,
  defaultNotFoundComponent: lazyRouteComponent(() => import('./not-found-page.js'), 'NotFoundPage'),
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
