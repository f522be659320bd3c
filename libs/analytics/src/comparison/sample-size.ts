import { normalQuantile } from '../probability/normal.js';

const TWO_SIDED_LEVEL = 0.05;
const POWER = 0.8;

/** (z of the level + z of the power)², 7.849 for 5 % two-sided and 80 %. */
const SIGNAL = (normalQuantile(1 - TWO_SIDED_LEVEL / 2) + normalQuantile(POWER)) ** 2;

/**
 * Events needed in both groups together to see a ratio of times with 80 % power at 5 %: equal groups, exponential
 * times. 0.75 ("25 % less time") needs 380. Schoenfeld 1983, Biometrics 39:499. Null at a ratio of 1.
 */
export function eventsNeeded(ratio: number): number | null {
  return ratio <= 0 || ratio === 1 ? null : Math.ceil(SIGNAL / (0.25 * Math.log(ratio) ** 2));
}

/** The ratio of times nearest to 1 that so many events can show: 30 events 0.36, that is 64 % shorter. Null without events. */
export function detectableRatio(events: number): number | null {
  return events <= 0 ? null : Math.exp(-Math.sqrt((4 * SIGNAL) / events));
}

/** Deployments needed per group to see a ratio of coefficients of variation, for small coefficients: 0.85 needs 298. */
export function deploymentsNeeded(ratio: number): number | null {
  return ratio <= 0 || ratio === 1 ? null : Math.ceil(SIGNAL / Math.log(ratio) ** 2);
}
