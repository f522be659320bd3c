import { formatNumber } from '@pilotage/web-ui';
import { i18n } from '../../i18n.js';
import type { ReadinessFigure } from './trend.graphql.js';

/** "current for 19 of 22 · 2 out of date · 1 never assessed" */
export function ratedWords({ n, active, stale, never }: ReadinessFigure): string {
  return [
    i18n._('current for {n} of {active}', { n: formatNumber(n), active: formatNumber(active) }),
    stale > 0 && i18n._('{stale} out of date', { stale: formatNumber(stale) }),
    never > 0 && i18n._('{never} never assessed', { never: formatNumber(never) }),
  ]
    .filter(Boolean)
    .join(' · ');
}
