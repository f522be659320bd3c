import { FigureCard, Sparkline, formatNumber, type FigureChange } from '@pilotage/web-ui';
import { i18n } from '../../i18n.js';
import { HowComputed } from '../../method/how-computed.js';
import classes from '../figures.module.css';
import { howActive, howInProduction, howReadiness, howReady } from './definitions.js';
import { ratedWords } from './readiness-words.js';
import type { QuarterPoint } from './trend.graphql.js';

interface TrendCardsProps {
  /** Oldest first. */
  readonly quarters: readonly QuarterPoint[];
}

/** Where the portfolio stands in the last of the quarters, beside the one before. */
export function TrendCards({ quarters }: TrendCardsProps) {
  const [now, before] = [quarters.at(-1), quarters.at(-2)];
  if (!now) return null;
  const change = (amountOf: (point: QuarterPoint) => number | null): FigureChange => {
    const [current, previous] = [amountOf(now), before ? amountOf(before) : null];
    return current === null || previous === null || !before
      ? { reason: i18n._('Nothing to compare with in the quarter before') }
      : { amount: current - previous, versus: before.quarter.label };
  };
  const spark = (label: string, valueOf: (point: QuarterPoint) => number | null) => (
    <Sparkline
      label={i18n._('{label}, last {count} quarters', { label, count: quarters.length })}
      values={quarters.map(valueOf)}
      isLastRunning={!now.quarter.isFinished}
      width={84}
    />
  );
  const { ready, readiness } = now;
  return (
    <div className={classes['cards']}>
      <FigureCard
        label={i18n._('Ready for the next stage')}
        value={ready.of === 0 ? null : formatNumber(ready.ready)}
        unit={i18n._('of {of}', { of: formatNumber(ready.of) })}
        reason={i18n._('No initiative is in pilot or beyond.')}
        change={change((point) => point.ready.ready)}
        basis={i18n._('of those in pilot or beyond')}
        spark={spark(i18n._('Ready for the next stage'), (point) => point.ready.ready)}
        explain={<HowComputed isCompact {...howReady(ready)} />}
      />
      <FigureCard
        label={i18n._('In production')}
        value={formatNumber(inProduction(now))}
        unit={i18n._('of {of}', { of: formatNumber(now.active) })}
        change={change(inProduction)}
        basis={i18n._('of all active initiatives; scaled ones included')}
        spark={spark(i18n._('In production'), inProduction)}
        explain={<HowComputed isCompact {...howInProduction(now)} />}
      />
      <FigureCard
        label={i18n._('Active initiatives')}
        value={formatNumber(now.active)}
        change={neutral(change(({ active }) => active))}
        basis={observedWords(now)}
        spark={spark(i18n._('Active initiatives'), ({ active }) => active)}
        explain={<HowComputed isCompact {...howActive(now)} />}
      />
      <FigureCard
        label={i18n._('Readiness, mean score')}
        value={readiness.value === null ? null : formatNumber(readiness.value)}
        unit={i18n._('of 100')}
        reason={i18n._('No active initiative has a current assessment. Assess one to begin.')}
        change={change(({ readiness: { value } }) => value)}
        basis={ratedWords(readiness)}
        explain={<HowComputed isCompact {...howReadiness(readiness)} />}
      />
    </div>
  );
}

const inProduction = ({ stages }: QuarterPoint): number =>
  stages
    .filter(({ stage }) => stage === 'PRODUCTION' || stage === 'SCALED')
    .reduce((sum, { count }) => sum + count, 0);

/** More initiatives are neither good nor bad. */
const neutral = (change: FigureChange): FigureChange =>
  'reason' in change ? change : { ...change, more: 'neutral' };

function observedWords({ observedStages }: QuarterPoint): string | undefined {
  if (observedStages === 0) return undefined;
  return i18n._(
    '{count, plural, one {for one, the day it entered its stage is not known} other {for #, the day they entered their stage is not known}}',
    { count: observedStages },
  );
}
