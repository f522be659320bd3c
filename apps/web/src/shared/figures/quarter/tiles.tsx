import { Anchor } from '@mantine/core';
import { FigureCard, Sparkline, formatNumber, type FigureChange } from '@pilotage/web-ui';
import { i18n } from '../../i18n.js';
import { HowComputed } from '../../method/how-computed.js';
import { howInProduction, howReady } from '../trend/definitions.js';
import type { QuarterPoint } from '../trend/trend.graphql.js';
import { howPilots, howShare, howStuck } from './definitions.js';
import type { ExecutiveQuarter } from './executive-quarter.graphql.js';
import { OVER_LIMIT } from './held.js';
import classes from './quarter-view.module.css';
import { shareParts } from '../time-to-production/share-parts.js';

type Stock = ExecutiveQuarter['inProduction'];

/** Five figures, each beside that of the quarter before and with what it stands on. */
export function Tiles({ quarter }: { readonly quarter: ExecutiveQuarter }) {
  const { inProduction, pilots, ready, previousReady, stuck, quarters } = quarter;
  const before = quarters.at(-2)?.quarter.label;
  const change = (amount: number | null, more: 'good' | 'bad' | 'neutral'): FigureChange =>
    amount === null || !before
      ? { reason: i18n._('No quarter before to compare with') }
      : { amount, versus: before, more };
  const spark = (label: string, valueOf: (point: QuarterPoint) => number) =>
    quarters.length > 1 && (
      <Sparkline
        label={i18n._('{label}, last {count} quarters', { label, count: quarters.length })}
        values={quarters.map(valueOf)}
        isLastRunning={!quarter.quarter.isFinished}
        width={64}
      />
    );
  const share = shareParts(quarter.shareWithin12Months.share, quarter.shareWording);
  return (
    <div className={classes['tiles']}>
      <FigureCard
        label={i18n._('In production')}
        value={formatNumber(inProduction.count)}
        unit={i18n._('of {of}', { of: inProduction.of })}
        change={change(moved(inProduction), 'good')}
        basis={cameAndWent(inProduction)}
        spark={spark(i18n._('In production'), (point) => countIn(point, ['PRODUCTION', 'SCALED']))}
        explain={<HowComputed isCompact {...howInProduction({ active: inProduction.of })} />}
      />
      <FigureCard
        label={i18n._('Pilots running')}
        value={formatNumber(pilots.count)}
        unit={i18n._('of {of}', { of: pilots.of })}
        change={change(moved(pilots), 'neutral')}
        basis={cameAndWent(pilots)}
        spark={spark(i18n._('Pilots running'), (point) => countIn(point, ['PILOT']))}
        explain={<HowComputed isCompact {...howPilots(quarter)} />}
      />
      <FigureCard
        label={i18n._('Reach production within 12 months')}
        value={share.value}
        isWords
        reason={share.basis}
        basis={share.value === null ? undefined : share.basis}
        explain={<HowComputed isCompact {...howShare(quarter)} />}
      />
      <FigureCard
        label={i18n._('Ready for the next stage')}
        value={ready.of === 0 ? null : formatNumber(ready.ready)}
        reason={i18n._('No initiative is in pilot or beyond.')}
        unit={i18n._('of {of}', { of: ready.of })}
        change={change(previousReady && ready.ready - previousReady.ready, 'good')}
        basis={
          previousReady
            ? i18n._('in pilot or beyond; {ready} of {of} before', previousReady)
            : i18n._('in pilot or beyond')
        }
        spark={spark(i18n._('Ready for the next stage'), (point) => point.ready.ready)}
        explain={<HowComputed isCompact {...howReady(ready)} />}
      />
      <FigureCard
        label={i18n._('Stuck pilots')}
        value={formatNumber(stuck.stuck)}
        unit={i18n._('of {of}', { of: pilots.count })}
        change={change(stuck.previous === null ? null : stuck.stuck - stuck.previous, 'bad')}
        basis={
          stuck.overLimitNoPlan > 0 ? (
            <Anchor href={`#${OVER_LIMIT}`} inherit>
              {i18n._('{count} more over the limit, plan not recorded', { count: stuck.overLimitNoPlan })}
            </Anchor>
          ) : undefined
        }
        explain={<HowComputed isCompact {...howStuck(quarter)} />}
      />
    </div>
  );
}

const countIn = ({ stages }: QuarterPoint, wanted: readonly string[]): number =>
  stages.filter(({ stage }) => wanted.includes(stage)).reduce((sum, { count }) => sum + count, 0);

/** What was first recorded is no change: it may have been there for long. */
const moved = ({ previous, entered, left }: Stock): number | null =>
  previous === null ? null : entered - left;

/** "5 before; +2 −0 this quarter, 3 first recorded" */
function cameAndWent({ previous, entered, firstRecorded, left }: Stock): string {
  const moves =
    firstRecorded > 0
      ? i18n._('+{entered} −{left} this quarter, {firstRecorded} first recorded', {
          entered,
          left,
          firstRecorded,
        })
      : i18n._('+{entered} −{left} this quarter', { entered, left });
  return previous === null ? moves : i18n._('{previous} before; {moves}', { previous, moves });
}
