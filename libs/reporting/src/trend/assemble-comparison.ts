import { type BridgeQuarter, constantCohort, readinessBridge } from '@pilotage/analytics';
import { isActive } from '../fact/fact.js';
import { type QuarterView } from '../period/period.js';
import { type PairCell } from './figures.js';
import { type Bridge, type BridgeCounts, type ConstantCohortView } from './trend.js';

/** Why there is no bridge, as pages say it. */
const NO_BRIDGE = {
  'nothing-rated-before': 'No initiative had a current assessment in the earlier quarter.',
  'nothing-rated-after': 'No initiative has a current assessment in the later quarter.',
  'nothing-continuing': 'No initiative has a current assessment in both quarters.',
} as const;

/** How readiness changed between two quarters, split exactly (method 1.6). */
export function assembleBridge(from: QuarterView, to: QuarterView, pairs: readonly PairCell[]): Bridge {
  const counts = bridgeCounts(pairs);
  const bridge = readinessBridge(quarterOfPairs(pairs, 'before'), quarterOfPairs(pairs, 'after'));
  if (bridge.kind === 'unavailable') {
    const nothing = { start: null, end: null, change: null, continuing: null, newInitiatives: null };
    return {
      from,
      to,
      ...nothing,
      newlyRated: null,
      movedIn: null,
      ended: null,
      becameStale: null,
      movedOut: null,
      counts,
      reason: NO_BRIDGE[bridge.reason],
    };
  }
  const points = ({ tenths }: { readonly tenths: number }) => tenths / 10;
  return {
    from,
    to,
    start: points(bridge.before),
    end: points(bridge.after),
    change: points(bridge.change),
    continuing: points(bridge.continuing),
    newInitiatives: points(bridge.enteredNew),
    newlyRated: points(bridge.enteredNewlyRated),
    movedIn: points(bridge.enteredMoved),
    ended: points(bridge.leftEnded),
    becameStale: points(bridge.leftStale),
    movedOut: points(bridge.leftMoved),
    counts,
    reason: null,
  };
}

/** The mean change of those rated in both quarters. */
export function assembleConstantCohort(
  from: QuarterView,
  to: QuarterView,
  pairs: readonly PairCell[],
): ConstantCohortView {
  const inBoth = pairs
    .flatMap(({ before, after, count }) =>
      before && after ? Array.from({ length: count }, () => ({ before, after })) : [],
    )
    // The sum of floating-point changes depends on their order: always the same one.
    .sort(
      (a, b) =>
        a.before.num * b.before.den - b.before.num * a.before.den ||
        a.after.num * b.after.den - b.after.num * a.after.den,
    )
    .map(({ before, after }, index) => ({
      id: String(index),
      before: { numerator: before.num, denominator: before.den },
      after: { numerator: after.num, denominator: after.den },
    }));
  const cohort = constantCohort(inBoth);
  const nothing = { from, to, meanDifference: null, lower: null, upper: null };
  if (cohort.kind === 'nobody-in-both')
    return { ...nothing, n: 0, note: 'No initiative has a current assessment in both quarters.' };
  if (cohort.kind === 'list-only')
    return {
      ...nothing,
      n: cohort.n,
      note: `${cohort.n} ${cohort.n === 1 ? 'initiative has' : 'initiatives have'} a current assessment in both quarters; a mean change is given from ${cohort.needed} on.`,
    };
  const { interval } = cohort;
  return {
    from,
    to,
    n: cohort.n,
    meanDifference: cohort.meanChange,
    lower: interval.kind === 'interval' ? interval.low : null,
    upper: interval.kind === 'interval' ? interval.high : null,
    note:
      interval.kind === 'interval'
        ? `Mean change of the ${cohort.n} initiatives with a current assessment in both quarters, with its 95 % interval.`
        : `All ${cohort.n} initiatives with a current assessment in both quarters changed by the same amount.`,
  };
}

/** A cell of equal initiatives weighs as many as it holds, so the mean over cells is the mean over initiatives. */
function quarterOfPairs(pairs: readonly PairCell[], side: 'before' | 'after'): BridgeQuarter {
  const stageOf = (pair: PairCell) => (side === 'before' ? pair.stageBefore : pair.stageAfter);
  const isElsewhere = (pair: PairCell) => (side === 'before' ? pair.wasElsewhere : pair.isElsewhere);
  return {
    active: pairs.flatMap((pair, index) => (isActive(stageOf(pair)) ? [String(index)] : [])),
    elsewhere: pairs.flatMap((pair, index) => (isElsewhere(pair) ? [String(index)] : [])),
    rated: pairs.flatMap((pair, index) => {
      const score = pair[side];
      return score
        ? [{ id: String(index), score: { numerator: score.num, denominator: score.den }, weight: pair.count }]
        : [];
    }),
  };
}

function bridgeCounts(pairs: readonly PairCell[]): BridgeCounts {
  const count = (matches: (pair: PairCell) => boolean) =>
    pairs.filter(matches).reduce((sum, pair) => sum + pair.count, 0);
  const entered = (pair: PairCell) => !pair.before && pair.after !== null;
  const left = (pair: PairCell) => pair.before !== null && !pair.after;
  return {
    continuing: count(({ before, after }) => before !== null && after !== null),
    newInitiatives: count((pair) => entered(pair) && !isActive(pair.stageBefore) && !pair.wasElsewhere),
    newlyRated: count((pair) => entered(pair) && isActive(pair.stageBefore)),
    movedIn: count((pair) => entered(pair) && pair.wasElsewhere),
    ended: count((pair) => left(pair) && !isActive(pair.stageAfter) && !pair.isElsewhere),
    becameStale: count((pair) => left(pair) && isActive(pair.stageAfter)),
    movedOut: count((pair) => left(pair) && pair.isElsewhere),
  };
}
