import { regularizedGammaQ } from './gamma.js';

/** P(Z ≤ z) for a standard normal Z; relative error below 1e-14 also in the tails. */
export function normalCdf(z: number): number {
  const tail = regularizedGammaQ(0.5, (z * z) / 2) / 2;
  return z > 0 ? 1 - tail : tail;
}

/** P(|Z| ≥ |z|), the two-sided p-value of a z statistic. */
export function normalTwoSidedP(z: number): number {
  return regularizedGammaQ(0.5, (z * z) / 2);
}

/**
 * The z with P(Z ≤ z) = p, for 0 < p < 1; throws RangeError outside. Acklam's rational approximation, then one step
 * of Halley's method on the distribution function, which brings it to full precision.
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1))
    throw new RangeError(`A normal quantile needs a probability between 0 and 1, not ${p}.`);
  if (p > 0.5) return -normalQuantile(1 - p);
  const start = p < 0.02425 ? lowerTail(p) : centre(p);
  const error = normalCdf(start) - p;
  const newton = error * Math.sqrt(2 * Math.PI) * Math.exp((start * start) / 2);
  return start - newton / (1 + (start * newton) / 2);
}

function lowerTail(p: number): number {
  const q = Math.sqrt(-2 * Math.log(p));
  return polynomial(C, q) / (polynomial(D, q) * q + 1);
}

function centre(p: number): number {
  const q = p - 0.5;
  const r = q * q;
  return (polynomial(A, r) * q) / (polynomial(B, r) * r + 1);
}

function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
}

const A = [
  -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
  2.506628277459239,
];
const B = [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572];
const C = [
  -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
];
const D = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416];
