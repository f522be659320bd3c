import { describe, expect, it } from '@jest/globals';
import { sourcesOf } from '../../fixtures/dataset.js';
import { stageLog as log, type WrittenEvent as Written } from '../../fixtures/stage-log.js';
import { day } from '../calendar/day.js';
import { cumulativeIncidence } from '../survival/cumulative-incidence.js';
import { conversionCounts, conversionRates } from './conversion.js';
import { finishedOnly } from './finished-only.js';
import {
  type JourneyScope,
  journeySubject,
  PILOT_EXITS,
  pilotJourney,
  type PilotWatch,
} from './pilot-journey.js';
import { type StageLog } from './stage-log.js';
import { chanceWithin } from './own-pilot-limit.js';

const watch: PilotWatch = { completeSince: null, lastObservedOn: day('2026-06-30'), asOf: day('2026-06-30') };

describe('The journey of a pilot', () => {
  it('ends with production or later', () => {
    // 1 Mar to 31 May 2025 is 91 days.
    for (const stage of ['PRODUCTION', 'SCALED'] as const) {
      expect(
        pilotJourney(
          log([
            ['PILOT', '2025-03-01'],
            ['LIMITED_PRODUCTION', '2025-04-01'],
            [stage, '2025-05-31'],
          ]),
          watch,
        ),
      ).toEqual({
        kind: 'followed',
        entryDay: '2025-03-01',
        exitDay: '2025-05-31',
        cause: 'production',
        leftUndated: false,
        days: 91,
        observedFromDay: 0,
        isSameDayPassage: false,
      });
    }
  });

  it('ends stopped or merged before production, also from limited production', () => {
    expect(
      pilotJourney(
        log([
          ['PILOT', '2025-03-01'],
          ['LIMITED_PRODUCTION', '2025-04-01'],
          ['ENDED', '2025-05-31'],
        ]),
        watch,
      ),
    ).toMatchObject({ cause: 'stopped', days: 91 });
    expect(
      pilotJourney(
        log([
          ['PILOT', '2025-03-01'],
          ['ENDED', '2025-05-31', { mergedInto: 'AI-9' }],
        ]),
        watch,
      ),
    ).toMatchObject({ cause: 'merged' });
  });

  it('counts from the first entry and to the first production, through moves back', () => {
    const back = log([
      ['PILOT', '2025-01-01'],
      ['IDEA', '2025-02-01'],
      ['PILOT', '2025-03-01'],
      ['PRODUCTION', '2025-04-01'],
      ['PILOT', '2025-05-01'],
      ['SCALED', '2025-06-01'],
    ]);
    expect(pilotJourney(back, watch)).toMatchObject({
      entryDay: '2025-01-01',
      exitDay: '2025-04-01',
      days: 90,
    });
  });

  it('still runs until the day it was last observed, not until the report day', () => {
    const running = log([['PILOT', '2026-01-01']]);
    expect(pilotJourney(running, { ...watch, lastObservedOn: day('2026-03-02') })).toMatchObject({
      cause: 'running',
      exitDay: '2026-03-02',
      days: 60,
    });
    expect(pilotJourney(running, { ...watch, lastObservedOn: day('2027-01-01') })).toMatchObject({
      exitDay: '2026-06-30',
    });
    expect(pilotJourney(running, { ...watch, lastObservedOn: null })).toMatchObject({
      exitDay: '2026-01-01',
      days: 0,
    });
  });

  it('does not know what comes after the report day', () => {
    const later = log([
      ['PILOT', '2026-01-01'],
      ['PRODUCTION', '2026-07-01'],
    ]);
    expect(pilotJourney(later, watch)).toMatchObject({ cause: 'running', exitDay: '2026-06-30' });
    expect(pilotJourney(later, { ...watch, asOf: day('2025-12-31') })).toEqual({ kind: 'no-pilot' });
  });

  it('counts half a day for a passage within one day', () => {
    const sameDay = log([
      ['PRODUCTION', '2025-03-01'],
      ['PILOT', '2025-03-01'],
    ]);
    expect(pilotJourney(sameDay, watch)).toMatchObject({
      kind: 'followed',
      days: 0.5,
      isSameDayPassage: true,
    });
  });

  it('enters late when the register was complete only later, and is history when it was over by then', () => {
    const arrived = log([
      ['PILOT', '2024-06-01'],
      ['PRODUCTION', '2025-03-01'],
    ]);
    // 1 Jun 2024 to 1 Jan 2025 is 214 days.
    const late = pilotJourney(arrived, { ...watch, completeSince: day('2025-01-01') });
    expect(late).toMatchObject({ kind: 'followed', days: 273, observedFromDay: 214 });
    expect(journeySubject(late)).toEqual({ entry: 214, exit: 273, cause: 'production' });
    const history = pilotJourney(arrived, { ...watch, completeSince: day('2025-03-01') });
    expect(history).toMatchObject({ kind: 'history', cause: 'production' });
    expect(journeySubject(history)).toBeNull();
  });

  it('is not history when it still ran on the day the register became complete', () => {
    const running = log([['PILOT', '2024-06-01']]);
    const imported = { ...watch, completeSince: day('2025-01-01'), lastObservedOn: day('2025-01-01') };
    const journey = pilotJourney(running, imported);
    expect(journey).toMatchObject({ kind: 'not-yet-watched', cause: 'running', exitDay: '2025-01-01' });
    expect(journeySubject(journey)).toBeNull();
    expect(conversionCounts([journey])).toMatchObject({ entered: 1, running: 1 });
    const seenAgain = { ...imported, lastObservedOn: day('2025-01-02') };
    expect(pilotJourney(running, seenAgain)).toMatchObject({
      kind: 'followed',
      observedFromDay: 214,
      days: 215,
    });
  });

  it('can be confirmed very often', () => {
    const often: StageLog = {
      ...log([['PILOT', '2025-01-01']]),
      observations: Array.from({ length: 200_000 }, (_, index) => ({
        id: `o${index}`,
        stage: 'PILOT',
        on: day('2025-05-05'),
      })),
    };
    expect(pilotJourney(often, { ...watch, lastObservedOn: null })).toMatchObject({ exitDay: '2025-05-05' });
  });

  it('neither starts nor ends by an observation', () => {
    expect(pilotJourney(log([['PRODUCTION', '2025-06-01']], [['PILOT', '2025-03-01']]), watch)).toEqual({
      kind: 'entry-unknown',
    });
    expect(pilotJourney(log([['PILOT', '2025-06-01']], [['PILOT', '2025-03-01']]), watch)).toEqual({
      kind: 'entry-unknown',
    });
    // Seen in pilot on 1 May and in production on 1 Aug: it left on some day in between.
    expect(
      pilotJourney(
        log(
          [['PILOT', '2025-03-01']],
          [
            ['PILOT', '2025-05-01'],
            ['PRODUCTION', '2025-08-01'],
          ],
        ),
        watch,
      ),
    ).toMatchObject({
      kind: 'followed',
      cause: 'running',
      exitDay: '2025-05-01',
      leftUndated: true,
    });
  });

  it('can be measured from the idea or from a day, and to limited production', () => {
    const way = log([
      ['IDEA', '2025-01-01'],
      ['PILOT', '2025-03-01'],
      ['LIMITED_PRODUCTION', '2025-04-01'],
      ['PRODUCTION', '2025-05-31'],
    ]);
    const days = (scope: JourneyScope) => {
      const journey = pilotJourney(way, watch, scope);
      return journey.kind === 'followed' ? [journey.entryDay, journey.cause, journey.days] : journey.kind;
    };
    expect(days({})).toEqual(['2025-03-01', 'production', 91]);
    expect(days({ from: 'IDEA' })).toEqual(['2025-01-01', 'production', 150]);
    expect(days({ to: 'LIMITED_PRODUCTION' })).toEqual(['2025-03-01', 'production', 31]);
    expect(days({ from: { on: day('2025-02-01') } })).toEqual(['2025-02-01', 'production', 119]);
    // Funded when it was there already, funded later than the report; no idea recorded.
    expect(days({ from: { on: day('2025-06-01') } })).toBe('out-of-order');
    expect(days({ from: { on: day('2026-07-01') } })).toBe('no-pilot');
    expect(pilotJourney(log([['PILOT', '2025-03-01']]), watch, { from: 'IDEA' })).toEqual({
      kind: 'entry-unknown',
    });
    expect(pilotJourney(log([]), watch, { from: 'IDEA' })).toEqual({ kind: 'no-pilot' });
  });

  it('is counted apart with coarse dates, out of order, or without a pilot', () => {
    expect(
      pilotJourney(
        log([
          ['PILOT', '2025-03-01', { precision: 'MONTH' }],
          ['PRODUCTION', '2025-06-01'],
        ]),
        watch,
      ),
    ).toMatchObject({ kind: 'coarse-dates', cause: 'production' });
    expect(
      pilotJourney(
        log([
          ['PILOT', '2025-03-01'],
          ['PRODUCTION', '2025-04-01', { precision: 'QUARTER' }],
        ]),
        watch,
      ),
    ).toMatchObject({ kind: 'coarse-dates' });
    expect(
      pilotJourney(
        log([
          ['PRODUCTION', '2025-03-01'],
          ['PILOT', '2025-06-01'],
        ]),
        watch,
      ),
    ).toEqual({ kind: 'out-of-order' });
    expect(
      pilotJourney(
        log([
          ['IDEA', '2025-03-01'],
          ['PRODUCTION', '2025-06-01'],
        ]),
        watch,
      ),
    ).toEqual({ kind: 'no-pilot' });
    expect(pilotJourney(log([]), watch)).toEqual({ kind: 'no-pilot' });
  });
});

interface GoldenPortfolio {
  as_of: string;
  initiatives: {
    id: string;
    pilot_start: string;
    registered: string;
    outcome: 'production' | 'abandoned' | null;
    outcome_date: string | null;
    days: number;
    entry_day: number;
    cause: 0 | 1 | 2;
  }[];
  expected: {
    counts: { production: number; abandoned: number; open: number; n: number };
    resolved_only_rate: number;
    crude_rate: number;
    bounds: [number, number];
    cif_production_365: number;
    completers_only: { median: number; mean: number };
  };
}

for (const { from, data } of sourcesOf<GoldenPortfolio>('golden_portfolio_computed_here')) {
  describe(`Pilot to production on ${from}`, () => {
    const asOf = day(data.as_of);
    const logs = data.initiatives.map(({ pilot_start, outcome, outcome_date }) =>
      log([
        ['PILOT', pilot_start],
        ...(outcome && outcome_date
          ? [[outcome === 'production' ? 'PRODUCTION' : 'ENDED', outcome_date] as Written]
          : []),
      ]),
    );
    const journeys = data.initiatives.map(({ pilot_start, registered }, index) =>
      pilotJourney(logs[index]!, {
        asOf,
        lastObservedOn: asOf,
        completeSince: registered > pilot_start ? day(registered) : null,
      }),
    );
    const { expected } = data;

    it('has the subjects of the file', () => {
      expect(journeys.map(journeySubject)).toEqual(
        data.initiatives.map(({ days, entry_day, cause }) => ({
          entry: entry_day,
          exit: days,
          cause: [null, 'production', 'stopped'][cause],
        })),
      );
    });

    it('gives counts, crude and resolved rate and the bounds', () => {
      const counts = conversionCounts(journeys);
      const { production, abandoned, open, n } = expected.counts;
      expect(counts).toEqual({ entered: n, production, stopped: abandoned, merged: 0, running: open });
      const rates = conversionRates(counts);
      expect(rates).toEqual({
        kind: 'rates',
        crude: expected.crude_rate,
        resolvedOnly: expected.resolved_only_rate,
        bounds: { low: expected.bounds[0], high: expected.bounds[1] },
      });
    });

    it('gives median and mean of those that arrived, which flatter', () => {
      const { median, mean } = expected.completers_only;
      expect(finishedOnly(journeys)).toEqual({
        kind: 'finished-only',
        n: expected.counts.production,
        medianDays: median,
        meanDays: expect.closeTo(mean, 12),
      });
      expect(finishedOnly([])).toEqual({ kind: 'unavailable', reason: 'nobody-arrived' });
    });

    it('gives the chance of a pilot that still runs', () => {
      const subjects = journeys.flatMap((journey) => journeySubject(journey) ?? []);
      const curves = cumulativeIncidence(subjects, PILOT_EXITS);
      if (curves.kind === 'unavailable') throw new Error(curves.reason);
      // (F(375) - F(200)) / S(200) = (0.501786 - 0.1) / 0.7875.
      expect(chanceWithin(curves, 'production', 200, 175)).toBeCloseTo(
        (expected.cif_production_365 - 0.1) / 0.7875,
        10,
      );
      expect(chanceWithin(curves, 'production', 400, 175)).toEqual({
        kind: 'unavailable',
        reason: 'beyond-last-observation',
      });
    });
  });
}
