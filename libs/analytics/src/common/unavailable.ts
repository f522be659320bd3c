/**
 * A figure that cannot be had, and why. It has a shape of its own so that nobody can draw or add it;
 * no function of this library returns NaN, an infinity or a stand-in 0.
 */
export interface Unavailable<Reason extends string> {
  readonly kind: 'unavailable';
  readonly reason: Reason;
}

export function unavailable<const Reason extends string>(reason: Reason): Unavailable<Reason> {
  return { kind: 'unavailable', reason };
}

/** An interval for an estimate, on the scale of the estimate. */
export interface Interval {
  readonly kind: 'interval';
  readonly low: number;
  readonly high: number;
  /** For example 0.95. */
  readonly confidence: number;
}

export const DEFAULT_CONFIDENCE = 0.95;
