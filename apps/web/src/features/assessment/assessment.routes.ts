import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { searchSchema, searchText } from '../../shared/routing/search.js';
import { tenantRoute } from '../../shared/routing/skeleton.js';

export const assessmentRoutes = [
  createRoute({
    getParentRoute: () => tenantRoute,
    path: 'organisation',
    /** `unit`: the check of one unit instead of the whole. */
    validateSearch: searchSchema({ unit: searchText }),
    component: lazyRouteComponent(() => import('./organisation/organisation-page.js'), 'OrganisationPage'),
  }),
  createRoute({
    getParentRoute: () => tenantRoute,
    path: 'drafts/$draftId',
    component: lazyRouteComponent(() => import('./draft/draft-page.js'), 'DraftPage'),
  }),
  createRoute({
    getParentRoute: () => tenantRoute,
    path: 'assessments/$assessmentId',
    component: lazyRouteComponent(() => import('./submitted/assessment-page.js'), 'AssessmentPage'),
  }),
] as const;
