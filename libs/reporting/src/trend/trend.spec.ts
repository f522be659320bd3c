import { describe, expect, it } from '@jest/globals';
import { factOf, type SimpleFact, twoQuarters } from '../../fixtures/facts.js';
import { assembleTrend } from './assemble-trend.js';
import { figuresOf } from './figures-of-facts.js';
import { type Trend } from './trend.js';

const trendOf = (facts: readonly SimpleFact[]): Trend => {
  const quarters = twoQuarters();
  return assembleTrend(quarters, figuresOf(quarters, facts.map(factOf), []));
};
const both = (id: string, stage: SimpleFact['stage'], q1: number, q2: number): SimpleFact[] => [
  { id, on: 'Q1', stage, score: q1 },
  { id, on: 'Q2', stage, score: q2 },
];

describe('readiness', () => {
  it('is the mean of current scores of active initiatives, with who is missing beside it', () => {
    // Q2: A 40, B 70 count. C was assessed on 31 Dec 2025, two quarters ago: stale. D never. E ended: not active.
    const { quarters } = trendOf([
      { id: 'A', on: 'Q2', stage: 'PILOT', score: 40 },
      { id: 'B', on: 'Q2', stage: 'PRODUCTION', score: 70, assessedOn: '2026-01-01' },
      { id: 'C', on: 'Q2', stage: 'PILOT', score: 90, assessedOn: '2025-12-31' },
      { id: 'D', on: 'Q2', stage: 'IDEA' },
      { id: 'E', on: 'Q2', stage: 'ENDED', score: 100 },
    ]);
    // (40 + 70) / 2 = 55; A was assessed within the quarter, B in the one before.
    expect(quarters[1]?.readiness).toEqual({
      value: 55,
      n: 2,
      active: 4,
      stale: 1,
      never: 1,
      assessedThisQuarter: 1,
    });
    expect(quarters[1]?.byStage.find(({ stage }) => stage === 'PILOT')?.readiness).toEqual({
      value: 40,
      n: 1,
      active: 2,
      stale: 1,
      never: 0,
      assessedThisQuarter: 1,
    });
  });

  it('has no value where nobody has a current score: it is never 0', () => {
    const { quarters } = trendOf([{ id: 'A', on: 'Q2', stage: 'PILOT' }]);
    expect(quarters[1]?.readiness.value).toBeNull();
    expect(quarters[0]?.readiness).toEqual({
      value: null,
      n: 0,
      active: 0,
      stale: 0,
      never: 0,
      assessedThisQuarter: 0,
    });
  });

  it('leaves out an assessment that answers too little for a score', () => {
    const { quarters } = trendOf([
      { id: 'A', on: 'Q2', stage: 'PILOT', score: 40 },
      { id: 'B', on: 'Q2', stage: 'PILOT', score: null },
    ]);
    expect(quarters[1]?.readiness).toMatchObject({ value: 40, n: 1, active: 2, stale: 0, never: 0 });
  });
});

describe('ready for the next stage', () => {
  it('counts those in pilot and beyond, but not ideas and not the last stage', () => {
    // Of 4 (A, B, C, F) ready: A. B is blocked, C is stale, F never assessed. D is an idea, E already scaled.
    const { quarters, blockers } = trendOf([
      { id: 'A', on: 'Q2', stage: 'PILOT', score: 90 },
      { id: 'B', on: 'Q2', stage: 'PILOT', score: 90, blocking: ['DF1', 'TM3'] },
      { id: 'C', on: 'Q2', stage: 'PRODUCTION', score: 90, assessedOn: '2025-12-31' },
      { id: 'D', on: 'Q2', stage: 'IDEA', score: 90, blocking: ['DF1'] },
      { id: 'E', on: 'Q2', stage: 'SCALED', score: 90 },
      { id: 'F', on: 'Q2', stage: 'LIMITED_PRODUCTION' },
      { id: 'G', on: 'Q1', stage: 'PILOT', score: 90, blocking: ['RC1'] },
    ]);
    expect(quarters[1]?.ready).toEqual({ ready: 1, of: 4 });
    expect(blockers).toEqual([
      { questionKey: 'DF1', initiatives: 1 },
      { questionKey: 'TM3', initiatives: 1 },
    ]);
  });
});

describe('the bridge', () => {
  it('shows a departure that hides part of the gain', () => {
    // Q1: A 40, B 55 -> 47.5. Q2: A 55, B stopped -> 55.
    // Same initiatives: A +15. B left: half the weight, 7.5 points below ... 0.5 * (40 - 55) = -7.5.
    const { bridge } = trendOf([
      ...both('A', 'PILOT', 40, 55),
      { id: 'B', on: 'Q1', stage: 'PILOT', score: 55 },
      { id: 'B', on: 'Q2', stage: 'ENDED', score: 55 },
    ]);
    expect(bridge).toMatchObject({
      start: 47.5,
      end: 55,
      change: 7.5,
      continuing: 15,
      ended: -7.5,
      becameStale: 0,
    });
    expect(bridge?.counts).toEqual({
      continuing: 1,
      newInitiatives: 0,
      newlyRated: 0,
      movedIn: 0,
      ended: 1,
      becameStale: 0,
      movedOut: 0,
    });
  });

  it('tells new from newly rated, and ended from stale', () => {
    // Q1: A 50, B 20, C 30 -> 100/3 = 33.3. Q2: A 60, D 90, E 30 -> 60.
    // Same: A +10. Entered, weight 1/3 each: D new 1/3 * (90 - 60) = 10; E first rated 1/3 * (30 - 60) = -10.
    // Left, weight 1/3 each: B ended 1/3 * (50 - 20) = 10; C stale 1/3 * (50 - 30) = 6.67. Sum 26.67 = 60 - 33.33.
    const { bridge } = trendOf([
      ...both('A', 'PILOT', 50, 60),
      { id: 'B', on: 'Q1', stage: 'PILOT', score: 20 },
      { id: 'B', on: 'Q2', stage: 'ENDED', score: 20 },
      { id: 'C', on: 'Q1', stage: 'PILOT', score: 30, assessedOn: '2025-12-31' },
      { id: 'C', on: 'Q2', stage: 'PILOT', score: 30, assessedOn: '2025-12-31' },
      { id: 'D', on: 'Q2', stage: 'PILOT', score: 90 },
      { id: 'E', on: 'Q1', stage: 'IDEA' },
      { id: 'E', on: 'Q2', stage: 'IDEA', score: 30 },
    ]);
    expect(bridge).toMatchObject({
      start: 33.3,
      end: 60,
      change: 26.7,
      continuing: 10,
      newInitiatives: 10,
      newlyRated: -10,
      ended: 10,
      becameStale: 6.7,
    });
    expect(bridge?.counts).toEqual({
      continuing: 1,
      newInitiatives: 1,
      newlyRated: 1,
      movedIn: 0,
      ended: 1,
      becameStale: 1,
      movedOut: 0,
    });
  });

  it('weighs many alike as so many', () => {
    // Q1: three at 40 and one at 80 -> 50. Q2: the three at 40 again, the one ended -> 40. All of it is the departure.
    const { bridge } = trendOf([
      ...['A', 'B', 'C'].flatMap((id) => both(id, 'PILOT', 40, 40)),
      { id: 'D', on: 'Q1', stage: 'PILOT', score: 80 },
      { id: 'D', on: 'Q2', stage: 'ENDED', score: 80 },
    ]);
    expect(bridge).toMatchObject({ start: 50, end: 40, change: -10, continuing: 0, ended: -10 });
  });

  it('says why there is none', () => {
    const { bridge } = trendOf([{ id: 'A', on: 'Q2', stage: 'PILOT', score: 50 }]);
    expect(bridge).toMatchObject({ start: null, change: null, continuing: null });
    expect(bridge?.reason).toBe('No initiative had a current assessment in the earlier quarter.');
  });
});

describe('the constant cohort', () => {
  it('gives a mean with its interval from ten pairs on', () => {
    // Nine gain 10, one gains 20: mean 11, s = sqrt(90/9) = 3.162, error 1 -> 11 +- 2.262 (Student, 9 degrees).
    const { constantCohort } = trendOf(
      Array.from({ length: 10 }, (_, index) => both(`I${index}`, 'PILOT', 40, index === 0 ? 60 : 50)).flat(),
    );
    expect(constantCohort).toMatchObject({ n: 10, meanDifference: 11 });
    expect(constantCohort?.lower).toBeCloseTo(8.738, 3);
    expect(constantCohort?.upper).toBeCloseTo(13.262, 3);
  });

  it('gives no mean for fewer, and says so', () => {
    const { constantCohort } = trendOf(both('A', 'PILOT', 40, 60));
    expect(constantCohort).toMatchObject({ n: 1, meanDifference: null, lower: null });
    expect(constantCohort?.note).toContain('from 10 on');
  });
});

describe('the figures', () => {
  it('count initiatives without a recorded stage apart', () => {
    const { quarters } = trendOf([
      { id: 'A', on: 'Q2', stage: null, score: 50 },
      { id: 'B', on: 'Q2', stage: 'IDEA' },
    ]);
    expect(quarters[1]).toMatchObject({ active: 1, withoutStage: 1 });
    expect(quarters[1]?.stages).toContainEqual({ stage: 'IDEA', count: 1 });
  });

  it('average dimensions over current assessments, with their coverage', () => {
    const quarters = twoQuarters();
    const facts = [
      factOf({ id: 'A', on: 'Q2', stage: 'PILOT', score: 50 }),
      factOf({ id: 'B', on: 'Q2', stage: 'PILOT', score: 50 }),
    ];
    const scores = facts.map(({ assessmentId }, index) => ({
      assessmentId: assessmentId ?? '',
      dimensionKey: 'DF',
      den: 100,
      num: index === 0 ? 40 : null,
      answered: index === 0 ? 2 : 0,
      applicable: 3,
    }));
    // A 40, B without an answer: mean 40 of 1; answered 2 of 6.
    expect(assembleTrend(quarters, figuresOf(quarters, facts, scores)).quarters[1]?.byDimension).toEqual([
      { dimensionKey: 'DF', value: 40, n: 1, coverage: 2 / 6 },
    ]);
  });
});
