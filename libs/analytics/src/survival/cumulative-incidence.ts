import { type Unavailable, unavailable } from '../common/unavailable.js';
import { type IncidenceVariance, RunningVariance, VARIANCE_TERMS } from './incidence-variance.js';
import { jackknifeVariances } from './jackknife.js';
import { type SurvivalOptions } from './kaplan-meier.js';
import { riskTable, type RiskTable } from './risk-table.js';
import { type Subject } from './subject.js';

/** The state of the estimate from one exit time on, until the next step. */
export interface IncidenceStep<Cause extends string = string> {
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
  readonly censored: number;
  /** Share that has left by no cause: still in the first state. */
  readonly remaining: number;
  readonly causes: Readonly<Record<Cause, CauseStep>>;
}

/** One cause at one step of the curves. */
export interface CauseStep {
  readonly events: number;
  /** Share that has left by this cause up to and including the step's time. */
  readonly incidence: number;
  readonly standardError: number;
}

/** The shares that have left by each cause, over time. */
export interface IncidenceCurves<Cause extends string = string> {
  readonly kind: 'incidence-curves';
  readonly table: RiskTable<Cause>;
  readonly variance: IncidenceVariance;
  readonly steps: readonly IncidenceStep<Cause>[];
}

/** Where curves begin, and whose variance they carry. */
export interface IncidenceOptions extends SurvivalOptions {
  /** `delta` unless told otherwise. */
  readonly variance?: IncidenceVariance;
}

/**
 * Aalen-Johansen cumulative incidence for several causes that exclude each other: F_k(t) = Σ S(t−) d_k / n with S of
 * any exit. Counting the other causes as censored (1 − Kaplan-Meier) instead would show the share in a world in
 * which nothing is ever stopped: 23 % instead of 10 % on R's own teaching data.
 *
 * The variance is the delta method's unless another convention is asked for. With R_j = F_k(t) − F_k(t_j):
 * Σ R_j² d/(n(n−d)) + S(t_j−)² d_k(n−d_k)/n³ − 2 R_j S(t_j−) d_k/n².
 * The whole curve costs O(n log n) with any of them.
 *
 * `causes` fixes which causes exist and their order; throws RangeError when a subject has another one.
 * Aalen & Johansen 1978, Scand J Stat 5:141; Putter et al. 2007, Stat Med 26:2389.
 */
export function cumulativeIncidence<Cause extends string>(
  subjects: readonly Subject<Cause>[],
  causes: readonly Cause[],
  { minAtRiskToStart, variance = 'delta' }: IncidenceOptions = {},
): IncidenceCurves<Cause> | Unavailable<'too-few-at-risk'> {
  const table = riskTable(subjects, causes, minAtRiskToStart);
  if (!table) return unavailable('too-few-at-risk');
  const survival = survivalOf(table);
  const incidences = causes.map((_, index) => incidenceOf(table, survival, index));
  const errors = causes.map((cause, index) => errorsOf(table, cause, survival, incidences[index]!, variance));
  const steps = table.rows.map(({ time, atRisk, events, censored, byCause }, row): IncidenceStep<Cause> => {
    const reached = causes.map((cause, index): [Cause, CauseStep] => [
      cause,
      {
        events: byCause[index]!,
        incidence: incidences[index]![row]!,
        standardError: errors[index]![row]!,
      },
    ]);
    return { time, atRisk, events, censored, remaining: survival[row + 1]!, causes: recordOf(reached) };
  });
  return { kind: 'incidence-curves', table, variance, steps };
}

/** S before the first row and after each. */
function survivalOf({ rows }: RiskTable): number[] {
  const survival = [1];
  for (const { atRisk, events } of rows)
    survival.push(events === atRisk ? 0 : survival.at(-1)! * (1 - events / atRisk));
  return survival;
}

/** F_k after each row. As long as nobody left otherwise it is 1 − S, to the last digit. */
function incidenceOf({ rows }: RiskTable, survival: readonly number[], index: number): number[] {
  let incidence = 0;
  let isAlone = true;
  return rows.map(({ atRisk, events, byCause }, row) => {
    const own = byCause[index]!;
    isAlone &&= own === events;
    incidence = isAlone ? 1 - survival[row + 1]! : Math.min(1, incidence + (survival[row]! * own) / atRisk);
    return incidence;
  });
}

/** At 1 all have left by this cause: what would be left of the variance there is rounding. */
const ALL_LEFT = 1 - 1e-12;

function errorsOf<Cause extends string>(
  table: RiskTable<Cause>,
  cause: Cause,
  survival: readonly number[],
  incidence: readonly number[],
  variance: IncidenceVariance,
): number[] {
  const rooted = (value: number, row: number) => (incidence[row]! >= ALL_LEFT ? 0 : Math.sqrt(value));
  if (variance === 'jackknife') {
    const estimates = incidence.map((value, row) => ({ survivalBefore: survival[row]!, incidence: value }));
    return jackknifeVariances(table, cause, estimates).map(rooted);
  }
  const index = table.causes.indexOf(cause);
  const running = new RunningVariance(VARIANCE_TERMS[variance]);
  return table.rows.map((row, at) => {
    const growth = incidence[at]! - (incidence[at - 1] ?? 0);
    running.advance(survival[at]!, row, row.byCause[index]!, growth);
    return rooted(running.variance(), at);
  });
}

function recordOf<Cause extends string, Value>(entries: readonly [Cause, Value][]): Record<Cause, Value> {
  return Object.fromEntries(entries) as Record<Cause, Value>;
}
