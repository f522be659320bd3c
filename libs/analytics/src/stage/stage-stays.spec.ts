import { describe, expect, it } from '@jest/globals';
import { stageLog as log } from '../../fixtures/stage-log.js';
import { type Day, day } from '../calendar/day.js';
import { occupancy } from '../survival/occupancy.js';
import { type PilotWatch } from './pilot-journey.js';
import { STAGES } from './stage.js';
import { STAGE_EXITS, stageStays, stageVisits, totalStay } from './stage-stays.js';
import { cumulativeIncidence } from '../survival/cumulative-incidence.js';

describe('Stays from a stage log', () => {
  const asOf = day('2025-12-31');
  const seen = (lastObservedOn: Day | null): PilotWatch => ({ completeSince: null, lastObservedOn, asOf });

  it('follow the way, moves back included, to the last observation', () => {
    const way = log([
      ['IDEA', '2025-01-01'],
      ['PILOT', '2025-01-11'],
      ['PRODUCTION', '2025-01-31'],
      ['PILOT', '2025-02-10'],
    ]);
    expect(stageStays(way, seen(day('2025-03-01')))).toEqual([
      { state: 'IDEA', from: 0, to: 10, next: 'PILOT' },
      { state: 'PILOT', from: 10, to: 30, next: 'PRODUCTION' },
      { state: 'PRODUCTION', from: 30, to: 40, next: 'PILOT' },
      { state: 'PILOT', from: 40, to: 59, next: null },
    ]);
  });

  it('share a day between the stages entered on it', () => {
    expect(
      stageStays(
        log([
          ['IDEA', '2025-01-01'],
          ['PILOT', '2025-01-01'],
          ['PRODUCTION', '2025-01-05'],
        ]),
        seen(null),
      ),
    ).toEqual([
      { state: 'IDEA', from: 0, to: 0.5, next: 'PILOT' },
      { state: 'PILOT', from: 0.5, to: 4, next: 'PRODUCTION' },
      { state: 'PRODUCTION', from: 4, to: 4, next: null },
    ]);
  });

  it('break off where another stage is observed, and need exact days', () => {
    const lost = log(
      [['PILOT', '2025-01-01']],
      [
        ['PILOT', '2025-01-21'],
        ['SCALED', '2025-06-01'],
      ],
    );
    expect(stageStays(lost, seen(day('2025-07-01')))).toEqual([
      { state: 'PILOT', from: 0, to: 20, next: null },
    ]);
    const coarse = {
      ...log([]),
      events: [{ id: 'e', stage: 'PILOT' as const, on: day('2025-01-01'), precision: 'YEAR' as const }],
    };
    expect(stageStays(coarse, seen(null))).toEqual([]);
    expect(stageStays(log([]), seen(null))).toEqual([]);
  });

  it('make the shares of a portfolio over time', () => {
    const stays = [
      log([
        ['PILOT', '2025-01-01'],
        ['PRODUCTION', '2025-01-11'],
        ['PILOT', '2025-01-31'],
      ]),
      log([
        ['PILOT', '2025-03-01'],
        ['ENDED', '2025-03-21'],
      ]),
    ].flatMap((each) => stageStays(each, seen(asOf)));
    const result = occupancy(stays, STAGES);
    // Day 10: one of two arrives; day 20: the other ends; day 30: the first moves back.
    expect(
      result.kind === 'occupancy' &&
        result.steps
          .slice(0, 3)
          .map(({ time, shares }) => [time, shares.PILOT, shares.PRODUCTION, shares.ENDED]),
    ).toEqual([
      [10, 0.5, 0.5, 0],
      [20, 0, 0.5, 0.5],
      [30, 0.5, 0, 0.5],
    ]);
  });

  it('begin late where the register was complete only later', () => {
    const way = log([
      ['IDEA', '2023-01-01'],
      ['PILOT', '2024-01-01'],
      ['PRODUCTION', '2025-06-01'],
    ]);
    const late = { completeSince: day('2025-01-01'), lastObservedOn: asOf, asOf };
    // 1 Jan 2023 to 1 Jan 2025 is 731 days, to 1 Jun 2025 882, to 31 Dec 2025 1095. The idea was over by then.
    expect(stageStays(way, late)).toEqual([
      { state: 'PILOT', from: 731, to: 882, next: 'PRODUCTION' },
      { state: 'PRODUCTION', from: 882, to: 1095, next: null },
    ]);
    // Counted from pilot entry: 366 and 517 days.
    expect(stageStays(way, late, 'PILOT')[0]).toEqual({
      state: 'PILOT',
      from: 366,
      to: 517,
      next: 'PRODUCTION',
    });
    expect(stageStays(way, late, 'SCALED')).toEqual([]);
    expect(stageStays(log([['PILOT', '2024-01-01']]), { ...late, lastObservedOn: null })).toEqual([]);
  });

  it('tell the time in a stage, by how it was left', () => {
    const way = log([
      ['PILOT', '2025-01-01'],
      ['PRODUCTION', '2025-01-31'],
      ['PILOT', '2025-02-10'],
      ['ENDED', '2025-02-20'],
    ]);
    expect(stageVisits(way, seen(asOf), 'PILOT')).toEqual([
      { entry: 0, exit: 30, cause: 'onward' },
      { entry: 0, exit: 10, cause: 'ended' },
    ]);
    expect(stageVisits(way, seen(asOf), 'PRODUCTION')).toEqual([{ entry: 0, exit: 10, cause: 'back' }]);
    expect(totalStay(stageVisits(way, seen(asOf), 'PILOT'))).toEqual({
      kind: 'total',
      days: 40,
      visits: 2,
      isOpen: false,
    });
    expect(totalStay([])).toEqual({ kind: 'unavailable', reason: 'never-there' });
    const late = { completeSince: day('2025-01-11'), lastObservedOn: asOf, asOf };
    expect(stageVisits(way, late, 'PILOT')[0]).toEqual({ entry: 10, exit: 30, cause: 'onward' });
    const curves = cumulativeIncidence(stageVisits(way, seen(asOf), 'PILOT'), STAGE_EXITS);
    // Of two stays one ended on day 10 and one went on by day 30.
    expect(curves).toMatchObject({ steps: [{ remaining: 0.5 }, { causes: { onward: { incidence: 0.5 } } }] });
  });
});
