import { DEFAULT_CONFIDENCE, type Interval, type Unavailable, unavailable } from '../common/unavailable.js';
import { normalTwoSidedP } from '../probability/normal.js';
import { normalInterval } from '../survival/interval.js';
import { type MeanToHorizon } from '../survival/restricted-mean.js';

/** How far two means are apart. */
export interface Difference {
  readonly kind: 'difference';
  /** a − b. */
  readonly difference: number;
  readonly standardError: number;
  readonly interval: Interval;
  readonly z: number;
  readonly p: number;
}

/** Why two means do not compare. */
export type NoComparison = Unavailable<'different-starts' | 'different-horizons' | 'no-spread'>;

/**
 * The difference of two independent groups' means (restricted mean, time gained) over the same stretch. A curve that
 * starts late leaves out the time before, so two that start on different days do not compare.
 */
export function difference(
  a: MeanToHorizon,
  b: MeanToHorizon,
  confidence = DEFAULT_CONFIDENCE,
): Difference | NoComparison {
  const refused = differentStretches(a, b);
  if (refused) return refused;
  const standardError = Math.hypot(a.standardError, b.standardError);
  const value = a.mean - b.mean;
  const interval = normalInterval(value, standardError, confidence);
  if (interval.kind === 'unavailable') return interval;
  const z = value / standardError;
  return { kind: 'difference', difference: value, standardError, interval, z, p: normalTwoSidedP(z) };
}

/** How many times one mean is the other. */
export interface RatioOfMeans {
  readonly kind: 'ratio';
  /** a / b. */
  readonly ratio: number;
  readonly interval: Interval;
  readonly z: number;
  readonly p: number;
}

/**
 * The ratio of two independent groups' means over the same stretch, on the log scale: exp(ln(a/b) ± z √(Σ (σ/mean)²)).
 * Of restricted means it is survRM2's RMST ratio, of `timeLost` its RMTL ratio. Uno et al. 2014, J Clin Oncol 32:2380.
 */
export function ratioOfMeans(
  a: MeanToHorizon,
  b: MeanToHorizon,
  confidence = DEFAULT_CONFIDENCE,
): RatioOfMeans | NoComparison | Unavailable<'mean-not-positive'> {
  const refused = differentStretches(a, b);
  if (refused) return refused;
  if (!(a.mean > 0 && b.mean > 0)) return unavailable('mean-not-positive');
  const standardError = Math.hypot(a.standardError / a.mean, b.standardError / b.mean);
  const logRatio = Math.log(a.mean / b.mean);
  const onLog = normalInterval(logRatio, standardError, confidence);
  if (onLog.kind === 'unavailable') return onLog;
  const z = logRatio / standardError;
  return {
    kind: 'ratio',
    ratio: a.mean / b.mean,
    interval: { ...onLog, low: Math.exp(onLog.low), high: Math.exp(onLog.high) },
    z,
    p: normalTwoSidedP(z),
  };
}

function differentStretches(
  a: MeanToHorizon,
  b: MeanToHorizon,
): Unavailable<'different-starts' | 'different-horizons'> | null {
  if (a.from !== b.from) return unavailable('different-starts');
  return a.horizon === b.horizon ? null : unavailable('different-horizons');
}
