import { type Day, type Precision, type Stage } from '@pilotage/analytics';
import { type QuarterView } from '../period/period.js';
import { type HorizonShare } from '../time-to-production/time-to-production.js';
import { type BlockerCount } from '../trend/figures.js';
import { type Bridge, type QuarterPoint, type ReadyCount } from '../trend/trend.js';

/** The executive's page of one quarter, and what a stored report of it holds. Initiatives are ids, questions are keys. */
export interface ExecutiveQuarter {
  readonly quarter: QuarterView;
  readonly headline: string;
  readonly inProduction: StockFigure;
  readonly pilots: StockFigure;
  readonly ready: ReadyCount;
  readonly previousReady: ReadyCount | null;
  readonly shareWithin12Months: HorizonShare;
  readonly shareN: number;
  readonly shareWording: string;
  readonly stuck: StuckFigure;
  readonly moved: readonly Move[];
  readonly blocker: BlockerCount | null;
  readonly foot: readonly string[];
  readonly bridge: Bridge | null;
  readonly quarters: readonly QuarterPoint[];
}

/** So many of all active at the quarter's end: those of the quarter before, and who came and went. */
export interface StockFigure {
  readonly count: number;
  readonly of: number;
  readonly previous: number | null;
  /** In it now and not before, by an entry that is dated within the quarter. */
  readonly entered: number;
  /** In it now and not before, without such an entry: only seen here, or counted elsewhere before. */
  readonly firstRecorded: number;
  readonly left: number;
}

export interface StuckFigure {
  readonly stuck: number;
  /** Over the limit, but nobody has recorded a plan: listed, not counted as stuck. */
  readonly overLimitNoPlan: number;
  readonly previous: number | null;
  readonly initiativeIds: readonly string[];
  /** Longer than the limit in limited production: not stuck pilots, but one step would hide them. */
  readonly longInLimitedProductionIds: readonly string[];
}

/** So many initiatives that moved have a line on the page. */
export const MOVES_SHOWN = 3;

export interface Move {
  readonly initiativeId: string;
  readonly text: string;
  readonly on: Day | null;
}

/** A stage entered within the quarter, with the stage before it. */
export interface StageMove {
  readonly initiativeId: string;
  readonly stage: Stage;
  readonly on: Day;
  readonly stageBefore: Stage | null;
  readonly wasInProduction: boolean;
  readonly successorId: string | null;
  readonly reason: string | null;
}

/** An initiative that stood in pilot or limited production at the end of a quarter. */
export interface PilotRow {
  readonly quarterTo: Day;
  readonly initiativeId: string;
  readonly stage: Stage;
  readonly stageOn: Day;
  readonly stagePrecision: Precision;
  /** By `OBSERVATION`: only ever seen there. */
  readonly stageKnownBy: 'EVENT' | 'OBSERVATION';
  readonly lastObservedOn: Day | null;
}
