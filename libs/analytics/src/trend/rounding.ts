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
 * what stands on the page adds up. A part that is exactly 0 stays 0: nobody stands behind it.
 */
export function roundToTenths(before: Rational, after: Rational, parts: readonly Rational[]): RoundedBridge {
  const [roundedBefore, roundedAfter] = [nearestTenth(before), nearestTenth(after)];
  const floors = parts.map((part) => Number(part.times(TEN).floor()));
  const byRemainder = parts
    .map((part, index) => ({
      index,
      rest: part.times(TEN).toNumber() - (floors[index] ?? 0),
      isZero: part.equals(Rational.zero),
    }))
    .filter(({ isZero }) => !isZero)
    .sort((a, b) => b.rest - a.rest || a.index - b.index)
    .map(({ index }) => index);
  const missing = roundedAfter - roundedBefore - floors.reduce((sum, floor) => sum + floor, 0);
  const order = missing < 0 ? byRemainder.reverse() : byRemainder;
  for (let given = 0; given < Math.abs(missing) && order.length > 0; given += 1) {
    const index = order[given % order.length] ?? 0;
    floors[index] = (floors[index] ?? 0) + Math.sign(missing);
  }
  return { before: roundedBefore, after: roundedAfter, parts: floors };
}

function nearestTenth(value: Rational): number {
  return Number(value.times(TEN).plus(HALF).floor());
}
