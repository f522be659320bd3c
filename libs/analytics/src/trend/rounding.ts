import { Rational } from '../common/fraction.js';

export interface RoundedBridge {
  readonly before: number;
  readonly after: number;
  readonly parts: readonly number[];
}

const TEN = Rational.of(10);
const HALF = Rational.of(1, 2);

/**
 * Rounds both ends to tenths and hands the tenths of the change out among the parts by largest remainder, so that
 * what stands on the page adds up. A part that is exactly 0 stays 0: nobody stands behind it. The parts must add up to
 * the change; rounded down they then miss the rounded one by no more tenths than there are parts to give one to.
 */
export function roundToTenths(before: Rational, after: Rational, parts: readonly Rational[]): RoundedBridge {
  const [roundedBefore, roundedAfter] = [nearestTenth(before), nearestTenth(after)];
  const tenths = parts.map((part, index) => {
    const floor = Number(part.times(TEN).floor());
    return { index, floor, rest: part.times(TEN).toNumber() - floor, isZero: part.equals(Rational.zero) };
  });
  const missing = roundedAfter - roundedBefore - tenths.reduce((sum, { floor }) => sum + floor, 0);
  const raised = tenths
    .filter(({ isZero }) => !isZero)
    .sort((a, b) => b.rest - a.rest || a.index - b.index)
    .slice(0, missing);
  return {
    before: roundedBefore,
    after: roundedAfter,
    parts: tenths.map((part) => part.floor + (raised.includes(part) ? 1 : 0)),
  };
}

function nearestTenth(value: Rational): number {
  return Number(value.times(TEN).plus(HALF).floor());
}
