import {
  type Day,
  DEFAULT_PILOT_LIMITS,
  isInProduction,
  minDay,
  type PilotPlan,
  pilotStanding,
  type PilotStanding,
  type Stage,
} from '@pilotage/analytics';
import { isActive } from '../fact/fact.js';
import { type PeriodQuarter } from '../period/period.js';
import { HEADLINE_MONTHS } from '../time-to-production/time-to-production.wording.js';
import { type TimeToProduction } from '../time-to-production/time-to-production.js';
import { assembleTrend, viewOf } from '../trend/assemble-trend.js';
import { type Figures, type PairCell } from '../trend/figures.js';
import { footLines, headline, moveText } from './executive-quarter.wording.js';
import {
  type ExecutiveQuarter,
  type Move,
  MOVES_SHOWN,
  type PilotRow,
  type StageMove,
  type StockFigure,
  type StuckFigure,
} from './executive-quarter.js';

export interface ExecutiveQuarterInput {
  /** The quarters of the sparklines; the last is the page's. */
  readonly quarters: readonly PeriodQuarter[];
  readonly figures: Figures;
  readonly timeToProduction: TimeToProduction;
  readonly moves: readonly StageMove[];
  /** Of the last two quarters. */
  readonly pilots: readonly PilotRow[];
  readonly pilotLimitDays: number;
  readonly today: Day;
}

/** What an executive reads of a quarter: what moved, why, and what is stuck. */
export function assembleExecutiveQuarter(input: ExecutiveQuarterInput): ExecutiveQuarter {
  const { quarters, figures, timeToProduction } = input;
  const trend = assembleTrend(quarters, figures);
  const quarter = quarters.at(-1);
  const now = trend.quarters.at(-1);
  if (!quarter || !now) throw new RangeError('An executive page needs a quarter.');
  const previous = trend.quarters.at(-2);
  const inProduction = stock(figures.pairs, now.active, previous !== undefined, isInProduction);
  const pilots = stock(figures.pairs, now.active, previous !== undefined, (stage) => stage === 'PILOT');
  const stuck = stuckFigure(input, quarter);
  const share = timeToProduction.shares.find(({ months }) => months === HEADLINE_MONTHS);
  if (!share) throw new RangeError(`There is no share for ${HEADLINE_MONTHS} months.`);
  return {
    quarter: viewOf(quarter),
    headline: headline({ arrived: arrivedCount(input.moves), inProduction, pilots, stuck, point: now }),
    inProduction,
    pilots,
    ready: now.ready,
    previousReady: previous?.ready ?? null,
    shareWithin12Months: share,
    shareN: timeToProduction.n,
    shareWording: timeToProduction.wording,
    stuck,
    moved: topMoves(input.moves),
    blocker: trend.blockers[0] ?? null,
    foot: footLines(now, stuck),
    bridge: trend.bridge,
    quarters: trend.quarters,
  };
}

function stock(
  pairs: readonly PairCell[],
  active: number,
  hasPrevious: boolean,
  belongs: (stage: Stage) => boolean,
): StockFigure {
  const count = (matches: (pair: PairCell) => boolean) =>
    pairs.filter(matches).reduce((sum, pair) => sum + pair.count, 0);
  const was = ({ stageBefore }: PairCell) => stageBefore !== null && belongs(stageBefore);
  const is = ({ stageAfter }: PairCell) => stageAfter !== null && belongs(stageAfter);
  return {
    count: count(is),
    of: active,
    previous: hasPrevious ? count(was) : null,
    entered: count((pair) => is(pair) && !was(pair) && pair.isEntryDated),
    firstRecorded: count((pair) => is(pair) && !was(pair) && !pair.isEntryDated),
    left: count((pair) => was(pair) && !is(pair)),
  };
}

/** Initiatives that reached production in the quarter, on a day that was told, and never before. */
function arrivedCount(moves: readonly StageMove[]): number {
  const arrivals = moves.filter(({ stage, wasInProduction }) => isInProduction(stage) && !wasInProduction);
  return new Set(arrivals.map(({ initiativeId }) => initiativeId)).size;
}

/** Plans are not recorded yet, and what nobody was asked for is not "none". */
const NO_PLAN: PilotPlan = {
  plannedDays: null,
  productionDate: 'NOT_RECORDED',
  runBudget: 'NOT_RECORDED',
  goalMetUndecidedSince: null,
  ownerWasAsked: false,
  pause: null,
  extendedUntil: null,
};

function stuckFigure(input: ExecutiveQuarterInput, quarter: PeriodQuarter): StuckFigure {
  const previous = input.quarters.at(-2);
  const of = (end: PeriodQuarter, kind: PilotStanding['kind']): readonly string[] =>
    input.pilots
      .filter((pilot) => pilot.quarterTo === end.to && standing(pilot, input).kind === kind)
      .sort((a, b) => (`${a.stageOn} ${a.initiativeId}` < `${b.stageOn} ${b.initiativeId}` ? -1 : 1))
      .map(({ initiativeId }) => initiativeId);
  const overLimit = of(quarter, 'plan-not-recorded');
  return {
    stuck: of(quarter, 'stuck').length,
    overLimitNoPlan: overLimit.length,
    previous: previous ? of(previous, 'stuck').length : null,
    initiativeIds: overLimit,
    longInLimitedProductionIds: of(quarter, 'long-in-limited-production'),
  };
}

function standing(
  { quarterTo, stage, stageOn, stagePrecision, stageKnownBy, lastObservedOn }: PilotRow,
  input: ExecutiveQuarterInput,
): PilotStanding {
  const since = stageKnownBy === 'EVENT' ? { on: stageOn, precision: stagePrecision } : null;
  return pilotStanding(
    { kind: 'stage', stage, since },
    NO_PLAN,
    { lastObservedOn, asOf: minDay(quarterTo, input.today) },
    { ...DEFAULT_PILOT_LIMITS, most: input.pilotLimitDays },
  );
}

/**
 * The initiatives whose moves matter most, each with its weightiest: into production, out of it, stopped pilots, then the
 * rest; the later first.
 */
function topMoves(moves: readonly StageMove[]): Move[] {
  const byWeight = [...moves].sort(
    (a, b) =>
      weightOf(b) - weightOf(a) ||
      (a.on > b.on ? -1 : a.on < b.on ? 1 : a.initiativeId < b.initiativeId ? -1 : 1),
  );
  const seen = new Set<string>();
  return byWeight
    .filter(({ initiativeId }) => !seen.has(initiativeId) && seen.add(initiativeId))
    .slice(0, MOVES_SHOWN)
    .map((move) => ({ initiativeId: move.initiativeId, text: moveText(move), on: move.on }));
}

function weightOf({ stage, stageBefore, wasInProduction }: StageMove): number {
  if (isInProduction(stage)) return wasInProduction ? 3 : 5;
  if (wasInProduction) return 4;
  if (stage === 'ENDED') return isActive(stageBefore) && stageBefore !== 'IDEA' ? 4 : 1;
  return stage === 'IDEA' ? 0 : 2;
}
