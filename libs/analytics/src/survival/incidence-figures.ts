import { DAYS_PER_MONTH } from '../calendar/day.js';
import { type CauseStep, type IncidenceCurves } from './cumulative-incidence.js';
import { type IntervalOptions, type ProbabilityInterval, probabilityInterval } from './interval.js';
import { firstCrossing, type TimeToShare } from './quantile.js';
import { atRiskAt, censoredBefore, positionOf } from './risk-table.js';
import { stepAt } from './step-at.js';

/** House rule: a share by a horizon is printed only when so many were watched up to it. */
export const MIN_AT_RISK_AT_HORIZON = 5;

/** The share that has left by one cause up to a time. */
export interface IncidenceAt {
  readonly incidence: number;
  readonly standardError: number;
  readonly interval: ProbabilityInterval;
  readonly remaining: number;
  /** Watched up to this time and not gone before. */
  readonly atRisk: number;
}

/**
 * The estimate as it stands at `time`, whatever the numbers; for pages use `sharesByMonth`. Throws RangeError on a
 * cause the curves do not have.
 */
export function incidenceAt<Cause extends string>(
  curves: IncidenceCurves<Cause>,
  cause: Cause,
  time: number,
  options: IntervalOptions = {},
): IncidenceAt {
  positionOf(curves.table, cause);
  const step = stepAt(curves.steps, time);
  const own: CauseStep = step?.causes[cause] ?? { events: 0, incidence: 0, standardError: 0 };
  return {
    incidence: own.incidence,
    standardError: own.standardError,
    interval: probabilityInterval(own.incidence, own.standardError, options),
    remaining: step?.remaining ?? 1,
    atRisk: atRiskAt(curves.table, time),
  };
}

/** A share by so many months, or why it is not printed. */
export type ShareByMonth = { readonly months: number } & (
  | ({ readonly kind: 'share' } & IncidenceAt)
  | { readonly kind: 'too-few-watched'; readonly atRisk: number; readonly needed: number }
  | { readonly kind: 'before-start'; readonly startsAtMonth: number }
);

/** The months after entry by which shares are printed. */
export const SHARE_HORIZONS_MONTHS: readonly number[] = [6, 12, 18, 24];

/**
 * The share that has left by a cause by 6, 12, 18 and 24 months; curves in days. A horizon up to which fewer than
 * `minAtRisk` were watched has no share, unless all who started (at least that many) were followed so far: then
 * the share is a plain count and nobody is left to watch.
 */
export function sharesByMonth<Cause extends string>(
  curves: IncidenceCurves<Cause>,
  cause: Cause,
  months: readonly number[] = SHARE_HORIZONS_MONTHS,
  minAtRisk = MIN_AT_RISK_AT_HORIZON,
): ShareByMonth[] {
  const { table } = curves;
  return months.map((month): ShareByMonth => {
    const time = month * DAYS_PER_MONTH;
    if (time <= table.startsAt) {
      return { kind: 'before-start', months: month, startsAtMonth: table.startsAt / DAYS_PER_MONTH };
    }
    const at = incidenceAt(curves, cause, time);
    const allFollowed = table.subjects >= minAtRisk && censoredBefore(table, time) === 0;
    if (at.atRisk < minAtRisk && !allFollowed) {
      return { kind: 'too-few-watched', months: month, atRisk: at.atRisk, needed: minAtRisk };
    }
    return { kind: 'share', months: month, ...at };
  });
}

/**
 * "A quarter had arrived after t": the least t with F_k(t) ≥ share, of all that started, not of those that arrived,
 * and where the pointwise band crosses the share. A share of 0.5 is the Aalen-Johansen median, which is often never
 * reached. Throws RangeError on a cause the curves do not have.
 */
export function timeToShare<Cause extends string>(
  curves: IncidenceCurves<Cause>,
  cause: Cause,
  share: number,
  options: IntervalOptions = {},
): TimeToShare {
  positionOf(curves.table, cause);
  const times = curves.steps.map(({ time }) => time);
  const own = curves.steps.map(({ causes }) => causes[cause]);
  const bands = own.map(({ incidence, standardError }) =>
    probabilityInterval(incidence, standardError, options),
  );
  // The upper end of the band rises to the share first.
  const bound = (side: 'low' | 'high') =>
    bands.map((band) => (band.kind === 'interval' ? 1 - band[side] : null));
  return {
    estimate: firstCrossing(
      times,
      own.map(({ incidence }) => 1 - incidence),
      1 - share,
    ),
    low: firstCrossing(times, bound('high'), 1 - share),
    high: firstCrossing(times, bound('low'), 1 - share),
  };
}
