import { formatDay, formatNumber, formatScoreChange, Sparkline } from '@pilotage/web-ui';
import { i18n } from '../../../../shared/i18n.js';
import type { Round } from './assessments.graphql.js';
import classes from './assessments-tab.module.css';

const shownValue = ({ score: { value, display } }: Round): number | null =>
  display === 'HIDE' ? null : value;
const dayOf = ({ asOfOn }: Round): string => formatDay({ on: asOfOn, precision: 'DAY' });

/** How the score went from round to round. */
export function ScoreTrend({ rounds }: { readonly rounds: readonly Round[] }) {
  const oldestFirst = rounds.toReversed();
  const [latest, before] = rounds;
  const first = oldestFirst[0];
  if (!latest || !first) return null;
  const [now, last] = [shownValue(latest), before && shownValue(before)];
  return (
    <section className={classes['card']}>
      <h2 className={classes['title']}>{i18n._('Score by round')}</h2>
      <div className={classes['trend']}>
        <div>
          <div className={classes['figure']}>{now === null ? i18n._('no score') : formatNumber(now)}</div>
          <div className={classes['note']}>
            {now !== null && last != null && before
              ? i18n._('{change} since {day}', { change: formatScoreChange(last, now), day: dayOf(before) })
              : i18n._('as of {day}', { day: dayOf(latest) })}
          </div>
        </div>
        {rounds.length > 1 && (
          <div>
            <Sparkline
              label={i18n._('Score, {first} to {latest}', { first: dayOf(first), latest: dayOf(latest) })}
              values={oldestFirst.map(shownValue)}
              domain={[0, 100]}
              width={420}
              height={84}
            />
            <div className={classes['note']}>
              {i18n._('{first} to {latest}, scale 0 to 100', { first: dayOf(first), latest: dayOf(latest) })}
            </div>
          </div>
        )}
      </div>
      {rounds.length === 1 && (
        <p className={classes['note']}>{i18n._('A second assessment shows where it is going.')}</p>
      )}
    </section>
  );
}
