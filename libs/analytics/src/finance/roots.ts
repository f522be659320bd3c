/** An amount at a time: a whole number of periods or a part of years. */
export interface TimedAmount {
  readonly at: number;
  readonly amount: number;
}

/** Rates from −100 % + 1e-12 to 1e12: wider than any that double precision can tell apart from its ends. */
const [LEAST, MOST] = [1e-12, 1e12];

/**
 * All x from 1e-12 to 1e12 with Σ amount · x^at = 0, ascending; a root at which the sum only touches 0 counts once.
 * `terms` in order of time, without zeros.
 *
 * Descartes' rule of signs, made to find the roots: the derivative of p(x) · x^−m, times x^(m+1), multiplies each
 * amount by (at − m). With m between two neighbours of opposite sign it has one change of sign less than p, and
 * between its roots p(x) · x^−m goes one way, so p has at most one root there and bisection finds it.
 */
export function positiveRoots(terms: readonly TimedAmount[]): number[] {
  const levels: (readonly TimedAmount[])[] = [terms];
  for (let level = terms; signChanges(level) > 0;) {
    level = withoutFirstChange(level);
    levels.push(level);
  }
  return levels.reduceRight<number[]>((turns, level) => rootsBetween(level, [LEAST, ...turns, MOST]), []);
}

/** How often amounts change their sign, zeros left out. Descartes: no more positive roots than this. */
export function signChanges(terms: readonly { readonly amount: number }[]): number {
  const signs = terms.map(({ amount }) => Math.sign(amount)).filter((sign) => sign !== 0);
  return signs.filter((sign, index) => index > 0 && sign !== signs[index - 1]).length;
}

function withoutFirstChange(terms: readonly TimedAmount[]): readonly TimedAmount[] {
  const change = terms.findIndex(
    ({ amount }, index) => index > 0 && Math.sign(amount) !== Math.sign(terms[index - 1]!.amount),
  );
  const middle = (terms[change - 1]!.at + terms[change]!.at) / 2;
  const turned = terms.map(({ at, amount }) => ({ at, amount: amount * (at - middle) }));
  const largest = turned.reduce((most, { amount }) => Math.max(most, Math.abs(amount)), 0);
  return turned
    .map(({ at, amount }) => ({ at, amount: amount / largest }))
    .filter(({ amount }) => amount !== 0);
}

/** `bounds` ascending; between two of them the sum has at most one root. */
function rootsBetween(terms: readonly TimedAmount[], bounds: readonly number[]): number[] {
  const signs = bounds.map((bound) => signAt(terms, bound, 8 * terms.length * Number.EPSILON));
  return bounds.flatMap((bound, index) => {
    if (signs[index] === 0) return [bound];
    const next = bounds[index + 1];
    return next !== undefined && signs[index] === -signs[index + 1]! ? [bisect(terms, bound, next)] : [];
  });
}

function bisect(terms: readonly TimedAmount[], left: number, right: number): number {
  const sign = signAt(terms, left, 0);
  let [low, high] = [left, right];
  for (;;) {
    // The geometric middle, for the range spans 24 powers of ten.
    const middle = Math.sqrt(low) * Math.sqrt(high);
    if (middle <= low || middle >= high) return middle;
    if (signAt(terms, middle, 0) === sign) low = middle;
    else high = middle;
  }
}

/** The sign of the sum at x; 0 where it is smaller than `tolerance` times the sum of the terms' sizes. */
function signAt(terms: readonly TimedAmount[], x: number, tolerance: number): number {
  // Powers count from the end that weighs most, so that none overflows.
  const origin = (x > 1 ? terms.at(-1) : terms[0])?.at ?? 0;
  let [sum, size] = [0, 0];
  for (const { at, amount } of terms) {
    const term = amount * x ** (at - origin);
    sum += term;
    size += Math.abs(term);
  }
  return Math.abs(sum) <= tolerance * size ? 0 : Math.sign(sum);
}
