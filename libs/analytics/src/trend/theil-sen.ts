import { median, medianOfSorted } from '../common/median.js';
import { DEFAULT_CONFIDENCE, type Interval, type Unavailable, unavailable } from '../common/unavailable.js';
import { normalQuantile } from '../probability/normal.js';
import { tailOf } from '../probability/tail.js';
import { bySeason, kendallVariance } from './mann-kendall.js';

/** A value at a time; for quarters the time is the quarter's running number, so that a gap stays a gap. */
export interface SeriesPoint {
  readonly x: number;
  readonly y: number;
}

/** A robust line through a series. */
export interface TheilSenLine {
  readonly kind: 'line';
  /** Change of y per unit of x. */
  readonly slope: number;
  /** median(y) − slope · median(x). */
  readonly intercept: number;
  /** median(y − slope · x): SciPy's `joint`. */
  readonly jointIntercept: number;
  /**
   * Sen's; unavailable when there are too few slopes to rank so far out (below five points at 95 %), where SciPy gives
   * the extreme slopes, or when so many values are equal that S has no variance left.
   */
  readonly interval: Interval | Unavailable<'too-few-points' | 'too-many-ties'>;
}

/**
 * The median of all slopes between two points: one wild quarter does not bend it. Interval by ranks: of the N sorted
 * slopes those at round((N − C) / 2) and round((N + C) / 2) + 1 with C = z √Var(S), Var(S) less the terms of ties in
 * y and in x. Sen 1968, JASA 63:1379.
 */
export function theilSen(
  points: readonly SeriesPoint[],
  confidence = DEFAULT_CONFIDENCE,
): TheilSenLine | Unavailable<'fewer-than-two-times'> {
  const slopes = slopesOf([points]);
  if (slopes.length === 0) return unavailable('fewer-than-two-times');
  const slope = medianOfSorted(slopes);
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  return {
    kind: 'line',
    slope,
    intercept: median(ys) - slope * median(xs),
    jointIntercept: median(points.map(({ x, y }) => y - slope * x)),
    interval: rankInterval(slopes, kendallVariance(ys, xs), confidence),
  };
}

/** A slope that is free of the time of year. */
export interface SeasonalLine {
  readonly kind: 'line';
  /** Change per cycle, for example per year. */
  readonly slope: number;
  readonly intercept: number;
}

/**
 * The median of all slopes within seasons: the yearly change, whatever the time of year does. `values` in order from
 * the first season on, null where missing. Hirsch, Slack & Smith 1982, Water Resour. Res. 18:107. Throws RangeError
 * unless `period` is a positive whole number.
 */
export function seasonalTheilSen(
  values: readonly (number | null)[],
  period: number,
): SeasonalLine | Unavailable<'fewer-than-two-times'> {
  const slopes = slopesOf(bySeason(values, period));
  if (slopes.length === 0) return unavailable('fewer-than-two-times');
  const slope = medianOfSorted(slopes);
  const points = values.flatMap((y, x) => (y === null ? [] : [{ x: x / period, y }]));
  return {
    kind: 'line',
    slope,
    intercept: median(points.map(({ y }) => y)) - slope * median(points.map(({ x }) => x)),
  };
}

/** Between any two points of one group at different times, ascending. */
function slopesOf(groups: readonly (readonly SeriesPoint[])[]): Float64Array {
  const pairs = groups.reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0);
  const slopes = new Float64Array(pairs);
  let count = 0;
  for (const points of groups) {
    for (const [index, later] of points.entries()) {
      for (let earlier = 0; earlier < index; earlier += 1) {
        const { x, y } = points[earlier]!;
        // + 0 turns -0 into 0.
        if (later.x !== x) slopes[count++] = (later.y - y) / (later.x - x) + 0;
      }
    }
  }
  return slopes.subarray(0, count).sort();
}

function rankInterval(
  slopes: Float64Array,
  variance: number,
  confidence: number,
): Interval | Unavailable<'too-few-points' | 'too-many-ties'> {
  if (variance < 0) return unavailable('too-many-ties');
  const reach = -normalQuantile(tailOf(confidence)) * Math.sqrt(variance);
  const low = slopes[Math.round((slopes.length - reach) / 2) - 1];
  const high = slopes[Math.round((slopes.length + reach) / 2)];
  return low === undefined || high === undefined
    ? unavailable('too-few-points')
    : { kind: 'interval', low, high, confidence };
}
