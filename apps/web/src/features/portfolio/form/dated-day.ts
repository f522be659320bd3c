import type { DatedDay, Precision } from '@pilotage/web-ui';

export const PRECISIONS = ['DAY', 'MONTH', 'QUARTER', 'YEAR'] as const satisfies Precision[];

interface Parts {
  /** 1970 and later; null while it is being typed. */
  readonly year: number | null;
  readonly month: number;
}

/** Year and month of a day; of an empty one January of no year. */
export function partsOf(on: string): Parts {
  const match = /^(\d{4})-(\d{2})/.exec(on);
  return match ? { year: Number(match[1]), month: Number(match[2]) } : { year: null, month: 1 };
}

/** The first day of a month or quarter or year, as the api stores coarse days; empty without a year. */
export function firstDay(precision: Precision, { year, month }: Parts): string {
  if (year === null || year < 1000 || year > 9999) return '';
  const first = precision === 'YEAR' ? 1 : precision === 'QUARTER' ? Math.ceil(month / 3) * 3 - 2 : month;
  return `${year}-${String(first).padStart(2, '0')}-01`;
}

/** The same day told less exactly, or the first day of a coarser one told exactly. */
export function withPrecision({ on }: DatedDay, precision: Precision): DatedDay {
  return { on: precision === 'DAY' ? on : firstDay(precision, partsOf(on)), precision };
}
