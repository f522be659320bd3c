import { describe, expect, it } from '@jest/globals';
import { stageLog as log, type WrittenEvent as Written } from '../../fixtures/stage-log.js';
import { day } from '../calendar/day.js';
import { pilotJourney, type PilotWatch } from './pilot-journey.js';
import { type Stage } from './stage.js';

const watch: PilotWatch = { completeSince: null, lastObservedOn: day('2026-06-30'), asOf: day('2026-06-30') };

describe('A journey', () => {
  it.each<[string, Written[], [Stage, string][], string]>([
    ['seen in pilot only', [], [['PILOT', '2025-03-01']], 'entry-unknown'],
    ['seen in production only', [], [['PRODUCTION', '2025-03-01']], 'entry-unknown'],
    [
      'seen as an idea and at its end',
      [],
      [
        ['IDEA', '2025-03-01'],
        ['ENDED', '2025-06-01'],
      ],
      'no-pilot',
    ],
    ['dated as an idea only', [['IDEA', '2025-03-01']], [], 'no-pilot'],
    [
      'in production on a day, and in pilot before',
      [['PRODUCTION', '2025-06-01']],
      [['PILOT', '2025-03-01']],
      'entry-unknown',
    ],
    [
      'in production on a day, and an idea before',
      [['PRODUCTION', '2025-06-01']],
      [['IDEA', '2025-03-01']],
      'no-pilot',
    ],
    [
      'ended on a day, and seen in production before',
      [['ENDED', '2025-06-01']],
      [['PRODUCTION', '2025-03-01']],
      'no-pilot',
    ],
    [
      'an idea on a day, and seen in production later',
      [['IDEA', '2025-03-01']],
      [['PRODUCTION', '2025-06-01']],
      'entry-unknown',
    ],
  ])('without a dated pilot, %s, has a reason of its own', (_, events, observations, kind) => {
    expect(pilotJourney(log(events, observations), watch)).toEqual({ kind });
  });

  it('from the idea needs a day of the idea', () => {
    const fromIdea = (events: Written[], observations: [Stage, string][] = []) =>
      pilotJourney(log(events, observations), watch, { from: 'IDEA' });
    expect(fromIdea([['PILOT', '2025-03-01']])).toEqual({ kind: 'entry-unknown' });
    expect(fromIdea([])).toEqual({ kind: 'no-pilot' });
    expect(
      fromIdea([
        ['PILOT', '2025-03-01'],
        ['IDEA', '2025-06-01'],
      ]),
    ).toEqual({ kind: 'out-of-order' });
    expect(fromIdea([['IDEA', '2025-06-01']], [['IDEA', '2025-03-01']])).toEqual({ kind: 'entry-unknown' });
  });

  it('from a day of its own takes what happened on that day, and nothing before', () => {
    const from = { on: day('2025-03-01') };
    const since = (on: string) => pilotJourney(log([['PRODUCTION', on]]), watch, { from });
    expect(since('2025-03-01')).toMatchObject({ kind: 'followed', days: 0.5, isSameDayPassage: true });
    expect(since('2025-02-28')).toEqual({ kind: 'out-of-order' });
    const atTheEnd = { from: { on: watch.asOf } };
    expect(pilotJourney(log([]), watch, atTheEnd)).toMatchObject({
      kind: 'followed',
      days: 0,
      cause: 'running',
    });
    expect(pilotJourney(log([]), watch, { from: { on: day('2026-07-01') } })).toEqual({ kind: 'no-pilot' });
  });

  it('that is seen past the pilot before its dated end ran until it was last seen in it', () => {
    const seen = (on: string) =>
      pilotJourney(
        log(
          [
            ['PILOT', '2025-03-01'],
            ['PRODUCTION', '2025-06-01'],
          ],
          [['PRODUCTION', on]],
        ),
        watch,
      );
    expect(seen('2025-05-31')).toMatchObject({ cause: 'running', leftUndated: true, days: 0 });
    expect(seen('2025-06-01')).toMatchObject({ cause: 'production', leftUndated: false, days: 92 });
    expect(seen('2025-06-02')).toMatchObject({ cause: 'production', leftUndated: false, days: 92 });
  });
});
