import type { Stage } from '@pilotage/web-ui';
import { i18n } from '../../../shared/i18n.js';

/** "day 212 of 365" for a pilot, which has a limit; "day 88" in other stages. */
export function dayWords(stage: Stage, days: number, pilotLimitDays: number): string {
  if (stage !== 'PILOT') return i18n._('day {days}', { days });
  return days > pilotLimitDays
    ? i18n._('day {days}, over the limit of {limit}', { days, limit: pilotLimitDays })
    : i18n._('day {days} of {limit}', { days, limit: pilotLimitDays });
}
