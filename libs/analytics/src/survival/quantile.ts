import { DEFAULT_CONFIDENCE } from '../common/unavailable.js';
import { type IntervalScale } from './interval.js';
import { stepInterval, type SurvivalCurve } from './kaplan-meier.js';

/** A curve that never falls so far has no such time: not infinity, and not the last time either. */
export type QuantileTime =
  { readonly kind: 'reached'; readonly time: number } | { readonly kind: 'not-reached' };

/** The time by which a share is reached. */
export interface TimeToShare {
  readonly estimate: QuantileTime;
  /** Where the pointwise band crosses the level: Brookmeyer & Crowley 1982, Biometrics 38:29. */
  readonly low: QuantileTime;
  readonly high: QuantileTime;
}

/** Conventions in which programs differ, and the band whose crossings are the bounds. */
export interface QuantileOptions {
  /**
   * Where the curve lies exactly on the level over a stretch: `left` takes its beginning, a time at which something
   * happened (lifelines, SAS; the default), `midpoint` its middle (R).
   */
  readonly onFlat?: 'left' | 'midpoint';
  readonly scale?: IntervalScale;
  readonly confidence?: number;
}

/** The time by which a share `p` has had the event: the least t with S(t) ≤ 1 − p. `p` = 0.5 is the median. */
export function survivalQuantile(
  curve: SurvivalCurve,
  p: number,
  options: QuantileOptions = {},
): TimeToShare {
  const { onFlat = 'left', scale = 'log-log', confidence = DEFAULT_CONFIDENCE } = options;
  const times = curve.steps.map(({ time }) => time);
  const bands = curve.steps.map((step) => stepInterval(step, { scale, confidence }));
  const bound = (side: 'low' | 'high') =>
    bands.map((band, index) => {
      if (band.kind === 'interval') return band[side];
      return curve.steps[index]?.survival === 1 ? 1 : null;
    });
  const survival = curve.steps.map((step) => step.survival);
  return {
    estimate: firstCrossing(times, survival, 1 - p, onFlat),
    low: firstCrossing(times, bound('low'), 1 - p, onFlat),
    high: firstCrossing(times, bound('high'), 1 - p, onFlat),
  };
}

/** Products like 6/7 · 3/5 miss their decimal by a few units in the last place; R uses the same tolerance. */
const TOLERANCE = 1.5e-8;

/** The least time at which a falling step function is at or below the level; null values are not compared. */
export function firstCrossing(
  times: readonly number[],
  values: readonly (number | null)[],
  level: number,
  onFlat: 'left' | 'midpoint' = 'left',
): QuantileTime {
  const index = values.findIndex((value) => value !== null && value <= level + TOLERANCE);
  const [time, value] = [times[index], values[index]];
  if (time === undefined || value == null) return { kind: 'not-reached' };
  if (onFlat === 'left' || value < level - TOLERANCE) return { kind: 'reached', time };
  const below = values.findIndex((later, at) => at > index && later !== null && later < level - TOLERANCE);
  const end = below === -1 ? (times.at(-1) ?? time) : (times[below] ?? time);
  return { kind: 'reached', time: (time + end) / 2 };
}
