import { type Unavailable, unavailable } from '../common/unavailable.js';

export interface InternalRate {
  readonly kind: 'rate';
  /** Per period; of several roots the one nearest to 0. */
  readonly rate: number;
  /** False when the flows have further roots: then no rate belongs on a page. */
  readonly isUnique: boolean;
}

/**
 * The rate between −99 % and +10,000 % per period at which flows of equal periods are worth 0. All roots in that
 * range are found, since with several changes of sign there may be several, or none.
 */
export function internalRate(
  flows: readonly number[],
): InternalRate | Unavailable<'no-sign-change' | 'no-root'> {
  if (signChanges(flows) === 0) return unavailable('no-sign-change');
  const rates = rootsBetween(flows, 1 / 101, 100).map((factor) => 1 / factor - 1);
  const nearest = rates.reduce<number | null>(
    (best, rate) => (best === null || Math.abs(rate) < Math.abs(best) ? rate : best),
    null,
  );
  return nearest === null
    ? unavailable('no-root')
    : { kind: 'rate', rate: nearest, isUnique: rates.length === 1 };
}

/** How often flows change their sign, zeros left out. Descartes: no more positive roots than this. */
export function signChanges(flows: readonly number[]): number {
  const signs = flows.map(Math.sign).filter((sign) => sign !== 0);
  return signs.filter((sign, index) => index > 0 && sign !== signs[index - 1]).length;
}

/**
 * The real roots of a polynomial (coefficients from the constant on) within a range: between two neighbouring roots
 * of its derivative it goes one way, so bisection finds each.
 */
function rootsBetween(coefficients: readonly number[], low: number, high: number): number[] {
  if (signChanges(coefficients) === 0) return [];
  const derivative = coefficients.slice(1).map((coefficient, index) => coefficient * (index + 1));
  const largest = Math.max(...derivative.map(Math.abs));
  const turns = rootsBetween(
    derivative.map((coefficient) => coefficient / largest),
    low,
    high,
  );
  const bounds = [low, ...turns, high];
  return bounds.slice(1).flatMap((right, index) => bisect(coefficients, bounds[index] ?? low, right) ?? []);
}

function bisect(coefficients: readonly number[], left: number, right: number): number | null {
  const valueAt = (x: number) => coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);
  const sign = Math.sign(valueAt(left));
  if (sign === 0) return left;
  if (sign === Math.sign(valueAt(right))) return null;
  let [low, high] = [left, right];
  for (let step = 0; step < 100; step += 1) {
    const middle = (low + high) / 2;
    if (Math.sign(valueAt(middle)) === sign) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
