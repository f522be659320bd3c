import {
  type Fraction,
  portfolioReadiness,
  type RatedInitiative,
  type Stage,
  STAGES,
} from '@pilotage/analytics';
import { isActive } from '../fact/fact.js';
import { type PeriodQuarter, type QuarterView } from '../period/period.js';
import { assembleBridge, assembleConstantCohort } from './assemble-comparison.js';
import { type DimensionCell, type Figures, type StageCell } from './figures.js';
import {
  type DimensionReadiness,
  type QuarterPoint,
  type ReadinessFigure,
  type ReadyCount,
  type Trend,
} from './trend.js';

/** The stages that have a next one to be ready for, once an idea has become a pilot. */
const STAGES_BEFORE_NEXT: readonly Stage[] = ['PILOT', 'LIMITED_PRODUCTION', 'PRODUCTION'];

/** The trend from its figures: the one code behind the live page and the stored report. */
export function assembleTrend(quarters: readonly PeriodQuarter[], figures: Figures): Trend {
  const [before, after] = [quarters.at(-2), quarters.at(-1)];
  return {
    quarters: quarters.map((quarter) =>
      assemblePoint(
        quarter,
        figures.stages.filter(({ quarterTo }) => quarterTo === quarter.to),
        figures.dimensions.filter(({ quarterTo }) => quarterTo === quarter.to),
      ),
    ),
    bridge: before && after ? assembleBridge(viewOf(before), viewOf(after), figures.pairs) : null,
    constantCohort:
      before && after ? assembleConstantCohort(viewOf(before), viewOf(after), figures.pairs) : null,
    blockers: [...figures.blockers].sort(
      (a, b) => b.initiatives - a.initiatives || (a.questionKey < b.questionKey ? -1 : 1),
    ),
  };
}

/** A quarter without what only the computation needs. */
export function viewOf({ freshFrom: _, ...quarter }: PeriodQuarter): QuarterView {
  return quarter;
}

function assemblePoint(
  quarter: PeriodQuarter,
  cells: readonly StageCell[],
  dimensions: readonly DimensionCell[],
): QuarterPoint {
  const of = (stages: readonly (Stage | null)[]) => cells.filter(({ stage }) => stages.includes(stage));
  const active = cells.filter(({ stage }) => isActive(stage));
  return {
    quarter: viewOf(quarter),
    stages: STAGES.map((stage) => ({ stage, count: total(of([stage]), 'count') })),
    active: total(active, 'count'),
    observedStages: total(active, 'observed'),
    withoutStage: total(of([null]), 'count'),
    ready: readyCount(of(STAGES_BEFORE_NEXT)),
    readiness: readinessFigure(active),
    byStage: STAGES.filter(isActive).map((stage) => ({ stage, readiness: readinessFigure(of([stage])) })),
    byDimension: byDimension(dimensions),
  };
}

function readyCount(cells: readonly StageCell[]): ReadyCount {
  return { ready: total(cells, 'ready'), of: total(cells, 'count') };
}

function readinessFigure(cells: readonly StageCell[]): ReadinessFigure {
  return {
    value: meanOf(
      cells.map(({ rated, scoreSum, scoreDen }) => ({ count: rated, sum: scoreSum, den: scoreDen ?? 1 })),
    ),
    n: total(cells, 'rated'),
    active: total(cells, 'count'),
    stale: total(cells, 'stale'),
    never: total(cells, 'never'),
    assessedThisQuarter: total(cells, 'ratedThisQuarter'),
  };
}

/** The mean of each dimension, by key. */
export function byDimension(cells: readonly DimensionCell[]): DimensionReadiness[] {
  const keys = [...new Set(cells.map(({ dimensionKey }) => dimensionKey))].sort();
  return keys.map((dimensionKey) => {
    const own = cells.filter((cell) => cell.dimensionKey === dimensionKey);
    const applicable = total(own, 'applicable');
    return {
      dimensionKey,
      value: meanOf(own.map(({ rated, sum, den }) => ({ count: rated, sum, den }))),
      n: total(own, 'rated'),
      coverage: applicable === 0 ? null : total(own, 'answered') / applicable,
    };
  });
}

/** The exact mean of groups of scores in percent, as a number; null where there is none. */
export function meanOf(groups: readonly { count: number; sum: number; den: number }[]): number | null {
  const rated = groups.flatMap(({ count, sum, den }, index): RatedInitiative[] => {
    const score: Fraction = { numerator: sum, denominator: count * den };
    return count === 0 ? [] : [{ id: String(index), score, weight: count }];
  });
  const readiness = portfolioReadiness({ active: [], rated });
  return readiness.kind === 'readiness' ? readiness.percent : null;
}

function total<Key extends string>(cells: readonly { readonly [key in Key]: number }[], key: Key): number {
  return cells.reduce((sum, cell) => sum + cell[key], 0);
}
