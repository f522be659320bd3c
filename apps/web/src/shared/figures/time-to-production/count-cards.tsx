import { FigureCard, formatNumber } from '@pilotage/web-ui';
import { i18n } from '../../i18n.js';
import { HowComputed } from '../../method/how-computed.js';
import classes from '../figures.module.css';
import { howShares } from './definitions.js';
import { shareParts } from './share-parts.js';
import type { TimeToProduction } from './time-to-production.graphql.js';

/** The horizon that leads on pages. */
const HEADLINE_MONTHS = 12;

/** The share within a year first, then what became of whom. */
export function CountCards({ figures }: { readonly figures: TimeToProduction }) {
  const { n, events, stopped, merged, running, leftUndated, shares, wording } = figures;
  const headline = shares.find(({ months }) => months === HEADLINE_MONTHS);
  const share = shareParts(headline?.share ?? null, wording);
  const of = i18n._('of {n}', { n: formatNumber(n) });
  return (
    <div className={`${classes['cards']} ${classes['leading']}`}>
      <FigureCard
        label={i18n._('Reach production within 12 months')}
        value={share.value}
        isWords
        reason={share.basis}
        basis={share.value === null ? undefined : share.basis}
        explain={<HowComputed isCompact {...howShares(figures)} />}
      />
      <FigureCard
        label={i18n._('Reached production')}
        value={formatNumber(events)}
        unit={of}
        basis={arrivedWords(figures)}
      />
      <FigureCard
        label={i18n._('Stopped before production')}
        value={formatNumber(stopped)}
        unit={of}
        basis={
          merged > 0
            ? i18n._('{merged, plural, one {and one merged into another} other {and # merged into others}}', {
                merged,
              })
            : undefined
        }
      />
      <FigureCard
        label={i18n._('Still running')}
        value={formatNumber(running)}
        unit={of}
        basis={
          leftUndated
            ? i18n._(
                '{leftUndated, plural, one {and one that left the pilot, day not recorded} other {and # that left the pilot, day not recorded}}',
                { leftUndated },
              )
            : i18n._('counted until they were last observed')
        }
      />
    </div>
  );
}

/** "a quarter of all had arrived after 7.6 months; half never have so far" */
function arrivedWords({ quarterArrivedMonths, medianMonths }: TimeToProduction): string | undefined {
  if (quarterArrivedMonths === null) return undefined;
  const quarter = i18n._('a quarter of all had arrived after {months} months', {
    months: formatNumber(quarterArrivedMonths, 1),
  });
  const half =
    medianMonths === null
      ? i18n._('half have not yet')
      : i18n._('half after {months}', { months: formatNumber(medianMonths, 1) });
  return `${quarter}; ${half}`;
}
