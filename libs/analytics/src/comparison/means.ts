import { DEFAULT_CONFIDENCE, type Interval, type Unavailable, unavailable } from '../common/unavailable.js';
import { normalQuantile, normalTwoSidedP } from '../probability/normal.js';

/** A mean with its standard error up to a horizon: a `RestrictedMean` or a `TimeGained`. */
export interface MeanToHorizon {
  readonly mean: number;
  readonly standardError: number;
  readonly horizon: number;
}

export interface Difference {
  readonly kind: 'difference';
  /** a − b. */
  readonly difference: number;
  readonly standardError: number;
  readonly interval: Interval;
  readonly z: number;
  readonly p: number;
}

/** The difference of two independent groups' means within one horizon. */
export function difference(
  a: MeanToHorizon,
  b: MeanToHorizon,
  confidence = DEFAULT_CONFIDENCE,
): Difference | Unavailable<'different-horizons' | 'no-spread'> {
  if (a.horizon !== b.horizon) return unavailable('different-horizons');
  const standardError = Math.hypot(a.standardError, b.standardError);
  if (standardError === 0) return unavailable('no-spread');
  const value = a.mean - b.mean;
  const margin = normalQuantile(0.5 + confidence / 2) * standardError;
  const z = value / standardError;
  return {
    kind: 'difference',
    difference: value,
    standardError,
    interval: { kind: 'interval', low: value - margin, high: value + margin, confidence },
    z,
    p: normalTwoSidedP(z),
  };
}
