import { DEFAULT_CONFIDENCE, type Interval, type Unavailable, unavailable } from '../common/unavailable.js';
import { DAYS_PER_MONTH } from '../calendar/day.js';
import { normalQuantile } from '../probability/normal.js';
import { type IncidenceCurves, type IncidenceStep } from './cumulative-incidence.js';
import { incidenceInterval, type ProbabilityInterval } from './interval.js';
import { type QuantileTime } from './quantile.js';
import { atRiskAt, censoredBefore } from './risk-table.js';

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

/** The estimate as it stands at `time`, whatever the numbers; for pages use `sharesByMonth`. */
export function incidenceAt<Cause extends string>(
  curves: IncidenceCurves<Cause>,
  cause: Cause,
  time: number,
  confidence = DEFAULT_CONFIDENCE,
): IncidenceAt {
  const step = lastStep(curves.steps, time);
  const { incidence, standardError } = step?.causes[cause] ?? { incidence: 0, standardError: 0 };
  return {
    incidence,
    standardError,
    interval: incidenceInterval(incidence, standardError, confidence),
    remaining: step?.remaining ?? 1,
    atRisk: atRiskAt(curves.table, time),
  };
}

export type ShareByMonth = { readonly months: number } & (
  | ({ readonly kind: 'share' } & IncidenceAt)
  | { readonly kind: 'too-few-watched'; readonly atRisk: number; readonly needed: number }
  | { readonly kind: 'before-start'; readonly startsAtMonth: number }
);

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
 * "A quarter had arrived after t": the least t with F_k(t) ≥ share, of all that started, not of those that arrived.
 * A share of 0.5 is the Aalen-Johansen median, which is often never reached.
 */
export function timeToShare<Cause extends string>(
  curves: IncidenceCurves<Cause>,
  cause: Cause,
  share: number,
): QuantileTime {
  const step = curves.steps.find((candidate) => candidate.causes[cause].incidence >= share - 1e-12);
  return step ? { kind: 'reached', time: step.time } : { kind: 'not-reached' };
}

export interface TimeGained {
  readonly kind: 'time-gained';
  readonly horizon: number;
  /** ∫ F_k from the start of the curve to the horizon, in the curve's unit. */
  readonly mean: number;
  readonly standardError: number;
  readonly interval: Interval;
}

export interface TimeGainedOptions {
  readonly confidence?: number;
  /** `hold` keeps F_k at its last value beyond the last observation, and so understates; `refuse` is the default. */
  readonly beyondLastObservation?: 'refuse' | 'hold';
}

/**
 * Mean time already spent after leaving by a cause, within the first `horizon`: for production, the mean months in
 * production during the first months. It counts speed and conversion at once and exists where a median does not.
 *
 * Variance by the delta method, as for F_k with its differences replaced by areas (without
 * delayed entry equal to the infinitesimal jackknife). Conner & Trinquart 2021, Stat Med 40:2177.
 */
export function timeGained<Cause extends string>(
  curves: IncidenceCurves<Cause>,
  cause: Cause,
  horizon: number,
  options: TimeGainedOptions = {},
): TimeGained | Unavailable<'beyond-last-observation' | 'before-start'> {
  const { confidence = DEFAULT_CONFIDENCE, beyondLastObservation = 'refuse' } = options;
  const { startsAt, lastTime } = curves.table;
  if (horizon <= startsAt) return unavailable('before-start');
  const isOpen = (curves.steps.at(-1)?.remaining ?? 1) > 0;
  if (horizon > lastTime && isOpen && beyondLastObservation === 'refuse')
    return unavailable('beyond-last-observation');
  const steps = curves.steps.filter(({ time }) => time <= horizon);
  let [area, level, since] = [0, 0, startsAt];
  const areaBefore = steps.map(({ time, causes }) => {
    area += level * (time - since);
    [level, since] = [causes[cause].incidence, time];
    return area;
  });
  const mean = area + level * (horizon - since);
  let variance = 0;
  let survivalBefore = 1;
  for (const [index, { time, atRisk, events, remaining, causes }] of steps.entries()) {
    const { incidence, events: own } = causes[cause];
    const later = mean - (areaBefore[index] ?? 0) - incidence * (horizon - time);
    const gained = survivalBefore * (horizon - time);
    if (events < atRisk) variance += (later ** 2 * events) / (atRisk * (atRisk - events));
    variance += (gained ** 2 * own * (atRisk - own)) / atRisk ** 3 - (2 * gained * later * own) / atRisk ** 2;
    survivalBefore = remaining;
  }
  const standardError = Math.sqrt(Math.max(0, variance));
  const margin = normalQuantile(0.5 + confidence / 2) * standardError;
  const interval: Interval = { kind: 'interval', low: mean - margin, high: mean + margin, confidence };
  return { kind: 'time-gained', horizon, mean, standardError, interval };
}

function lastStep<Cause extends string>(
  steps: readonly IncidenceStep<Cause>[],
  time: number,
): IncidenceStep<Cause> | undefined {
  let [low, high] = [0, steps.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((steps[middle]?.time ?? 0) <= time) low = middle + 1;
    else high = middle;
  }
  return steps[low - 1];
}
