import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { tenantRoute } from '../../shared/routing/skeleton.js';

export const questionnaireRoutes = [
  createRoute({
    getParentRoute: () => tenantRoute,
    path: 'questionnaires',
    staticData: { needs: 'portfolio.read' },
    component: lazyRouteComponent(() => import('./questionnaires-page.js'), 'QuestionnairesPage'),
  }),
  createRoute({
    getParentRoute: () => tenantRoute,
    path: 'questionnaires/$frameworkId',
    staticData: { needs: 'portfolio.read' },
    component: lazyRouteComponent(() => import('./questionnaire-page.js'), 'QuestionnairePage'),
  }),
] as const;
