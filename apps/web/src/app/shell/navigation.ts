import {
  IconCalendarStats,
  IconChartAreaLine,
  IconChecklist,
  IconClipboardCheck,
  IconFileAnalytics,
  IconHome,
  IconLayoutList,
  IconListDetails,
  IconSettings,
  IconSitemap,
  IconStairsUp,
  IconTableImport,
  IconUserShield,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';
import type { LinkProps } from '@tanstack/react-router';
import { i18n } from '../../shared/i18n.js';
import type { TenantSession } from '../../shared/session/tenant-context.js';

export interface NavigationItem {
  readonly label: string;
  readonly icon: Icon;
  readonly to: TenantPath;
  /** Only an exact address counts as being there; for the start page, which all others lie below. */
  readonly isExact?: boolean;
}

export interface NavigationSection {
  readonly label: string | null;
  readonly items: readonly NavigationItem[];
}

/** An address below an organisation that needs nothing but its slug. */
type TenantPath = Exclude<Extract<LinkProps['to'], `/t/$slug${string}`>, `${string}Id`>;

/** What the viewer may open, in the order of the menu. Also the source of the command palette. */
export function navigationOf(tenant: TenantSession): NavigationSection[] {
  const may = (isAllowed: boolean, item: NavigationItem): NavigationItem[] => (isAllowed ? [item] : []);
  const reads = tenant.can('portfolio.read');
  const isSetUp = tenant.setupSteps.every((step) => step.isDone);
  const sections: NavigationSection[] = [
    {
      label: null,
      items: [
        { label: i18n._('Home'), icon: IconHome, to: '/t/$slug', isExact: true },
        ...may(reads, { label: i18n._('Portfolio'), icon: IconLayoutList, to: '/t/$slug/portfolio' }),
        ...may(reads, {
          label: i18n._('Organisation check'),
          icon: IconClipboardCheck,
          to: '/t/$slug/organisation',
        }),
        ...may(tenant.can('import.run'), {
          label: i18n._('Imports'),
          icon: IconTableImport,
          to: '/t/$slug/imports',
        }),
        ...may(reads, {
          label: i18n._('Questionnaires'),
          icon: IconListDetails,
          to: '/t/$slug/questionnaires',
        }),
      ],
    },
    {
      label: i18n._('Results'),
      items: [
        ...may(reads, { label: i18n._('Quarter'), icon: IconCalendarStats, to: '/t/$slug/quarter' }),
        ...may(reads, { label: i18n._('Trend'), icon: IconChartAreaLine, to: '/t/$slug/trend' }),
        ...may(reads, {
          label: i18n._('Time to production'),
          icon: IconStairsUp,
          to: '/t/$slug/time-to-production',
        }),
        ...may(tenant.can('report.read'), {
          label: i18n._('Reports'),
          icon: IconFileAnalytics,
          to: '/t/$slug/reports',
        }),
      ],
    },
    {
      label: i18n._('Administration'),
      items: [
        ...may(tenant.can('settings.manage') && !isSetUp, {
          label: i18n._('Set-up'),
          icon: IconChecklist,
          to: '/t/$slug/admin/set-up',
        }),
        ...may(tenant.can('member.manage'), {
          label: i18n._('Members'),
          icon: IconUserShield,
          to: '/t/$slug/admin/members',
        }),
        ...may(tenant.can('unit.manage'), {
          label: i18n._('People'),
          icon: IconUsers,
          to: '/t/$slug/admin/people',
        }),
        ...may(tenant.can('unit.manage'), {
          label: i18n._('Units'),
          icon: IconSitemap,
          to: '/t/$slug/admin/units',
        }),
        ...may(tenant.can('settings.manage'), {
          label: i18n._('Settings'),
          icon: IconSettings,
          to: '/t/$slug/admin/settings',
        }),
      ],
    },
  ];
  return sections.filter((section) => section.items.length > 0);
}
