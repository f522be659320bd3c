import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { searchFlag, searchOneOf, searchSchema, searchText } from '../../shared/routing/search.js';
import { tenantRoute } from '../../shared/routing/skeleton.js';
import { WIZARD_STEPS } from './wizard/steps.js';

export const importRoutes = [
  createRoute({
    getParentRoute: () => tenantRoute,
    path: 'imports',
    staticData: { needs: 'import.run' },
    component: lazyRouteComponent(() => import('./list/imports-page.js'), 'ImportsPage'),
  }),
  createRoute({
    getParentRoute: () => tenantRoute,
    path: 'imports/$importId',
    staticData: { needs: 'import.run' },
    validateSearch: searchSchema({
      step: searchOneOf(WIZARD_STEPS),
      // Columns: those with this in them, and only those that are used.
      find: searchText,
      used: searchFlag,
      // Findings of one kind.
      code: searchText,
      // Findings that somebody should look at.
      open: searchFlag,
    }),
    component: lazyRouteComponent(() => import('./wizard/import-page.js'), 'ImportPage'),
  }),
] as const;
