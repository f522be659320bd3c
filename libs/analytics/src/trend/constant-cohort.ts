import { type Fraction, percentOf } from '../common/fraction.js';
import { sumOf } from '../common/sum.js';
import { DEFAULT_CONFIDENCE, type Interval, type Unavailable, unavailable } from '../common/unavailable.js';
import { studentTCritical } from '../probability/student-t.js';

/** One initiative rated in both quarters. */
export interface CohortPair {
  readonly id: string;
  readonly before: Fraction;
  readonly after: Fraction;
}

/** A mean change, a list where there are too few for one, or nobody. */
export type ConstantCohort =
  | {
      readonly kind: 'estimate';
      readonly n: number;
      /** Mean change in percentage points. */
      readonly meanChange: number;
      /** Student's t; unavailable when all changed by the same amount. */
      readonly interval: Interval | Unavailable<'no-spread'>;
    }
  /** Too few for an interval: the list of initiatives says more than a mean would. */
  | { readonly kind: 'list-only'; readonly n: number; readonly needed: number }
  | { readonly kind: 'nobody-in-both' };

/** House rule: below this number of pairs only the list is shown. */
export const MIN_PAIRS_FOR_INTERVAL = 10;

/** The mean paired change of those rated in both quarters: what moved, with the mix held still. */
export function constantCohort(
  pairs: readonly CohortPair[],
  { confidence = DEFAULT_CONFIDENCE, minPairs = MIN_PAIRS_FOR_INTERVAL } = {},
): ConstantCohort {
  const n = pairs.length;
  if (n === 0) return { kind: 'nobody-in-both' };
  if (n < Math.max(2, minPairs)) return { kind: 'list-only', n, needed: Math.max(2, minPairs) };
  const changes = pairs.map(({ before, after }) => percentOf(after) - percentOf(before));
  const meanChange = sumOf(changes) / n;
  const squares = sumOf(changes.map((change) => (change - meanChange) ** 2));
  const error = Math.sqrt(squares / (n - 1) / n);
  if (error < 1e-12) return { kind: 'estimate', n, meanChange, interval: unavailable('no-spread') };
  const margin = studentTCritical(confidence, n - 1) * error;
  const interval: Interval = {
    kind: 'interval',
    low: meanChange - margin,
    high: meanChange + margin,
    confidence,
  };
  return { kind: 'estimate', n, meanChange, interval };
}
