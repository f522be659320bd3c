import { type Unavailable, unavailable } from '../common/unavailable.js';
import { type IntervalOptions, type ProbabilityInterval, probabilityInterval } from './interval.js';
import { atRiskAt, riskTable, type RiskTable } from './risk-table.js';
import { stepAt } from './step-at.js';
import { type Subject } from './subject.js';

/** The curve from one exit time on, until the next step. */
export interface SurvivalStep {
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
  readonly censored: number;
  /** Share that has had no event up to and including `time`. */
  readonly survival: number;
  /** Greenwood; without meaning once survival is 0. */
  readonly standardError: number | Unavailable<'at-boundary'>;
}

/** A Kaplan-Meier curve; its steps are where somebody left, with an event or without. */
export interface SurvivalCurve {
  readonly kind: 'survival-curve';
  readonly table: RiskTable<'event'>;
  readonly events: number;
  readonly steps: readonly SurvivalStep[];
}

/** Where a curve begins. */
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
  const table = riskTable(anyEvent(subjects), ['event'], options.minAtRiskToStart);
  if (!table) return unavailable('too-few-at-risk');
  let survival = 1;
  let greenwood = 0;
  const steps = table.rows.map(({ time, atRisk, events, censored }): SurvivalStep => {
    if (events === atRisk) survival = 0;
    else if (survival > 0) {
      survival *= 1 - events / atRisk;
      greenwood += events / (atRisk * (atRisk - events));
    }
    const standardError = survival === 0 ? unavailable('at-boundary') : survival * Math.sqrt(greenwood);
    return { time, atRisk, events, censored, survival, standardError };
  });
  return { kind: 'survival-curve', table, events: steps.reduce((sum, step) => sum + step.events, 0), steps };
}

/** The subjects with every cause taken for the one event. */
export function anyEvent<S extends Subject>(subjects: readonly S[]): (S & Subject<'event'>)[] {
  return subjects.map((subject) => ({ ...subject, cause: subject.cause === null ? null : 'event' }));
}

/** A survival curve at one time. */
export interface SurvivalAt {
  /** The share without an event by then; 1 before the first step. */
  readonly survival: number;
  readonly standardError: number | Unavailable<'at-boundary'>;
  readonly interval: ProbabilityInterval;
  /** Watched up to this time and without an event before. */
  readonly atRisk: number;
}

/** The estimate as it stands at `time`, whatever the numbers. */
export function survivalAt(curve: SurvivalCurve, time: number, options: IntervalOptions = {}): SurvivalAt {
  const step = stepAt(curve.steps, time) ?? { survival: 1, standardError: 0 };
  return {
    survival: step.survival,
    standardError: step.standardError,
    interval: stepInterval(step, options),
    atRisk: atRiskAt(curve.table, time),
  };
}

/** The pointwise interval of a step, log(−log) unless told otherwise. */
export function stepInterval(
  step: Pick<SurvivalStep, 'survival' | 'standardError'>,
  options: IntervalOptions = {},
): ProbabilityInterval {
  const { survival, standardError } = step;
  return typeof standardError === 'number'
    ? probabilityInterval(survival, standardError, options)
    : standardError;
}
