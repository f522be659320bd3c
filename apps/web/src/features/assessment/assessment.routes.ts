import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { tenantRoute } from '../../shared/routing/skeleton.js';

export const assessmentRoutes = [
  createRoute({
    getParentRoute: () => tenantRoute,
    path: 'organisation',
    component: lazyRouteComponent(() => import('./organisation-page.js'), 'OrganisationPage'),
  }),
  createRoute({
    getParentRoute: () => tenantRoute,
    path: 'drafts/$draftId',
    component: lazyRouteComponent(() => import('./draft-page.js'), 'DraftPage'),
  }),
  createRoute({
    getParentRoute: () => tenantRoute,
    path: 'assessments/$assessmentId',
    component: lazyRouteComponent(() => import('./assessment-page.js'), 'AssessmentPage'),
  }),
] as const;
