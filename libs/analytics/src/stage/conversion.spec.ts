import { describe, expect, it } from '@jest/globals';
import { stageLog } from '../../fixtures/stage-log.js';
import { type Day, day } from '../calendar/day.js';
import { conversionCounts, conversionRates, matureCohort } from './conversion.js';
import { type PilotJourney, pilotJourney } from './pilot-journey.js';
import { type Stage } from './stage.js';

const asOf = day('2026-06-30');
type Written = readonly [Stage, string];
const journey = (
  events: readonly Written[],
  { completeSince = null as Day | null, lastObservedOn = asOf, precision = 'DAY' as 'DAY' | 'YEAR' } = {},
): PilotJourney =>
  pilotJourney(stageLog(events.map(([stage, on]) => [stage, on, { precision }])), {
    completeSince,
    lastObservedOn,
    asOf,
  });
const arrived: readonly Written[] = [
  ['PILOT', '2025-01-01'],
  ['PRODUCTION', '2025-05-01'],
];
const running: readonly Written[] = [['PILOT', '2025-02-01']];

describe('A mature cohort', () => {
  it('is one whose members all had the whole horizon', () => {
    const cohort = [journey(arrived), journey(running), journey(running, { precision: 'YEAR' })];
    expect(matureCohort(cohort, 365, asOf)).toMatchObject({
      entered: 2,
      arrived: 1,
      share: 0.5,
      coarseDates: 1,
    });
    // 1 February 2025 to 31 January 2026 is 364 days.
    expect(matureCohort(cohort, 365, day('2026-01-31'))).toEqual({
      kind: 'unavailable',
      reason: 'not-mature',
    });
    expect(matureCohort([journey(running, { lastObservedOn: day('2025-03-01') })], 365, asOf)).toEqual({
      kind: 'unavailable',
      reason: 'not-mature',
    });
    expect(matureCohort([], 365, asOf)).toEqual({ kind: 'unavailable', reason: 'nobody-entered' });
  });

  it('can have a horizon in months, which is no whole number of days', () => {
    // 12 months are 365.25 days: 1 February 2026 is 365 days after entry, the day after is 366.
    const cohort = (on: string) =>
      matureCohort([journey(running, { lastObservedOn: day(on) })], 365.25, day(on));
    expect(cohort('2026-02-01')).toMatchObject({ reason: 'not-mature' });
    expect(cohort('2026-02-02')).toMatchObject({ kind: 'mature-cohort', entered: 1, arrived: 0 });
  });

  it('has no share where its members were not all watched from the beginning', () => {
    // Three of five stopped before the register was complete, two arrived after: 2 of 2 would be a lie, 2 of 5 is
    // not known either, for others may have ended unseen.
    const completeSince = day('2025-04-01');
    const stopped = journey(
      [
        ['PILOT', '2025-01-01'],
        ['ENDED', '2025-03-01'],
      ],
      { completeSince },
    );
    const survivor = journey(arrived, { completeSince });
    expect([stopped.kind, survivor.kind]).toEqual(['history', 'followed']);
    for (const cohort of [[stopped, stopped, stopped, survivor, survivor], [survivor, survivor], [stopped]])
      expect(matureCohort(cohort, 365, asOf)).toEqual({ kind: 'unavailable', reason: 'register-incomplete' });
  });
});

describe('Conversion rates', () => {
  it('exist only when somebody entered', () => {
    expect(conversionRates(conversionCounts([]))).toEqual({ kind: 'unavailable', reason: 'nobody-entered' });
    expect(conversionRates(conversionCounts([journey(running)]))).toMatchObject({
      resolvedOnly: { kind: 'unavailable', reason: 'nothing-resolved' },
      bounds: { low: 0, high: 1 },
    });
  });
});
