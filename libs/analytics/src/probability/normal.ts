import erfc from '@stdlib/math-base-special-erfc';
import erfcinv from '@stdlib/math-base-special-erfcinv';

/** P(Z ≤ z) for a standard normal Z. */
export function normalCdf(z: number): number {
  return erfc(-z / Math.SQRT2) / 2;
}

/** P(|Z| ≥ |z|), the two-sided p-value of a z statistic. */
export function normalTwoSidedP(z: number): number {
  return erfc(Math.abs(z) / Math.SQRT2);
}

/** The z with P(Z ≤ z) = p, for 0 < p < 1; throws RangeError outside. */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1))
    throw new RangeError(`A normal quantile needs a probability between 0 and 1, not ${p}.`);
  return 0 - Math.SQRT2 * erfcinv(2 * p);
}
