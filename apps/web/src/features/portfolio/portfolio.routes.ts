import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import {
  searchCount,
  searchCursor,
  searchFlag,
  searchOneOf,
  searchSchema,
  searchSomeOf,
  searchText,
  searchTexts,
} from '../../shared/routing/search.js';
import { tenantRoute } from '../../shared/routing/skeleton.js';
import { AI_KINDS } from '../../shared/words/ai-kind.js';
import { STAGES } from '@pilotage/web-ui';
import { INITIATIVE_TABS } from './initiative/tabs.js';
import { ATTENTIONS, RISK_TIERS } from './words.js';

export const portfolioRoutes = [
  createRoute({
    getParentRoute: () => tenantRoute,
    path: 'portfolio',
    validateSearch: searchSchema({
      search: searchText,
      stages: searchSomeOf(STAGES),
      units: searchTexts,
      owners: searchTexts,
      kinds: searchSomeOf(AI_KINDS),
      risks: searchSomeOf(RISK_TIERS),
      tags: searchTexts,
      ended: searchFlag,
      attention: searchSomeOf(ATTENTIONS),
      order: searchOneOf(['KEY', 'NAME', 'STAGE', 'LAST_OBSERVED', 'UPDATED']),
      direction: searchOneOf(['ASC', 'DESC']),
      // The page: the cursor it begins behind, and how many rows lie before it.
      after: searchCursor,
      skipped: searchCount(),
      // The form for a new one is open.
      add: searchFlag,
    }),
    component: lazyRouteComponent(() => import('./list/portfolio-page.js'), 'PortfolioPage'),
  }),
  createRoute({
    getParentRoute: () => tenantRoute,
    path: 'initiatives/$initiativeId',
    validateSearch: searchSchema({
      tab: searchOneOf(INITIATIVE_TABS),
      // The form for a move is open.
      move: searchFlag,
      // Assessments: the two that are compared.
      from: searchText,
      to: searchText,
    }),
    component: lazyRouteComponent(() => import('./initiative/initiative-page.js'), 'InitiativePage'),
  }),
] as const;
