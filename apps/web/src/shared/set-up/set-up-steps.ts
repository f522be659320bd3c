import type { LinkProps } from '@tanstack/react-router';
import { i18n } from '../i18n.js';
import type { SettingName } from '../session/settings.js';

interface StepWords {
  readonly title: string;
  readonly why: string;
  readonly action: string;
  readonly to: Extract<LinkProps['to'], `/t/$slug/${string}`>;
  readonly search?: { readonly change: SettingName };
}

/** The words of a step by its key; null for a step of a newer api that this page does not know. */
export function stepWords(key: string): StepWords | null {
  switch (key) {
    case 'FISCAL_YEAR':
      return {
        title: i18n._('Confirm the fiscal year'),
        why: i18n._(
          'It fixes the quarters, and with them every figure. Changing it later is possible, but visible.',
        ),
        action: i18n._('Confirm'),
        to: '/t/$slug/admin/settings',
        search: { change: 'FISCAL_YEAR_START_MONTH' },
      };
    case 'ORGANISATION_CHECK':
      return {
        title: i18n._('Check the organisation'),
        why: i18n._('15 questions, about ten minutes: shows where you stand and the first things to fix.'),
        action: i18n._('Start the check'),
        to: '/t/$slug/organisation',
      };
    case 'PORTFOLIO':
      return {
        title: i18n._('Bring in your initiatives'),
        why: i18n._('Import a list you have, or enter the pilots one by one.'),
        action: i18n._('Import a list'),
        to: '/t/$slug/imports',
      };
    case 'UNITS':
      return {
        title: i18n._('Set up units'),
        why: i18n._('To read figures for a part of the organisation. An import may have brought them along.'),
        action: i18n._('Open units'),
        to: '/t/$slug/admin/units',
      };
    case 'MEMBERS':
      return {
        title: i18n._('Invite people'),
        why: i18n._('Owners answer for their initiatives in minutes; executives read the quarter.'),
        action: i18n._('Open members'),
        to: '/t/$slug/admin/members',
      };
    default:
      return null;
  }
}
