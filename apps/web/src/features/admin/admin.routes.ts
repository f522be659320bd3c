import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { tenantRoute } from '../../shared/routing/skeleton.js';
import { searchFlag, searchOneOf, searchSchema, searchText } from '../../shared/routing/search.js';
import { settingNames } from '../../shared/session/settings.js';

export const adminRoutes = [
  createRoute({
    getParentRoute: () => tenantRoute,
    path: 'admin/set-up',
    staticData: { needs: 'settings.manage' },
    component: lazyRouteComponent(() => import('./set-up/set-up-page.js'), 'SetUpPage'),
  }),
  createRoute({
    getParentRoute: () => tenantRoute,
    path: 'admin/members',
    staticData: { needs: 'member.manage' },
    component: lazyRouteComponent(() => import('./members/members-page.js'), 'MembersPage'),
  }),
  createRoute({
    getParentRoute: () => tenantRoute,
    path: 'admin/people',
    staticData: { needs: 'unit.manage' },
    validateSearch: searchSchema({ search: searchText }),
    component: lazyRouteComponent(() => import('./people/people-page.js'), 'PeoplePage'),
  }),
  createRoute({
    getParentRoute: () => tenantRoute,
    path: 'admin/units',
    staticData: { needs: 'unit.manage' },
    validateSearch: searchSchema({ closed: searchFlag }),
    component: lazyRouteComponent(() => import('./units/units-page.js'), 'UnitsPage'),
  }),
  createRoute({
    getParentRoute: () => tenantRoute,
    path: 'admin/settings',
    staticData: { needs: 'settings.manage' },
    validateSearch: searchSchema({ change: searchOneOf(settingNames) }),
    component: lazyRouteComponent(() => import('./settings/settings-page.js'), 'SettingsPage'),
  }),
] as const;
