import { EARLIEST_DAY, isDay, isTimeZone, type Day } from '@pilotage/analytics';

export const SETTING_NAMES = [
  'FISCAL_YEAR_START_MONTH',
  'TIME_ZONE',
  'CURRENCY',
  'CADENCE_QUARTERS',
  'PILOT_LIMIT_DAYS',
] as const;
export type SettingName = (typeof SETTING_NAMES)[number];
export type SettingValue = number | string;

/** For settings that nobody is asked for when a tenant is made. */
export const SETTING_DEFAULTS = { CADENCE_QUARTERS: 1, PILOT_LIMIT_DAYS: 365 } as const;

export type ParsedSetting = { kind: 'value'; value: SettingValue } | { kind: 'invalid'; message: string };

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** Reads a setting as people type it. */
export function parseSetting(name: SettingName, text: string): ParsedSetting {
  const trimmed = text.trim();
  switch (name) {
    case 'FISCAL_YEAR_START_MONTH':
      return wholeNumber(
        trimmed,
        1,
        12,
        'The month in which the fiscal year starts is a number from 1 to 12.',
      );
    case 'TIME_ZONE':
      // Abbreviations and offsets pass as zones elsewhere, but know no summer time or name several places.
      return trimmed === 'UTC' || (trimmed.includes('/') && isTimeZone(trimmed))
        ? { kind: 'value', value: trimmed }
        : {
            kind: 'invalid',
            message: 'A time zone is written like Europe/Vienna or America/New_York, or UTC.',
          };
    case 'CURRENCY':
      return CURRENCIES.has(trimmed.toUpperCase())
        ? { kind: 'value', value: trimmed.toUpperCase() }
        : { kind: 'invalid', message: 'A currency is its three-letter code, such as EUR or USD.' };
    case 'CADENCE_QUARTERS':
      return wholeNumber(trimmed, 1, 8, 'Assessments are due every 1 to 8 quarters.');
    case 'PILOT_LIMIT_DAYS':
      return wholeNumber(trimmed, 30, 1825, 'The limit of a pilot is 30 to 1825 days.');
  }
}

function wholeNumber(text: string, least: number, most: number, message: string): ParsedSetting {
  const value = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? { kind: 'value', value } : { kind: 'invalid', message };
}

const LATEST_DAY = '2100-12-31' as Day;

/** Days that can take effect: real ones, not before 1970, and not a slip of the keyboard. */
export const isEffectiveDay = (text: string): text is Day =>
  isDay(text) && text >= EARLIEST_DAY && text <= LATEST_DAY;
