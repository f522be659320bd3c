import { type Day } from '@pilotage/analytics';

/** The time-to-production page, and what a stored report of it holds. Shares are 0 to 1, initiatives are ids. */
export interface TimeToProduction {
  readonly asOf: Day;
  /** Pilots followed with exact dates; `events` + `stopped` + `merged` + `running` + `leftUndated`. */
  readonly n: number;
  readonly events: number;
  readonly stopped: number;
  readonly merged: number;
  readonly running: number;
  /** Seen past the pilot, the day on which they left it not recorded: followed until last seen in it. */
  readonly leftUndated: number;
  readonly excluded: readonly Exclusion[];
  /** Of several registers that say it, the newest list's. */
  readonly completeSince: Day | null;
  /** Of every register. */
  readonly livingOnly: boolean;
  readonly wording: string;
  readonly curves: readonly Curve[];
  readonly riskTable: readonly RiskRowView[];
  readonly shares: readonly HorizonShare[];
  readonly quarterArrivedMonths: number | null;
  readonly medianMonths: number | null;
  /** The median of those that arrived, which leaves out who did not: for comparison only. */
  readonly finishedOnlyMedianMonths: number | null;
  readonly finishedOnlyN: number;
  readonly coarseDates: number;
  readonly sameDay: number;
  /** Where the curve begins, when not at pilot entry: too few were watched from so early. */
  readonly startsAtDays: number | null;
  /** Why there is no share; null where there is one. */
  readonly reason: string | null;
  readonly rows: readonly JourneyRow[];
}

export type JourneyCause = 'PRODUCTION' | 'STOPPED' | 'MERGED' | 'RUNNING';

export interface Exclusion {
  readonly code:
    | 'HISTORY'
    | 'NOT_YET_WATCHED'
    | 'ENDS_UNKNOWN'
    | 'COARSE_DATES'
    | 'ENTRY_UNKNOWN'
    | 'OUT_OF_ORDER'
    | 'NO_PILOT';
  readonly count: number;
  readonly message: string;
}

export interface Curve {
  readonly cause: JourneyCause;
  readonly points: readonly CurvePoint[];
}

export interface CurvePoint {
  readonly days: number;
  readonly months: number;
  readonly share: number;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly atRisk: number;
}

export interface RiskRowView {
  readonly months: number;
  readonly watched: number;
  readonly inProduction: number;
  readonly stopped: number;
}

export interface HorizonShare {
  readonly months: number;
  readonly share: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly atRisk: number;
  readonly reason: string | null;
}

export interface JourneyRow {
  readonly initiativeId: string;
  readonly from: Day;
  readonly to: Day;
  readonly enteredWatchOn: Day | null;
  readonly cause: JourneyCause;
  /** It counts as running, but left the pilot on a day that is not recorded. */
  readonly leftUndated: boolean;
  readonly days: number;
}

/** What a register says of itself: since when ends are recorded too. */
export interface RegisterStatement {
  /** Null is the first register of the organisation, and what was entered by hand. */
  readonly registerId: string | null;
  readonly completeSince: Day | null;
  readonly livingOnly: boolean;
}

/** House rule, that of `rateWording`: with fewer arrivals a list says more than a share or a curve. */
export const MIN_ARRIVALS_FOR_SHARE = 5;
