import { type Interval, type Unavailable, unavailable, DEFAULT_CONFIDENCE } from '../common/unavailable.js';
import { normalQuantile } from '../probability/normal.js';
import { type IntervalOptions, type ProbabilityInterval, survivalInterval } from './interval.js';
import { riskTable, type RiskTable } from './risk-table.js';
import { type Subject } from './subject.js';

/** The curve from one exit time on, until the next step. */
export interface SurvivalStep {
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
  readonly censored: number;
  /** Share that has had no event up to and including `time`. */
  readonly survival: number;
  /** Greenwood; null once survival is 0, where it has no meaning. */
  readonly standardError: number | null;
}

export interface SurvivalCurve {
  readonly kind: 'survival-curve';
  readonly table: RiskTable<'event'>;
  readonly events: number;
  readonly steps: readonly SurvivalStep[];
}

export interface SurvivalOptions {
  /** How many must be at risk before a curve with delayed entry may start, 5 unless told otherwise; see `riskTable`. */
  readonly minAtRiskToStart?: number;
}

/**
 * Kaplan-Meier: S(t) = Π (1 − d/n) over exit times up to t, with Greenwood's variance S² Σ d / (n (n − d)).
 * Right only where nothing competes with the event: for pilots, which can also be stopped, use `cumulativeIncidence`.
 *
 * Kaplan & Meier 1958, JASA 53:457; Greenwood 1926.
 */
export function kaplanMeier(
  subjects: readonly Subject[],
  options: SurvivalOptions = {},
): SurvivalCurve | Unavailable<'too-few-at-risk'> {
  const events = subjects.map(({ entry, exit, cause }) => ({
    entry,
    exit,
    cause: cause === null ? null : ('event' as const),
  }));
  const table = riskTable(events, ['event'], options.minAtRiskToStart);
  if (!table) return unavailable('too-few-at-risk');
  let survival = 1;
  let greenwood = 0;
  const steps = table.rows.map(({ time, atRisk, events, censored }): SurvivalStep => {
    if (events === atRisk) survival = 0;
    else if (survival > 0) {
      survival *= 1 - events / atRisk;
      greenwood += events / (atRisk * (atRisk - events));
    }
    const standardError = survival === 0 ? null : survival * Math.sqrt(greenwood);
    return { time, atRisk, events, censored, survival, standardError };
  });
  return { kind: 'survival-curve', table, events: steps.reduce((sum, step) => sum + step.events, 0), steps };
}

/** The share without an event by `time`; 1 before the first step. */
export function survivalAt(curve: SurvivalCurve, time: number): number {
  return curve.steps.findLast((step) => step.time <= time)?.survival ?? 1;
}

export function stepInterval(step: SurvivalStep, options: IntervalOptions = {}): ProbabilityInterval {
  if (step.standardError === null) return unavailable('at-boundary');
  return survivalInterval(step.survival, step.standardError, options);
}

/** An area under a curve up to a horizon: a mean time restricted to the first `horizon` units. */
export interface RestrictedMean {
  readonly kind: 'restricted-mean';
  readonly horizon: number;
  readonly mean: number;
  readonly standardError: number;
  readonly interval: Interval;
}

/**
 * Mean time without the event within the first `horizon`: ∫ S, with variance Σ A² d / (n (n − d)), A = the area from
 * that time to the horizon. Unavailable beyond the last observation unless the curve ends at 0: what happens
 * there nobody has seen. (R extends the mean there, but not its standard error.)
 */
export function restrictedMean(
  curve: SurvivalCurve,
  horizon: number,
  confidence = DEFAULT_CONFIDENCE,
): RestrictedMean | Unavailable<'beyond-last-observation' | 'before-start'> {
  const { startsAt, lastTime } = curve.table;
  if (horizon <= startsAt) return unavailable('before-start');
  if (horizon > lastTime && (curve.steps.at(-1)?.survival ?? 1) > 0)
    return unavailable('beyond-last-observation');
  const steps = curve.steps.filter(({ time }) => time <= horizon);
  let [area, survival, since] = [0, 1, startsAt];
  const areaBefore = steps.map((step) => {
    area += survival * (step.time - since);
    [survival, since] = [step.survival, step.time];
    return area;
  });
  const mean = area + survival * (horizon - since);
  const variance = steps.reduce((sum, { events, atRisk, survival: left }, index) => {
    if (events === 0 || left === 0) return sum;
    return sum + ((mean - (areaBefore[index] ?? 0)) ** 2 * events) / (atRisk * (atRisk - events));
  }, 0);
  const standardError = Math.sqrt(variance);
  const margin = normalQuantile(0.5 + confidence / 2) * standardError;
  const interval: Interval = { kind: 'interval', low: mean - margin, high: mean + margin, confidence };
  return { kind: 'restricted-mean', horizon, mean, standardError, interval };
}
