import { sumOf } from '../common/sum.js';
import { type Unavailable, unavailable } from '../common/unavailable.js';

/** Stock, flow and duration side by side. */
export interface FlowCheck {
  readonly kind: 'flow-check';
  /** L: average number there at a time, over the window. */
  readonly averageThere: number;
  /** λ: entries per day. */
  readonly entriesPerDay: number;
  /** λ W: what the average should be. */
  readonly expectedThere: number;
  /** L / (λ W); near 1 where the flow is steady. */
  readonly ratio: number;
}

/**
 * Little's law as a cross-check of stock, flow and duration: in a steady flow the average number in a stage is entries
 * per day × mean days there. Stays in days on one axis, `to` null while open; the window is `from` (excluded) to `to`;
 * `meanDays` is the mean time in the stage, for example a `RestrictedMean`. A ratio far from 1 says that the portfolio
 * grows or shrinks, or that dates are missing; it is not an error by itself.
 *
 * Little 1961, Oper Res 9:383.
 */
export function littlesLaw(
  stays: readonly { readonly from: number; readonly to: number | null }[],
  window: { readonly from: number; readonly to: number },
  meanDays: number,
): FlowCheck | Unavailable<'no-window' | 'nobody-entered' | 'no-mean'> {
  const length = window.to - window.from;
  if (!(length > 0 && Number.isFinite(length))) return unavailable('no-window');
  if (!(meanDays > 0 && Number.isFinite(meanDays))) return unavailable('no-mean');
  const entries = stays.filter(({ from }) => window.from < from && from <= window.to).length;
  if (entries === 0) return unavailable('nobody-entered');
  const there = sumOf(
    stays
      .map(({ from, to }) => Math.min(to ?? window.to, window.to) - Math.max(from, window.from))
      .filter((overlap) => overlap > 0),
  );
  const [averageThere, entriesPerDay] = [there / length, entries / length];
  const expectedThere = entriesPerDay * meanDays;
  return {
    kind: 'flow-check',
    averageThere,
    entriesPerDay,
    expectedThere,
    ratio: averageThere / expectedThere,
  };
}
