import { type Day, daysBetween } from '../calendar/day.js';
import { type FiscalQuarter, type QuarterCalendar } from '../calendar/fiscal-quarter.js';
import { DEFAULT_VALIDITY, freshFrom } from '../calendar/validity.js';
import { type Fraction } from '../common/fraction.js';
import { median } from '../common/median.js';
import { type Unavailable, unavailable } from '../common/unavailable.js';
import { type PortfolioQuarter, type RatedInitiative } from './readiness.js';

/** An active initiative with its assessments, in any order; of two as of one day the later in the list counts. */
export interface AssessedInitiative {
  readonly id: string;
  readonly assessments: readonly DatedScore[];
  /** As in `RatedInitiative`. */
  readonly weight?: number;
}

/** The overall score of one assessment. */
export interface DatedScore {
  readonly asOf: Day;
  /** Null where the assessment has no overall score; it still replaces the one before. */
  readonly score: Fraction | null;
}

/** A portfolio at a quarter's end. Each active initiative is rated, stale, unscored or never assessed. */
export interface CarriedForward {
  /** With the latest assessment of each, as long as it counts: the headline. */
  readonly current: PortfolioQuarter;
  /** With assessments as of this quarter alone: less smooth, but selective, for teams assess after improving. */
  readonly assessedInQuarter: PortfolioQuarter;
  readonly stale: readonly string[];
  readonly unscored: readonly string[];
  readonly neverAssessed: readonly string[];
  /** Of the assessments behind `current`, from the as-of day to the quarter's last; half a day between two. */
  readonly medianAgeDays: number | Unavailable<'nothing-rated'>;
}

/**
 * Carries the latest assessment up to the quarter's end forward for as long as it counts. `active` are those active
 * then; later assessments are not looked at, so that a past quarter stays as it was. Throws RangeError on a rule that
 * is none.
 */
export function carryForward(
  active: readonly AssessedInitiative[],
  quarter: FiscalQuarter,
  calendar: QuarterCalendar,
  rule = DEFAULT_VALIDITY,
): CarriedForward {
  const countsFrom = freshFrom(quarter.to, calendar, rule);
  const rated: { readonly asOf: Day; readonly initiative: RatedInitiative }[] = [];
  const stale: string[] = [];
  const unscored: string[] = [];
  const neverAssessed: string[] = [];
  for (const { id, assessments, weight = 1 } of active) {
    const latest = latestUpTo(quarter.to, assessments);
    if (latest === null) neverAssessed.push(id);
    else if (latest.asOf < countsFrom) stale.push(id);
    else if (latest.score === null) unscored.push(id);
    else rated.push({ asOf: latest.asOf, initiative: { id, score: latest.score, weight } });
  }
  const ids = active.map(({ id }) => id);
  const inQuarter = rated.filter(({ asOf }) => asOf >= quarter.from);
  return {
    current: { active: ids, rated: rated.map(({ initiative }) => initiative) },
    assessedInQuarter: { active: ids, rated: inQuarter.map(({ initiative }) => initiative) },
    stale,
    unscored,
    neverAssessed,
    medianAgeDays:
      rated.length === 0
        ? unavailable('nothing-rated')
        : median(rated.map(({ asOf }) => daysBetween(asOf, quarter.to))),
  };
}

function latestUpTo(end: Day, assessments: readonly DatedScore[]): DatedScore | null {
  return assessments.reduce<DatedScore | null>(
    (latest, each) => (each.asOf <= end && (latest === null || each.asOf >= latest.asOf) ? each : latest),
    null,
  );
}
