import { type Unavailable, unavailable } from '../common/unavailable.js';
import { normalQuantile } from '../probability/normal.js';

/** How sure one wants to be. */
export interface PowerOptions {
  /** Chance to see the effect if it is there; 0.8 unless told otherwise. */
  readonly power?: number;
  /** Of a two-sided test; 0.05 unless told otherwise. */
  readonly level?: number;
}

/** How sure, and how the groups are sized. */
export interface AllocationOptions extends PowerOptions {
  /** Part of all that is in the first group; half unless told otherwise. */
  readonly shareInFirst?: number;
}

/** A ratio of 1 is no effect to be seen; one that is not above 0 is none at all. */
type NoRatio = Unavailable<'no-difference' | 'not-a-ratio'>;

/**
 * Events needed in both groups together to see a ratio of times, for exponential times: (z_level + z_power)² /
 * (p (1 − p) ln² ratio). 0.75 ("25 % less time") needs 380. Throws RangeError for a level, power or allocation outside
 * 0 to 1. Schoenfeld 1983, Biometrics 39:499.
 */
export function eventsNeeded(ratio: number, options: AllocationOptions = {}): number | NoRatio {
  return noRatio(ratio) ?? Math.ceil(signal(options) / (balance(options) * Math.log(ratio) ** 2));
}

/** The ratio of times nearest to 1 that so many events can show: 30 events 0.36, that is 64 % shorter. */
export function detectableRatio(
  events: number,
  options: AllocationOptions = {},
): number | Unavailable<'no-events'> {
  if (!(events > 0 && events < Infinity)) return unavailable('no-events');
  return Math.exp(-Math.sqrt(signal(options) / (balance(options) * events)));
}

/** Deployments needed per group to see a ratio of coefficients of variation, for small coefficients: 0.85 needs 298. */
export function deploymentsNeeded(ratio: number, options: PowerOptions = {}): number | NoRatio {
  return noRatio(ratio) ?? Math.ceil(signal(options) / Math.log(ratio) ** 2);
}

/** (z of the level + z of the power)², 7.849 for 5 % two-sided and 80 %. */
function signal({ level = 0.05, power = 0.8 }: PowerOptions): number {
  return (normalQuantile(1 - level / 2) + normalQuantile(power)) ** 2;
}

function balance({ shareInFirst = 0.5 }: AllocationOptions): number {
  if (!(shareInFirst > 0 && shareInFirst < 1))
    throw new RangeError(`A share of all lies between 0 and 1, not ${shareInFirst}.`);
  return shareInFirst * (1 - shareInFirst);
}

function noRatio(ratio: number): NoRatio | null {
  if (!(ratio > 0 && ratio < Infinity)) return unavailable('not-a-ratio');
  return ratio === 1 ? unavailable('no-difference') : null;
}
