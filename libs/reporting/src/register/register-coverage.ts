import { type Day } from '@pilotage/analytics';
import { type UnitId } from '@pilotage/tenancy';

/** What a register says of itself on a day. */
export interface RegisterClaim {
  /** Lists of one register follow each other; null is the first. */
  readonly registerId: string | null;
  readonly asOfOn: Day;
  /** From this day on it also records what ended; null: not known. */
  readonly completeSince: Day | null;
  readonly livingOnly: boolean;
  /** Begun with the first initiative entered by hand, not stated with an import. */
  readonly isByHand: boolean;
}

export interface CoverageCounts {
  readonly initiatives: number;
  /** The day of idea or of pilot is recorded. */
  readonly withStartDate: number;
  /** In production or scaled now, or retired from it. */
  readonly reachedProduction: number;
  /** Of those that reached production: since when is recorded. */
  readonly withProductionDate: number;
  /** Seen in a stage, without the day of any. */
  readonly observedOnly: number;
}

export interface UnitCoverage extends CoverageCounts {
  /** Null: initiatives without a unit. */
  readonly unitId: UnitId | null;
}

export interface OtherUnits extends CoverageCounts {
  readonly units: number;
}

/** What a register can tell and what it cannot, as it is now. */
export interface RegisterCoverage extends CoverageCounts {
  /** Of the newest list; of several registers one that says since when it records ends. Null: none says anything. */
  readonly claim: RegisterClaim | null;
  /** The units that lack most start dates first. */
  readonly units: readonly UnitCoverage[];
  readonly otherUnits: OtherUnits | null;
  readonly wording: string;
}

/** Units listed one by one. */
export const UNITS_LISTED = 20;
