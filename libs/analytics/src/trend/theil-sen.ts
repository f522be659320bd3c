import { median, medianOfSorted } from '../common/median.js';
import { DEFAULT_CONFIDENCE, type Interval, type Unavailable, unavailable } from '../common/unavailable.js';
import { normalQuantile } from '../probability/normal.js';
import { kendallVariance } from './mann-kendall.js';

/** A value at a time; for quarters the time is the quarter's running number, so that a gap stays a gap. */
export interface SeriesPoint {
  readonly x: number;
  readonly y: number;
}

export interface TheilSenLine {
  readonly kind: 'line';
  /** Change of y per unit of x. */
  readonly slope: number;
  /** median(y) − slope · median(x). */
  readonly intercept: number;
  /** Sen's; unavailable when there are too few slopes to rank so far out (below five points at 95 %). */
  readonly interval: Interval | Unavailable<'too-few-points'>;
}

/**
 * The median of all slopes between two points: one wild quarter does not bend it. Interval by ranks: of the N sorted
 * slopes those at round((N − C) / 2) and round((N + C) / 2) + 1 with C = z √Var(S). Sen 1968, JASA 63:1379.
 */
export function theilSen(
  points: readonly SeriesPoint[],
  confidence = DEFAULT_CONFIDENCE,
): TheilSenLine | Unavailable<'fewer-than-two-times'> {
  const slopes = points
    .flatMap((a, index) =>
      points.slice(index + 1).flatMap((b) => (a.x === b.x ? [] : [(b.y - a.y) / (b.x - a.x)])),
    )
    .sort((a, b) => a - b);
  if (slopes.length === 0) return unavailable('fewer-than-two-times');
  const slope = medianOfSorted(slopes);
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const reach = normalQuantile(0.5 + confidence / 2) * Math.sqrt(kendallVariance(ys));
  const low = slopes[Math.round((slopes.length - reach) / 2) - 1];
  const high = slopes[Math.round((slopes.length + reach) / 2)];
  const isRanked = low !== undefined && high !== undefined;
  return {
    kind: 'line',
    slope,
    intercept: median(ys) - slope * median(xs),
    interval: isRanked ? { kind: 'interval', low, high, confidence } : unavailable('too-few-points'),
  };
}
