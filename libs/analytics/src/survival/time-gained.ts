import { DEFAULT_CONFIDENCE, type Interval, type Unavailable } from '../common/unavailable.js';
import { type IncidenceCurves } from './cumulative-incidence.js';
import { VARIANCE_TERMS } from './incidence-variance.js';
import { normalInterval } from './interval.js';
import { jackknifeVarianceOf } from './jackknife.js';
import { type AreaOptions, type MeanToHorizon, type NoArea, refusedArea } from './restricted-mean.js';
import { positionOf } from './risk-table.js';

const ROUNDING = 1e-15;

/** ∫ F_k from the start of the curve to the horizon, in the curve's unit. */
export interface TimeGained extends MeanToHorizon {
  readonly kind: 'time-gained';
  readonly interval: Interval | Unavailable<'no-spread'>;
}

/**
 * Mean time already spent after leaving by a cause, from the start of the curve to `horizon`: for production, the
 * mean months in production during the first months. It counts speed and conversion at once and exists where a
 * median does not. With a single cause it is the restricted mean time lost.
 *
 * The variance follows the curves' convention, with the differences of F_k replaced by areas. Throws RangeError on a
 * cause the curves do not have. Conner & Trinquart 2021, Stat Med 40:2177.
 */
export function timeGained<Cause extends string>(
  curves: IncidenceCurves<Cause>,
  cause: Cause,
  horizon: number,
  options: AreaOptions = {},
): TimeGained | NoArea {
  const index = positionOf(curves.table, cause);
  const isClosed = curves.steps.at(-1)!.remaining === 0;
  const refused = refusedArea(curves.table, isClosed, horizon, options);
  if (refused) return refused;
  const from = curves.table.startsAt;
  const steps = curves.steps.filter(({ time }) => time <= horizon);
  let [area, level, since] = [0, 0, from];
  const areaBefore = steps.map(({ time, causes }) => {
    area += level * (time - since);
    [level, since] = [causes[cause].incidence, time];
    return area;
  });
  const mean = area + level * (horizon - since);
  // What S(t_j−) and F_k(t) − F_k(t_j) are for F_k itself, these are for the area.
  const gained = steps.map(({ time }, at) => (steps[at - 1]?.remaining ?? 1) * (horizon - time));
  const later = steps.map(
    ({ time, causes }, at) => mean - areaBefore[at]! - causes[cause].incidence * (horizon - time),
  );
  const { table, variance: convention } = curves;
  const variance =
    convention === 'jackknife'
      ? jackknifeVarianceOf(table, cause, gained, later)
      : steps.reduce((sum, _, at) => {
          const row = table.rows[at]!;
          const { quadratic, linear, constant } = VARIANCE_TERMS[convention](row, row.byCause[index]!);
          const [rest, jump] = [later[at]!, gained[at]!];
          return sum + quadratic * rest ** 2 + linear * rest * jump + constant * jump ** 2;
        }, 0);
  // Where nothing varies, rounding does.
  const standardError = variance > ROUNDING * (horizon - from) ** 2 ? Math.sqrt(variance) : 0;
  const interval = normalInterval(mean, standardError, options.confidence ?? DEFAULT_CONFIDENCE);
  return { kind: 'time-gained', from, horizon, mean, standardError, interval };
}
