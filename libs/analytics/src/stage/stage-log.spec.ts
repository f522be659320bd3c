import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { day } from '../calendar/day.js';
import { nextStageOf, type Stage, STAGES } from './stage.js';
import {
  currentStage,
  furthestStage,
  outcomeOf,
  stageEntries,
  type StageEvent,
  type StageLog,
  type StageObservation,
} from './stage-log.js';

let count = 0;
const event = (stage: Stage, on: string, more: Partial<StageEvent> = {}): StageEvent => ({
  id: `e${(count += 1)}`,
  stage,
  on: day(on),
  precision: 'DAY',
  ...more,
});
const seen = (stage: Stage, on: string): StageObservation => ({ id: `o${(count += 1)}`, stage, on: day(on) });
const log = (events: StageEvent[], observations: StageObservation[] = []): StageLog => ({
  events,
  observations,
});

describe('The stage on a day', () => {
  const way = log([
    event('IDEA', '2025-01-10'),
    event('PILOT', '2025-03-01'),
    event('PRODUCTION', '2025-09-01'),
  ]);

  it('is the last one entered up to and including the day', () => {
    expect(currentStage(way, day('2025-01-09'))).toEqual({ kind: 'unknown' });
    expect(currentStage(way, day('2025-02-28'))).toMatchObject({ stage: 'IDEA' });
    expect(currentStage(way, day('2025-03-01'))).toEqual({
      kind: 'stage',
      stage: 'PILOT',
      since: { on: '2025-03-01', precision: 'DAY' },
    });
  });

  it('is unknown without a log', () => {
    expect(currentStage(log([]), day('2025-01-01'))).toEqual({ kind: 'unknown' });
    expect(furthestStage(log([]), day('2025-01-01'))).toBeNull();
    expect(outcomeOf(log([]), day('2025-01-01'))).toEqual({ kind: 'not-ended' });
  });

  it('can be observed without a known beginning, and an observation of the same stage keeps the known one', () => {
    expect(currentStage(log([], [seen('PILOT', '2025-05-01')]), day('2025-06-01'))).toEqual({
      kind: 'stage',
      stage: 'PILOT',
      since: null,
    });
    const confirmed = log([event('PILOT', '2025-03-01')], [seen('PILOT', '2025-05-01')]);
    expect(currentStage(confirmed, day('2025-06-01'))).toMatchObject({ since: { on: '2025-03-01' } });
    const moved = log([event('PILOT', '2025-03-01')], [seen('PRODUCTION', '2025-05-01')]);
    expect(currentStage(moved, day('2025-06-01'))).toEqual({
      kind: 'stage',
      stage: 'PRODUCTION',
      since: null,
    });
  });

  it('is what an event says where an observation of the same day disagrees', () => {
    expect(
      currentStage(log([event('PILOT', '2025-03-01')], [seen('IDEA', '2025-03-01')]), day('2025-03-01')),
    ).toMatchObject({ stage: 'PILOT' });
  });

  it('follows the way where several are entered on one day, or the position where that is given', () => {
    const forward = log([event('PRODUCTION', '2025-03-01'), event('PILOT', '2025-03-01')]);
    expect(currentStage(forward, day('2025-03-01'))).toMatchObject({ stage: 'PRODUCTION' });
    const back = log([
      event('PRODUCTION', '2025-03-01', { position: 1 }),
      event('PILOT', '2025-03-01', { position: 2 }),
    ]);
    expect(currentStage(back, day('2025-03-01'))).toMatchObject({ stage: 'PILOT' });
    expect(furthestStage(back, day('2025-03-01'))).toBe('PRODUCTION');
  });
});

describe('The outcome of an end', () => {
  const ended = (...before: StageEvent[]) =>
    outcomeOf(log([...before, event('ENDED', '2026-01-01')]), day('2026-01-01'));

  it('is retired when production or later was ever reached, else abandoned', () => {
    expect(ended(event('PILOT', '2025-01-01'))).toMatchObject({ outcome: 'ABANDONED' });
    expect(ended(event('LIMITED_PRODUCTION', '2025-01-01'))).toMatchObject({ outcome: 'ABANDONED' });
    expect(ended(event('SCALED', '2025-01-01'), event('PILOT', '2025-06-01'))).toMatchObject({
      outcome: 'RETIRED',
    });
    expect(
      outcomeOf(log([event('ENDED', '2026-01-01')], [seen('PRODUCTION', '2025-01-01')]), day('2026-01-01')),
    ).toMatchObject({ outcome: 'RETIRED' });
  });

  it('is merged with a successor', () => {
    const merged = log([
      event('PRODUCTION', '2025-01-01'),
      event('ENDED', '2026-01-01', { mergedInto: 'AI-007' }),
    ]);
    expect(outcomeOf(merged, day('2026-01-01'))).toEqual({
      kind: 'ended',
      outcome: 'MERGED',
      mergedInto: 'AI-007',
    });
    expect(outcomeOf(merged, day('2025-12-31'))).toEqual({ kind: 'not-ended' });
  });

  it('is that of the end in force, not of one that it was taken back from', () => {
    const again = log(
      [event('ENDED', '2025-01-01', { mergedInto: 'AI-007' }), event('PILOT', '2025-06-01')],
      [seen('ENDED', '2026-01-01')],
    );
    expect(outcomeOf(again, day('2026-01-01'))).toMatchObject({ outcome: 'ABANDONED', mergedInto: null });
  });
});

describe('Stages', () => {
  it('have a next one until scaled', () => {
    expect(STAGES.map(nextStageOf)).toEqual([
      'PILOT',
      'LIMITED_PRODUCTION',
      'PRODUCTION',
      'SCALED',
      null,
      null,
    ]);
  });
});

describe('The order of a log', () => {
  const entryArbitrary = fc.record({
    stage: fc.constantFrom(...STAGES),
    on: fc.integer({ min: 1, max: 9 }).map((date) => day(`2025-03-0${date}`)),
    position: fc.nat(2),
  });

  it('does not depend on the order of the input', () => {
    fc.assert(
      fc.property(fc.array(entryArbitrary), fc.array(entryArbitrary), (events, observations) => {
        const forward = log(
          events.map((each, index) => ({ ...each, id: `e${index}`, precision: 'DAY' as const })),
          observations.map(({ stage, on }, index) => ({ stage, on, id: `o${index}` })),
        );
        const backward = {
          events: forward.events.toReversed(),
          observations: forward.observations.toReversed(),
        };
        expect(stageEntries(backward, day('2025-03-07'))).toEqual(stageEntries(forward, day('2025-03-07')));
      }),
    );
  });
});
