import gammainc from '@stdlib/math-base-special-gammainc';

/** Far above any number of groups; from about 2,000 degrees on the library's tail is wrong by a percent. */
const MAX_DEGREES = 1000;

/** P(X ≥ x) for a chi-square with `degrees` of freedom; throws RangeError outside 1 to 1000. */
export function chiSquareTail(x: number, degrees: number): number {
  if (!(degrees >= 1 && degrees <= MAX_DEGREES))
    throw new RangeError(`A chi-square needs 1 to ${MAX_DEGREES} degrees of freedom, not ${degrees}.`);
  if (x <= 0) return 1;
  return x === Infinity ? 0 : gammainc(x / 2, degrees / 2, true, true);
}
