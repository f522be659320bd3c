import { Rational } from '../common/fraction.js';
import { type Unavailable, unavailable } from '../common/unavailable.js';
import { meanScore, type PortfolioQuarter, type RatedInitiative, totalWeight } from './readiness.js';
import { roundToTenths } from './rounding.js';

/** Why portfolio readiness changed. Ids name who stands behind each part. */
export interface ReadinessBridge {
  readonly kind: 'bridge';
  readonly before: BridgeNumber;
  readonly after: BridgeNumber;
  readonly change: BridgeNumber;
  /** Rated in both quarters: real change. */
  readonly continuing: BridgePart;
  /** Rated now, not active before. */
  readonly enteredNew: BridgePart;
  /** Rated now, active before without a rating that counted. */
  readonly enteredNewlyRated: BridgePart;
  /** Rated now, active before in another part of the portfolio. */
  readonly enteredMoved: BridgePart;
  /** Rated before, no longer active. */
  readonly leftEnded: BridgePart;
  /** Rated before, still active, the rating no longer counts. */
  readonly leftStale: BridgePart;
  /** Rated before, still active, but in another part of the portfolio. */
  readonly leftMoved: BridgePart;
}

/** A part of a portfolio at one quarter's end. */
export interface BridgeQuarter extends PortfolioQuarter {
  /** Active then in another part; nobody when left out. */
  readonly elsewhere?: readonly string[];
}

/** One number of the bridge, exact and as a page prints it. */
export interface BridgeNumber {
  /** Percentage points. */
  readonly points: number;
  /** The same in tenths of a point, rounded so that the parts add up to the change and before + change to after. */
  readonly tenths: number;
}

/** A part of the change and who is behind it. */
export interface BridgePart extends BridgeNumber {
  readonly ids: readonly string[];
}

/**
 * Splits the change of portfolio readiness between two quarters exactly, by Melitz & Polanec (2015, RAND J. Econ.
 * 46:362): with C continuing, E entered, X left and w the weight of a group within its quarter,
 * ΔR = (R_C,after − R_C,before) + w_E (R_E − R_C,after) + w_X (R_C,before − R_X).
 * Entered and left are split further, each with its own weight and mean, which keeps the sum exact.
 *
 * Without an initiative rated in both quarters there is nothing to compare entries and departures with.
 */
export function readinessBridge(
  before: BridgeQuarter,
  after: BridgeQuarter,
): ReadinessBridge | Unavailable<'nothing-rated-before' | 'nothing-rated-after' | 'nothing-continuing'> {
  const [meanBefore, meanAfter] = [meanScore(before.rated), meanScore(after.rated)];
  if (!meanBefore) return unavailable('nothing-rated-before');
  if (!meanAfter) return unavailable('nothing-rated-after');
  const [idsBefore, idsAfter] = [idsOf(before.rated), idsOf(after.rated)];
  const continuingBefore = meanScore(before.rated.filter(({ id }) => idsAfter.has(id)));
  const continuing = after.rated.filter(({ id }) => idsBefore.has(id));
  const continuingAfter = meanScore(continuing);
  if (!continuingBefore || !continuingAfter) return unavailable('nothing-continuing');

  const [placeBefore, placeAfter] = [placesOf(before), placesOf(after)];
  const entered = after.rated.filter(({ id }) => !idsBefore.has(id));
  const left = before.rated.filter(({ id }) => !idsAfter.has(id));
  const groups = [
    { members: continuing, change: continuingAfter.minus(continuingBefore) },
    ...PLACES.map((place) => {
      const members = entered.filter(({ id }) => placeBefore(id) === place);
      return { members, change: pull(members, after.rated, continuingAfter) };
    }),
    ...PLACES.map((place) => {
      const members = left.filter(({ id }) => placeAfter(id) === place);
      return { members, change: Rational.zero.minus(pull(members, before.rated, continuingBefore)) };
    }),
  ];
  const rounded = roundToTenths(
    meanBefore,
    meanAfter,
    groups.map(({ change }) => change),
  );
  const part = (index: number): BridgePart => {
    const { members, change } = groups[index] ?? { members: [], change: Rational.zero };
    return {
      points: change.toNumber(),
      tenths: rounded.parts[index] ?? 0,
      ids: members.map(({ id }) => id).sort(),
    };
  };
  return {
    kind: 'bridge',
    before: { points: meanBefore.toNumber(), tenths: rounded.before },
    after: { points: meanAfter.toNumber(), tenths: rounded.after },
    change: { points: meanAfter.minus(meanBefore).toNumber(), tenths: rounded.after - rounded.before },
    continuing: part(0),
    enteredNew: part(1),
    enteredNewlyRated: part(2),
    enteredMoved: part(3),
    leftEnded: part(4),
    leftStale: part(5),
    leftMoved: part(6),
  };
}

/** Where an initiative stood in a quarter; by these, in this order, entered and left are split. */
const PLACES = ['nowhere', 'here', 'elsewhere'] as const;

function placesOf({ active, elsewhere = [] }: BridgeQuarter): (id: string) => (typeof PLACES)[number] {
  const [here, there] = [new Set(active), new Set(elsewhere)];
  return (id) => (here.has(id) ? 'here' : there.has(id) ? 'elsewhere' : 'nowhere');
}

/** w (R − R_C): how far a group pulls its quarter's mean away from the continuing ones. */
function pull(
  group: readonly RatedInitiative[],
  all: readonly RatedInitiative[],
  continuing: Rational,
): Rational {
  const mean = meanScore(group);
  if (!mean) return Rational.zero;
  return totalWeight(group).over(totalWeight(all)).times(mean.minus(continuing));
}

function idsOf(rated: readonly RatedInitiative[]): Set<string> {
  return new Set(rated.map(({ id }) => id));
}
