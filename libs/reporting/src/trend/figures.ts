import { type Day, type Stage } from '@pilotage/analytics';

/**
 * What pages need of all facts, as counts and sums of integers. Live pages have them added up by SQL over the cache,
 * stored reports by `figuresOf` over history; what is said of them is assembled by the same code.
 */
export interface Figures {
  readonly stages: readonly StageCell[];
  readonly dimensions: readonly DimensionCell[];
  /** The last two quarters side by side. */
  readonly pairs: readonly PairCell[];
  /** Of the last quarter. */
  readonly blockers: readonly BlockerCount[];
}

/** The initiatives of one quarter and stage. Cells are apart by the denominator of scores; null where none counts. */
export interface StageCell {
  readonly quarterTo: Day;
  readonly stage: Stage | null;
  readonly scoreDen: number | null;
  readonly count: number;
  /** Only seen in the stage; when they entered it is not known. */
  readonly observed: number;
  readonly never: number;
  readonly stale: number;
  /** With a score that is not stale; `scoreSum` adds their numerators. */
  readonly rated: number;
  readonly scoreSum: number;
  readonly ratedThisQuarter: number;
  readonly ready: number;
}

/** Active initiatives of one quarter with an assessment that is not stale. */
export interface DimensionCell {
  readonly quarterTo: Day;
  readonly dimensionKey: string;
  readonly den: number;
  /** With an answer in the dimension; `sum` adds their numerators. */
  readonly rated: number;
  readonly sum: number;
  readonly answered: number;
  readonly applicable: number;
}

/** Initiatives alike in both of the last two quarters. A stage is null where the initiative was not there, or not in scope. */
export interface PairCell {
  readonly stageBefore: Stage | null;
  readonly stageAfter: Stage | null;
  /** The stage after was entered on a day within the last quarter, not only seen in it. */
  readonly isEntryDated: boolean;
  /** Active in the earlier quarter, but not in scope then: of another unit or kind. */
  readonly wasElsewhere: boolean;
  /** Likewise in the later quarter. */
  readonly isElsewhere: boolean;
  readonly before: ScoreCell | null;
  readonly after: ScoreCell | null;
  readonly count: number;
}

export interface ScoreCell {
  readonly num: number;
  readonly den: number;
}

export interface BlockerCount {
  readonly questionKey: string;
  readonly initiatives: number;
}
