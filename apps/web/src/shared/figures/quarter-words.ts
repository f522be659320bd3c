import { formatDay } from '@pilotage/web-ui';
import { i18n } from '../i18n.js';
import type { Quarter } from './quarter.graphql.js';

/** "Jul to Sep 2026"; with days where a changed fiscal year has cut the quarter. */
export function monthsOf({ from, to }: Pick<Quarter, 'from' | 'to'>): string {
  const isWhole = from.endsWith('-01') && nextDay(to).endsWith('-01');
  const precision = isWhole ? 'MONTH' : 'DAY';
  const [first, last] = [formatDay({ on: from, precision }), formatDay({ on: to, precision })];
  const isSameYear = from.slice(0, 4) === to.slice(0, 4);
  return i18n._('{first} to {last}', { first: isSameYear ? first.slice(0, -5) : first, last });
}

/** "Q3 FY26 (Jul to Sep 2026)" */
export const quarterWithMonths = (quarter: Quarter): string => `${quarter.label} (${monthsOf(quarter)})`;

/** "Q3 FY26, so far" while it runs. */
export const quarterSoFar = ({ label, isFinished }: Quarter): string =>
  isFinished ? label : i18n._('{quarter}, so far', { quarter: label });

/** In UTC: a local midnight would lose a day where the clocks change. */
function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
