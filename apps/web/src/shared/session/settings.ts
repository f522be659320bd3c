import type { EnumOf } from '../graphql/graphql.js';
import { i18n, locale } from '../i18n.js';

export type SettingName = EnumOf<'SettingName'>;

/** In the order of the page: what fixes the quarters comes first. */
export const settingNames = [
  'FISCAL_YEAR_START_MONTH',
  'TIME_ZONE',
  'CADENCE_QUARTERS',
  'PILOT_LIMIT_DAYS',
  'CURRENCY',
] as const satisfies SettingName[];

interface Choice {
  readonly value: string;
  readonly label: string;
}

const monthNames = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
const currencyNames = new Intl.DisplayNames(locale, { type: 'currency' });

/** "July" for 7. */
export const monthName = (month: number): string => monthNames.format(Date.UTC(2024, month - 1, 15));

export const monthChoices = (): Choice[] =>
  Array.from({ length: 12 }, (_, index) => ({ value: String(index + 1), label: monthName(index + 1) }));

export const currencyChoices = (): Choice[] =>
  Intl.supportedValuesOf('currency').map((code) => ({
    value: code,
    label: `${code} · ${currencyNames.of(code)}`,
  }));

export const timeZoneChoices = (): Choice[] =>
  ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')].map((zone) => ({
    value: zone,
    label: zone.replaceAll('_', ' '),
  }));

/** The zone of the reader's machine: the best guess for a new organisation. */
export const ownTimeZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** A setting as people read it; `value` is text as the api has it. */
export function settingValue(name: SettingName, value: string): string {
  switch (name) {
    case 'FISCAL_YEAR_START_MONTH':
      return monthName(Number(value));
    case 'TIME_ZONE':
      return value.replaceAll('_', ' ');
    case 'CURRENCY':
      return `${value} · ${currencyNames.of(value)}`;
    case 'CADENCE_QUARTERS':
      return i18n._('{quarters, plural, one {Every quarter} other {Every # quarters}}', {
        quarters: Number(value),
      });
    case 'PILOT_LIMIT_DAYS':
      return i18n._('{days} days', { days: value });
  }
}
