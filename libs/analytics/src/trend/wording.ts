/** How strongly a figure may be put, by the number of events behind it. Pages turn these keys into words. */

/** A single rate. `too-few`: counts only; `indicative`: "indicative: about half (18 to 76 %)". */
export type RateWording = 'too-few' | 'indicative' | 'estimate';

/** From the events behind a rate: below 5, from 5, from 20 on (house rule). */
export function rateWording(events: number): RateWording {
  if (events < 5) return 'too-few';
  return events < 20 ? 'indicative' : 'estimate';
}

/** Two groups side by side; the smaller number of events decides. */
export type ComparisonWording = 'list-only' | 'curves-only' | 'indicative' | 'comparison';

/** From the events in each of two groups: below 5, from 5, 10 and 20 on in the smaller (house rule). */
export function comparisonWording(eventsA: number, eventsB: number): ComparisonWording {
  const fewer = Math.min(eventsA, eventsB);
  if (fewer < 5) return 'list-only';
  if (fewer < 10) return 'curves-only';
  return fewer < 20 ? 'indicative' : 'comparison';
}

/** A series over quarters. With four a two-sided rank test cannot fall below p = 0.083, so there is a direction only. */
export type TrendWording = 'no-trend-yet' | 'direction-only' | 'trend';

/** With five quarters the least two-sided p is 0.017. */
export const MIN_QUARTERS_FOR_TREND = 5;

/** From the number of quarters with a value: below 2, from 2, from 5 on. */
export function trendWording(quarters: number): TrendWording {
  if (quarters < 2) return 'no-trend-yet';
  return quarters < MIN_QUARTERS_FOR_TREND ? 'direction-only' : 'trend';
}

/** A share in everyday words, so that an indicative figure is not read to the percent. */
export type RoughShare =
  | 'almost-none'
  | 'about-one-in-ten'
  | 'about-a-fifth'
  | 'about-a-quarter'
  | 'about-three-in-ten'
  | 'about-a-third'
  | 'about-four-in-ten'
  | 'about-half'
  | 'about-six-in-ten'
  | 'about-two-thirds'
  | 'about-three-quarters'
  | 'about-eight-in-ten'
  | 'about-nine-in-ten'
  | 'almost-all';

/**
 * The nearest of the everyday shares, the smaller of two that are as near; `share` is 0 to 1. The words are at most 5
 * points off.
 */
export function roughShare(share: number): RoughShare {
  return ROUGH_SHARES.reduce((best, candidate) =>
    Math.abs(candidate.at - share) < Math.abs(best.at - share) ? candidate : best,
  ).words;
}

const ROUGH_SHARES: readonly [{ at: number; words: RoughShare }, ...{ at: number; words: RoughShare }[]] = [
  { at: 0, words: 'almost-none' },
  { at: 0.1, words: 'about-one-in-ten' },
  { at: 0.2, words: 'about-a-fifth' },
  { at: 1 / 4, words: 'about-a-quarter' },
  { at: 0.3, words: 'about-three-in-ten' },
  { at: 1 / 3, words: 'about-a-third' },
  { at: 0.4, words: 'about-four-in-ten' },
  { at: 1 / 2, words: 'about-half' },
  { at: 0.6, words: 'about-six-in-ten' },
  { at: 2 / 3, words: 'about-two-thirds' },
  { at: 3 / 4, words: 'about-three-quarters' },
  { at: 0.8, words: 'about-eight-in-ten' },
  { at: 0.9, words: 'about-nine-in-ten' },
  { at: 1, words: 'almost-all' },
];
