import { type Day } from '@pilotage/analytics';
import { type PeriodQuarter, type QuarterView } from '../period/period.js';
import { byDimension, meanOf, viewOf } from '../trend/assemble-trend.js';
import { type DimensionCell } from '../trend/figures.js';
import { type DimensionReadiness } from '../trend/trend.js';

/** Initiatives with equal denominators that were active at a quarter's end and whose answers counted then. */
export interface AnsweredCell {
  readonly quarterTo: Day;
  readonly den: number;
  readonly count: number;
  readonly rated: number;
  readonly scoreSum: number;
  /** Of those to whom a question applies. */
  readonly bounded: number;
  readonly lowerSum: number;
  readonly upperSum: number;
  readonly answered: number;
  readonly applicable: number;
  readonly answeredThisQuarter: number;
}

export interface QuestionnaireCells {
  readonly active: readonly { readonly quarterTo: Day; readonly count: number }[];
  readonly answered: readonly AnsweredCell[];
  readonly dimensions: readonly DimensionCell[];
  /** On how many different days the answers that count were true. */
  readonly days: number;
}

export interface QuestionnairePoint {
  readonly quarter: QuarterView;
  readonly active: number;
  readonly n: number;
  readonly rated: number;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly coverage: number | null;
  readonly answeredThisQuarter: number;
  readonly byDimension: readonly DimensionReadiness[];
}

export interface QuestionnaireTrend {
  readonly quarters: readonly QuestionnairePoint[];
  readonly note: string | null;
}

/** The answers to a questionnaire quarter by quarter, by the estimator of readiness: the mean of current scores. */
export function assembleQuestionnaireTrend(
  quarters: readonly PeriodQuarter[],
  cells: QuestionnaireCells,
): QuestionnaireTrend {
  return { quarters: quarters.map((quarter) => pointOf(quarter, cells)), note: noteOf(cells.days) };
}

function pointOf(
  quarter: PeriodQuarter,
  { active, answered, dimensions }: QuestionnaireCells,
): QuestionnairePoint {
  const isThen = ({ quarterTo }: { readonly quarterTo: Day }) => quarterTo === quarter.to;
  const cells = answered.filter(isThen);
  const total = (key: Exclude<keyof AnsweredCell, 'quarterTo'>) =>
    cells.reduce((sum, cell) => sum + cell[key], 0);
  const applicable = total('applicable');
  return {
    quarter: viewOf(quarter),
    active: active.find(isThen)?.count ?? 0,
    n: total('count'),
    rated: total('rated'),
    value: meanOf(cells.map(({ rated, scoreSum, den }) => ({ count: rated, sum: scoreSum, den }))),
    lower: meanOf(cells.map(({ bounded, lowerSum, den }) => ({ count: bounded, sum: lowerSum, den }))),
    upper: meanOf(cells.map(({ bounded, upperSum, den }) => ({ count: bounded, sum: upperSum, den }))),
    coverage: applicable === 0 ? null : total('answered') / applicable,
    answeredThisQuarter: total('answeredThisQuarter'),
    byDimension: byDimension(dimensions.filter(isThen)),
  };
}

function noteOf(days: number): string | null {
  if (days === 0) return 'No answers count in these quarters. Import a file that has some.';
  if (days === 1)
    return 'All answers are of one day: one point, not a trend. A file of a later day makes the second.';
  return null;
}
