import betaincinv from '@stdlib/math-base-special-betaincinv';
import { DEFAULT_CONFIDENCE, type Interval, type Unavailable, unavailable } from '../common/unavailable.js';
import { normalQuantile } from './normal.js';
import { tailOf } from './tail.js';

/** An interval for `successes` of `trials`. A share of nothing has none, nor have 5 of 3, 1.5 of 4 or −1 of 3. */
export type ProportionInterval = Interval | Unavailable<'no-trial' | 'not-counts'>;

/**
 * Wilson's score interval (1927, JASA 22:209): holds its level at small n, where estimate ± 2 standard errors does
 * not. With `continuity` it is Newcombe's corrected form (1998, Stat Med 17:857; R prop.test).
 */
export function wilsonInterval(
  successes: number,
  trials: number,
  { confidence = DEFAULT_CONFIDENCE, continuity = false } = {},
): ProportionInterval {
  if (!areCounts(successes, trials)) return unavailable('not-counts');
  if (trials === 0) return unavailable('no-trial');
  const z = -normalQuantile(tailOf(confidence));
  const share = successes / trials;
  const scale = 2 * (trials + z * z);
  const centre = 2 * trials * share + z * z;
  // Without the correction both ends share this root; with it each end has its own.
  const root = (by: 0 | 1 | -1) =>
    z * Math.sqrt(z * z - 2 * by - Math.abs(by) / trials + 4 * share * (trials * (1 - share) + by));
  const low = (centre - root(continuity ? 1 : 0) - (continuity ? 1 : 0)) / scale;
  const high = (centre + root(continuity ? -1 : 0) + (continuity ? 1 : 0)) / scale;
  return {
    kind: 'interval',
    low: successes === 0 ? 0 : Math.max(0, low),
    high: successes === trials ? 1 : Math.min(1, high),
    confidence,
  };
}

/**
 * Clopper & Pearson's exact interval (1934, Biometrika 26:404): never below its level, wider than Wilson's. With no
 * success among n its upper end is 1 − ((1 − confidence) / 2)^(1/n): 30.8 % for n = 10 at 95 %.
 */
export function clopperPearsonInterval(
  successes: number,
  trials: number,
  confidence = DEFAULT_CONFIDENCE,
): ProportionInterval {
  if (!areCounts(successes, trials)) return unavailable('not-counts');
  if (trials === 0) return unavailable('no-trial');
  const tail = tailOf(confidence);
  return {
    kind: 'interval',
    low: successes === 0 ? 0 : betaincinv(tail, successes, trials - successes + 1),
    high: successes === trials ? 1 : betaincinv(tail, successes + 1, trials - successes, true),
    confidence,
  };
}

function areCounts(successes: number, trials: number): boolean {
  return Number.isInteger(successes) && Number.isInteger(trials) && successes >= 0 && successes <= trials;
}
