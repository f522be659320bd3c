import { addMonths, type Day } from '../calendar/day.js';
import { type Interval, type Unavailable, unavailable } from '../common/unavailable.js';

/** An external claim as it was recorded before the data were looked at. */
export interface Claim {
  /** The effect claimed, on the scale of the estimate; −25 for "25 % less". */
  readonly effect: number;
  /** Events (or deployments) in the smaller group below which nothing is said. */
  readonly least: number;
  /** From here on the verdict is said without "indicative". */
  readonly enough: number;
}

/** What we measured ourselves, on a day. */
export interface ClaimEvidence {
  /** Events (or deployments) in the smaller group. */
  readonly count: number;
  readonly asOf: Day;
  /** Per quarter at the present rate, to say when there will be enough; null when not known. */
  readonly perQuarter: number | null;
  /** Our own estimate on the claim's scale, no effect being 0; null where it does not exist. */
  readonly estimate: { readonly value: number; readonly interval: Interval } | null;
}

/** Whether the claimed effect and "no effect" lie within our interval. */
export type ClaimVerdict =
  /** The claim does, or our interval lies wholly beyond it in its direction; no effect does not. */
  | 'supported'
  /** The claim does not. */
  | 'contradicted'
  /** Both do: the data cannot tell. */
  | 'compatible-with-both';

/** Exactly one of: not measurable yet, indicative, judged. */
export type ClaimReading =
  | {
      readonly kind: 'not-measurable-yet';
      readonly have: number;
      readonly need: number;
      readonly wait: Wait;
    }
  | {
      readonly kind: 'indicative' | 'judged';
      readonly verdict: ClaimVerdict;
      readonly estimate: number;
      readonly interval: Interval;
    };

/** When there will be enough at the present rate, or why that cannot be said. */
export type Wait =
  | { readonly kind: 'expected'; readonly quarters: number; readonly on: Day }
  | Unavailable<'rate-not-known' | 'none-arrive' | 'not-in-a-century' | 'enough-but-no-estimate'>;

/** Exactly one reading of a claim against our own measurement. */
export function judgeClaim(claim: Claim, evidence: ClaimEvidence): ClaimReading {
  const { count, estimate } = evidence;
  if (count < claim.least || estimate === null) {
    const wait = waitFor(claim.least - count, evidence);
    return { kind: 'not-measurable-yet', have: count, need: claim.least, wait };
  }
  const { value, interval } = estimate;
  return {
    kind: count < claim.enough ? 'indicative' : 'judged',
    verdict: verdictOf(claim.effect, interval),
    estimate: value,
    interval,
  };
}

const CENTURY_IN_QUARTERS = 400;

function waitFor(missing: number, { perQuarter, asOf }: ClaimEvidence): Wait {
  if (missing <= 0) return unavailable('enough-but-no-estimate');
  if (perQuarter === null) return unavailable('rate-not-known');
  if (!(perQuarter > 0)) return unavailable('none-arrive');
  const quarters = Math.ceil(missing / perQuarter);
  if (quarters > CENTURY_IN_QUARTERS) return unavailable('not-in-a-century');
  return { kind: 'expected', quarters, on: addMonths(asOf, 3 * quarters) };
}

function verdictOf(effect: number, { low, high }: Interval): ClaimVerdict {
  const holds = (value: number) => low <= value && value <= high;
  const isBeyond = effect < 0 ? high < effect : low > effect;
  if (!holds(effect) && !isBeyond) return 'contradicted';
  return holds(0) ? 'compatible-with-both' : 'supported';
}
