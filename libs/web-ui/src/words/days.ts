import { i18n } from './i18n.js';

export type Precision = 'DAY' | 'MONTH' | 'QUARTER' | 'YEAR';

/** A calendar day as text (YYYY-MM-DD) and how exactly it is known. */
export interface DatedDay {
  on: string;
  precision: Precision;
}

/** As it was given: "12 Mar 2024", "Mar 2024", "Q1 2024" (calendar quarter), "2024". */
export function formatDay({ on, precision }: DatedDay): string {
  const [year = '', month = '1', day = '1'] = on.split('-');
  switch (precision) {
    case 'DAY':
      return `${Number(day)} ${monthName(Number(month))} ${year}`;
    case 'MONTH':
      return `${monthName(Number(month))} ${year}`;
    case 'QUARTER':
      return i18n.t('Q{quarter} {year}', { quarter: Math.ceil(Number(month) / 3), year });
    case 'YEAR':
      return year;
  }
}

/**
 * Short name of month 1..12 in the reader's language. A fixed UTC instant, so no time zone can shift it. English
 * is American here: British data name one month in four letters, "Sept".
 */
function monthName(month: number): string {
  const locale = i18n.locale.startsWith('en') ? 'en-US' : i18n.locale;
  const format = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
  return format.format(Date.UTC(2024, month - 1, 15));
}
