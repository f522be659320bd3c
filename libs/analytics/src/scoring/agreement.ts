import { type Unavailable, unavailable } from '../common/unavailable.js';

/** How far raters agree beyond what chance alone would give. */
export interface OrdinalAgreement {
  readonly kind: 'agreement';
  /** 1 is full agreement, 0 what chance gives, below 0 is systematic disagreement. */
  readonly alpha: number;
  /** Units (questions) with at least two ratings; the others say nothing about agreement. */
  readonly units: number;
  /** Ratings of those units. */
  readonly ratings: number;
}

/**
 * Krippendorff's alpha for ordered values: 1 − observed / expected disagreement. One list of ratings per unit, a
 * missing rating left out; only the order of the values counts, not their distance. Two values are as far apart as
 * their mid-ranks among all ratings, which equals Krippendorff's Σ n_g − (n_c + n_k) / 2 and needs no table of pairs.
 * Unavailable without a unit that two rated, and where all ratings are the same: chance would agree fully, too.
 *
 * Throws RangeError on a rating that is no finite number. Krippendorff 2004, Content Analysis, 2nd ed., ch. 11.
 */
export function ordinalAgreement(
  units: readonly (readonly number[])[],
): OrdinalAgreement | Unavailable<'nothing-rated-twice' | 'no-spread'> {
  const pairable = units.filter((ratings) => ratings.length >= 2);
  if (pairable.length === 0) return unavailable('nothing-rated-twice');
  const { rankOf, total } = doubledMidRanks(pairable);
  let expected = 0;
  for (const { rank, count } of rankOf.values()) expected += count * (rank - total - 1) ** 2;
  if (expected === 0) return unavailable('no-spread');
  // Whole numbers, summed by the number of raters first: the order of the units does not show in the last digit.
  const byRaters = new Map<number, number>();
  for (const ratings of pairable) {
    const ranks = ratings.map((rating) => rankOf.get(rating)?.rank ?? 0);
    const sum = ranks.reduce((all, rank) => all + rank, 0);
    const squares = ranks.reduce((all, rank) => all + rank * rank, 0);
    const raters = ratings.length;
    byRaters.set(raters, (byRaters.get(raters) ?? 0) + raters * squares - sum * sum);
  }
  const observed = [...byRaters]
    .sort(([a], [b]) => a - b)
    .reduce((all, [raters, apart]) => all + apart / (raters - 1), 0);
  return {
    kind: 'agreement',
    alpha: 1 - ((total - 1) * observed) / (total * expected),
    units: pairable.length,
    ratings: total,
  };
}

/** Twice the mid-rank of each value, so that ranks are whole numbers; their mean is `total` + 1. */
function doubledMidRanks(units: readonly (readonly number[])[]) {
  const counts = new Map<number, number>();
  for (const rating of units.flat()) {
    if (!Number.isFinite(rating)) throw new RangeError(`Not a rating: ${rating}.`);
    counts.set(rating, (counts.get(rating) ?? 0) + 1);
  }
  let total = 0;
  const rankOf = new Map<number, { rank: number; count: number }>();
  for (const [rating, count] of [...counts].sort(([a], [b]) => a - b)) {
    rankOf.set(rating, { rank: 2 * total + count + 1, count });
    total += count;
  }
  return { rankOf, total };
}
