import { day } from '@pilotage/analytics';
import { describe, expect, it } from '@jest/globals';
import { factOf, type SimpleFact, twoQuarters } from '../../fixtures/facts.js';
import { assembleTimeToProduction } from '../time-to-production/assemble-time-to-production.js';
import { figuresOf } from '../trend/figures-of-facts.js';
import { assembleExecutiveQuarter } from './assemble-executive-quarter.js';
import { type ExecutiveQuarter, type PilotRow, type StageMove } from './executive-quarter.js';

const pageOf = (
  facts: readonly SimpleFact[],
  moves: readonly StageMove[] = [],
  pilots: readonly PilotRow[] = [],
): ExecutiveQuarter => {
  const quarters = twoQuarters();
  return assembleExecutiveQuarter({
    quarters,
    figures: figuresOf(quarters, facts.map(factOf), []),
    timeToProduction: assembleTimeToProduction({ asOf: day('2026-06-30'), logs: [], registers: [] }),
    moves,
    pilots,
    pilotLimitDays: 365,
    today: day('2026-07-01'),
  });
};

const move = (initiativeId: string, more: Partial<StageMove>): StageMove => ({
  initiativeId,
  stage: 'PRODUCTION',
  on: day('2026-05-01'),
  stageBefore: 'PILOT',
  wasInProduction: false,
  successorId: null,
  reason: null,
  ...more,
});

const pilot = (initiativeId: string, stageOn: string, more: Partial<PilotRow> = {}): PilotRow => ({
  quarterTo: day('2026-06-30'),
  initiativeId,
  stage: 'PILOT',
  stageOn: day(stageOn),
  stagePrecision: 'DAY',
  stageKnownBy: 'EVENT',
  lastObservedOn: day('2026-06-30'),
  ...more,
});

describe('the executive page', () => {
  it('accounts for the stock in production by what came and what went', () => {
    // Q1: A, B in production. Q2: B retired, C arrived, D arrived: 3 of 4 active, +2 -1.
    const page = pageOf(
      [
        { id: 'A', on: 'Q1', stage: 'PRODUCTION' },
        { id: 'B', on: 'Q1', stage: 'SCALED' },
        { id: 'C', on: 'Q1', stage: 'PILOT' },
        { id: 'E', on: 'Q1', stage: 'PILOT' },
        { id: 'A', on: 'Q2', stage: 'PRODUCTION' },
        { id: 'B', on: 'Q2', stage: 'ENDED' },
        { id: 'C', on: 'Q2', stage: 'PRODUCTION', enteredOn: '2026-05-01' },
        { id: 'D', on: 'Q2', stage: 'PRODUCTION', enteredOn: '2026-04-01' },
        { id: 'E', on: 'Q2', stage: 'PILOT' },
      ],
      [move('C', {}), move('D', { on: day('2026-04-01') })],
    );
    expect(page.inProduction).toEqual({
      count: 3,
      of: 4,
      previous: 2,
      entered: 2,
      firstRecorded: 0,
      left: 1,
    });
    expect(page.pilots).toEqual({ count: 1, of: 4, previous: 2, entered: 0, firstRecorded: 0, left: 1 });
    expect(page.headline).toBe(
      'Two initiatives reached production and one left it. One pilot is running; 0 of 4 in pilot or beyond are ready for the next stage.',
    );
  });

  it('tells who reached production from who was first seen there, and from who came back', () => {
    // An import as of the quarter's end: S and T seen in production, P in pilot. C reached it, R returned to it.
    const page = pageOf(
      [
        { id: 'C', on: 'Q1', stage: 'PILOT' },
        { id: 'R', on: 'Q1', stage: 'PILOT' },
        { id: 'T', on: 'Q1', stage: 'PILOT', enteredOn: null },
        { id: 'C', on: 'Q2', stage: 'PRODUCTION', enteredOn: '2026-04-01' },
        { id: 'R', on: 'Q2', stage: 'PRODUCTION', enteredOn: '2026-05-01' },
        { id: 'S', on: 'Q2', stage: 'PRODUCTION', enteredOn: null },
        { id: 'T', on: 'Q2', stage: 'PRODUCTION', enteredOn: null },
        { id: 'P', on: 'Q2', stage: 'PILOT', enteredOn: null },
      ],
      [move('C', { on: day('2026-04-01') }), move('R', { wasInProduction: true })],
    );
    expect(page.inProduction).toMatchObject({ count: 4, previous: 0, entered: 2, firstRecorded: 2, left: 0 });
    expect(page.pilots).toMatchObject({ count: 1, previous: 3, entered: 0, firstRecorded: 1, left: 3 });
    expect(page.headline).toMatch(/^One initiative reached production\. One pilot is running;/);
  });

  it('lists pilots over the limit without a plan, and does not count them as stuck', () => {
    // 1 Jan 2025 to 30 Jun 2026 are 545 days; B was last seen on day 365: not over. C's entry is unknown.
    const page = pageOf(
      [{ id: 'A', on: 'Q2', stage: 'PILOT' }],
      [],
      [
        pilot('A', '2025-01-01'),
        pilot('B', '2025-01-01', { lastObservedOn: day('2026-01-01') }),
        pilot('C', '2025-01-01', { stageKnownBy: 'OBSERVATION' }),
      ],
    );
    expect(page.stuck).toEqual({
      stuck: 0,
      overLimitNoPlan: 1,
      previous: 0,
      initiativeIds: ['A'],
      longInLimitedProductionIds: [],
    });
    expect(page.headline).toContain(
      'No initiative reached production; one pilot is over the limit with no plan recorded.',
    );
    expect(page.foot).toContain('1 plan not recorded');
  });

  it('counts the age of a pilot from the last day that its date of entry can mean', () => {
    // On 30 Jun 2026: 911 days from 1 Jan 2024, 546 from 31 Dec 2024; 545 from 1 Jan 2025, 181 from 31 Dec 2025.
    const page = pageOf(
      [{ id: 'A', on: 'Q2', stage: 'PILOT' }],
      [],
      [
        pilot('A', '2024-01-01', { stagePrecision: 'YEAR' }),
        pilot('B', '2025-01-01', { stagePrecision: 'YEAR' }),
        pilot('C', '2025-04-01', { stagePrecision: 'QUARTER' }),
        pilot('D', '2025-06-01', { stagePrecision: 'MONTH' }),
        pilot('E', '2025-05-01', { stagePrecision: 'MONTH' }),
      ],
    );
    // C and D end on 30 Jun 2025, 365 days before: not over. E ends on 31 May 2025: 395 days.
    expect(page.stuck.initiativeIds).toEqual(['A', 'E']);
  });

  it('lists who is longer in limited production than a pilot may take, apart from stuck pilots', () => {
    const stage = 'LIMITED_PRODUCTION';
    const page = pageOf(
      [{ id: 'A', on: 'Q2', stage }],
      [],
      [
        pilot('A', '2025-06-30', { stage }),
        pilot('B', '2025-06-29', { stage }),
        pilot('C', '2025-01-01', { stage }),
        pilot('D', '2025-01-01', { stage, stageKnownBy: 'OBSERVATION' }),
      ],
    );
    expect(page.stuck).toMatchObject({
      stuck: 0,
      overLimitNoPlan: 0,
      initiativeIds: [],
      longInLimitedProductionIds: ['C', 'B'],
    });
  });

  it('shows the three moves that matter most, with the reason that was recorded', () => {
    const page = pageOf(
      [{ id: 'A', on: 'Q2', stage: 'PRODUCTION' }],
      [
        move('idea', { stage: 'IDEA', stageBefore: null }),
        move('new-pilot', { stage: 'PILOT', stageBefore: 'IDEA' }),
        move('arrived', { reason: 'Approved by the risk board' }),
        move('stopped', { stage: 'ENDED', on: day('2026-06-01') }),
        move('retired', { stage: 'ENDED', stageBefore: 'PRODUCTION', wasInProduction: true }),
      ],
    );
    expect(page.moved).toEqual([
      { initiativeId: 'arrived', text: 'Pilot to production: Approved by the risk board', on: '2026-05-01' },
      { initiativeId: 'stopped', text: 'Stopped before production, in pilot', on: '2026-06-01' },
      { initiativeId: 'retired', text: 'Retired after production', on: '2026-05-01' },
    ]);
  });

  it('gives an initiative one line, of its weightiest move', () => {
    const page = pageOf(
      [{ id: 'A', on: 'Q2', stage: 'SCALED' }],
      [
        move('A', { on: day('2026-04-01') }),
        move('A', { stage: 'SCALED', stageBefore: 'PRODUCTION', wasInProduction: true }),
        move('B', { stage: 'PILOT', stageBefore: 'IDEA' }),
      ],
    );
    expect(page.moved.map(({ initiativeId, text }) => [initiativeId, text])).toEqual([
      ['A', 'Pilot to production'],
      ['B', 'Idea to pilot'],
    ]);
  });

  it('says how far its figures reach', () => {
    const page = pageOf([
      { id: 'A', on: 'Q2', stage: 'PILOT', score: 50 },
      { id: 'B', on: 'Q2', stage: 'PILOT' },
      { id: 'C', on: 'Q2', stage: null },
    ]);
    expect(page.foot).toEqual([
      'Readiness current for 1 of 2',
      '1 initiative without a recorded stage left out',
      'Method 1.0',
    ]);
  });

  it('says so when there was nothing', () => {
    expect(pageOf([]).headline).toBe('There was no active initiative in this quarter.');
  });
});
