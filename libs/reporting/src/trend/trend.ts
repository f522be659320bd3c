import { type Stage } from '@pilotage/analytics';
import { type QuarterView } from '../period/period.js';
import { type BlockerCount } from './figures.js';

/** The trend page, and what a stored report of it holds: counts, figures and question keys; no names. */
export interface Trend {
  readonly quarters: readonly QuarterPoint[];
  readonly bridge: Bridge | null;
  readonly constantCohort: ConstantCohortView | null;
  readonly blockers: readonly BlockerCount[];
}

export interface QuarterPoint {
  readonly quarter: QuarterView;
  readonly stages: readonly { readonly stage: Stage; readonly count: number }[];
  readonly active: number;
  /** Active ones only ever seen in their stage. */
  readonly observedStages: number;
  /** Initiatives of which no stage is recorded; they count nowhere else. */
  readonly withoutStage: number;
  readonly ready: ReadyCount;
  readonly readiness: ReadinessFigure;
  readonly byStage: readonly { readonly stage: Stage; readonly readiness: ReadinessFigure }[];
  readonly byDimension: readonly DimensionReadiness[];
}

export interface ReadyCount {
  readonly ready: number;
  readonly of: number;
}

export interface ReadinessFigure {
  /** Mean score, 0 to 100; null where nobody has one that counts. */
  readonly value: number | null;
  readonly n: number;
  readonly active: number;
  readonly stale: number;
  readonly never: number;
  readonly assessedThisQuarter: number;
}

export interface DimensionReadiness {
  readonly dimensionKey: string;
  readonly value: number | null;
  readonly n: number;
  /** Answered / applicable questions, 0 to 1. */
  readonly coverage: number | null;
}

/** Points of readiness, to one decimal: the parts add up to the change. Null with a reason where there is nothing to compare. */
export interface Bridge {
  readonly from: QuarterView;
  readonly to: QuarterView;
  readonly start: number | null;
  readonly end: number | null;
  readonly change: number | null;
  readonly continuing: number | null;
  readonly newInitiatives: number | null;
  readonly newlyRated: number | null;
  readonly movedIn: number | null;
  readonly ended: number | null;
  readonly becameStale: number | null;
  readonly movedOut: number | null;
  readonly counts: BridgeCounts;
  readonly reason: string | null;
}

export interface BridgeCounts {
  readonly continuing: number;
  readonly newInitiatives: number;
  readonly newlyRated: number;
  readonly movedIn: number;
  readonly ended: number;
  readonly becameStale: number;
  readonly movedOut: number;
}

export interface ConstantCohortView {
  readonly from: QuarterView;
  readonly to: QuarterView;
  readonly n: number;
  /** Points; null where there are too few for a mean. */
  readonly meanDifference: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly note: string;
}
