import { type Day } from '@pilotage/analytics';
import { type Fact, hasScore, isActive } from '../fact/fact.js';
import { type PeriodQuarter } from '../period/period.js';
import {
  type BlockerCount,
  type DimensionCell,
  type Figures,
  type PairCell,
  type ScoreCell,
  type StageCell,
} from './figures.js';

/** One dimension of one assessment. */
export interface DimensionScore {
  readonly assessmentId: string;
  readonly dimensionKey: string;
  readonly den: number;
  readonly num: number | null;
  readonly answered: number;
  readonly applicable: number;
}

/** An initiative that was active at a quarter's end, in scope or not. */
export interface ActiveThen {
  readonly quarterTo: Day;
  readonly initiativeId: string;
}

/**
 * Adds up facts as the SQL of live pages does; the order of the input never matters.
 *
 * @param facts those in scope
 * @param active in the last two quarters, of the initiatives that were in scope in one of them
 */
export function figuresOf(
  quarters: readonly PeriodQuarter[],
  facts: readonly Fact[],
  dimensionScores: readonly DimensionScore[],
  active: readonly ActiveThen[] = [],
): Figures {
  const byDay = new Map(quarters.map((quarter) => [quarter.to, quarter]));
  const known = facts.flatMap((fact) => {
    const quarter = byDay.get(fact.quarterTo);
    return quarter
      ? [{ fact, quarter, isFresh: fact.assessedOn !== null && fact.assessedOn >= quarter.freshFrom }]
      : [];
  });
  const fresh = known.filter(({ fact, isFresh }) => isFresh && isActive(fact.stage)).map(({ fact }) => fact);
  return {
    stages: stageCells(known),
    dimensions: dimensionCells(fresh, dimensionScores),
    pairs: pairCells(known, active, quarters.at(-2)?.to, quarters.at(-1)?.to),
    blockers: blockerCounts(fresh.filter(({ quarterTo }) => quarterTo === quarters.at(-1)?.to)),
  };
}

interface KnownFact {
  readonly fact: Fact;
  readonly quarter: PeriodQuarter;
  readonly isFresh: boolean;
}

function stageCells(known: readonly KnownFact[]): StageCell[] {
  const rated = ({ fact, isFresh }: KnownFact) => isFresh && hasScore(fact);
  return [
    ...groupBy(known, (one) => `${one.quarter.to} ${one.fact.stage} ${rated(one) ? one.fact.scoreDen : ''}`),
  ].map((group): StageCell => {
    const [{ fact, quarter }] = group;
    const those = group.filter(rated);
    return {
      quarterTo: quarter.to,
      stage: fact.stage,
      scoreDen: those[0]?.fact.scoreDen ?? null,
      count: group.length,
      observed: group.filter((one) => one.fact.stageKnownBy === 'OBSERVATION').length,
      never: group.filter((one) => one.fact.assessedOn === null).length,
      stale: group.filter((one) => one.fact.assessedOn !== null && !one.isFresh).length,
      rated: those.length,
      scoreSum: sum(those, (one) => one.fact.scoreNum),
      ratedThisQuarter: those.filter((one) => (one.fact.assessedOn ?? '') >= quarter.from).length,
      ready: group.filter((one) => one.isFresh && one.fact.isReady).length,
    };
  });
}

function dimensionCells(fresh: readonly Fact[], scores: readonly DimensionScore[]): DimensionCell[] {
  const byAssessment = new Map<string, DimensionScore[]>();
  for (const score of scores) {
    const others = byAssessment.get(score.assessmentId);
    if (others) others.push(score);
    else byAssessment.set(score.assessmentId, [score]);
  }
  const joined = fresh.flatMap(({ quarterTo, assessmentId }) =>
    (byAssessment.get(assessmentId ?? '') ?? []).map((score) => ({ quarterTo, score })),
  );
  return groupBy(joined, ({ quarterTo, score }) => `${quarterTo} ${score.dimensionKey} ${score.den}`).map(
    (group) => {
      const [{ quarterTo, score }] = group;
      return {
        quarterTo,
        dimensionKey: score.dimensionKey,
        den: score.den,
        rated: group.filter((one) => one.score.num !== null).length,
        sum: sum(group, (one) => one.score.num),
        answered: sum(group, (one) => one.score.answered),
        applicable: sum(group, (one) => one.score.applicable),
      };
    },
  );
}

function pairCells(
  known: readonly KnownFact[],
  active: readonly ActiveThen[],
  before: Day | undefined,
  after: Day | undefined,
): PairCell[] {
  const pairs = new Map<string, Omit<PairCell, 'count'>>();
  const nobody = {
    stageBefore: null,
    stageAfter: null,
    isEntryDated: false,
    wasElsewhere: false,
    isElsewhere: false,
    before: null,
    after: null,
  };
  for (const { fact, quarter, isFresh } of known) {
    const score: ScoreCell | null =
      isFresh && isActive(fact.stage) && hasScore(fact)
        ? { num: fact.scoreNum ?? 0, den: fact.scoreDen ?? 1 }
        : null;
    const pair = pairs.get(fact.initiativeId) ?? nobody;
    if (fact.quarterTo === before)
      pairs.set(fact.initiativeId, { ...pair, stageBefore: fact.stage, before: score });
    if (fact.quarterTo === after)
      pairs.set(fact.initiativeId, {
        ...pair,
        stageAfter: fact.stage,
        isEntryDated: fact.stageKnownBy === 'EVENT' && fact.stageOn !== null && fact.stageOn >= quarter.from,
        after: score,
      });
  }
  for (const { quarterTo, initiativeId } of active) {
    const pair = pairs.get(initiativeId);
    if (pair && quarterTo === before && pair.stageBefore === null)
      pairs.set(initiativeId, { ...pair, wasElsewhere: true });
    if (pair && quarterTo === after && pair.stageAfter === null)
      pairs.set(initiativeId, { ...pair, isElsewhere: true });
  }
  return groupBy([...pairs.values()], (pair) => JSON.stringify(pair)).map((group) => ({
    ...group[0],
    count: group.length,
  }));
}

function blockerCounts(fresh: readonly Fact[]): BlockerCount[] {
  const counts = new Map<string, number>();
  for (const { stage, blocking } of fresh) {
    if (stage === 'IDEA') continue;
    for (const key of blocking ?? []) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([questionKey, initiatives]) => ({ questionKey, initiatives }));
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): [Item, ...Item[]][] {
  const groups = new Map<string, [Item, ...Item[]]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}

function sum<Item>(items: readonly Item[], valueOf: (item: Item) => number | null): number {
  return items.reduce((total, item) => total + (valueOf(item) ?? 0), 0);
}
