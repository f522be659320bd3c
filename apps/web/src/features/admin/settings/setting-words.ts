import { i18n } from '../../../shared/i18n.js';
import { settingNames, settingValue, type SettingName } from '../../../shared/session/settings.js';
import type { Settings } from './settings.graphql.js';

export const isSettingName = (name: string): name is SettingName =>
  settingNames.some((known) => known === name);

export function settingLabel(name: SettingName): string {
  switch (name) {
    case 'FISCAL_YEAR_START_MONTH':
      return i18n._('Fiscal year starts in');
    case 'TIME_ZONE':
      return i18n._('Time zone');
    case 'CADENCE_QUARTERS':
      return i18n._('Assess initiatives');
    case 'PILOT_LIMIT_DAYS':
      return i18n._('Limit of a pilot');
    case 'CURRENCY':
      return i18n._('Currency');
  }
}

/** What hangs on it. */
export function settingMeaning(name: SettingName): string {
  switch (name) {
    case 'FISCAL_YEAR_START_MONTH':
      return i18n._('Decides which months make a quarter, on every page and in every report.');
    case 'TIME_ZONE':
      return i18n._('Decides when a day, and so a quarter, ends.');
    case 'CADENCE_QUARTERS':
      return i18n._('An assessment older than that counts as stale and leaves the averages.');
    case 'PILOT_LIMIT_DAYS':
      return i18n._('A pilot that runs longer is over its limit.');
    case 'CURRENCY':
      return i18n._('In which cost and benefit are shown.');
  }
}

/** The value in force, as text the way the api takes it. */
export function currentValue(settings: Settings, name: SettingName): string {
  switch (name) {
    case 'FISCAL_YEAR_START_MONTH':
      return String(settings.fiscalYearStartMonth);
    case 'TIME_ZONE':
      return settings.timeZone;
    case 'CADENCE_QUARTERS':
      return String(settings.cadenceQuarters);
    case 'PILOT_LIMIT_DAYS':
      return String(settings.pilotLimitDays);
    case 'CURRENCY':
      return settings.currency;
  }
}

export const shownValue = (settings: Settings, name: SettingName): string =>
  settingValue(name, currentValue(settings, name));
