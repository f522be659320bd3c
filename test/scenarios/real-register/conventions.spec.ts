import { day, type Precision, type Stage } from '@pilotage/analytics';
import { describe, expect, it } from '@jest/globals';
import { type Convention, CONVENTIONS, type ListedLog, outcomeOf } from './conventions.js';

const AS_OF = day('2024-12-16');

type Way = readonly [Stage, string, Precision?];

const log = (stage: Stage | null, ...ways: Way[]): ListedLog => ({
  stage,
  events: ways.map(([entered, on, precision = 'DAY']) => ({
    id: `${entered} ${on}`,
    stage: entered,
    on: day(on),
    precision,
  })),
  observations:
    stage !== null && ways.at(-1)?.[0] !== stage ? [{ id: `seen in ${stage}`, stage, on: AS_OF }] : [],
});

const LOGS: readonly ListedLog[] = [
  log('PRODUCTION', ['IDEA', '2022-01-01'], ['PRODUCTION', '2022-07-01']),
  log('PRODUCTION', ['IDEA', '2023-01-01'], ['PRODUCTION', '2023-01-01']),
  // Implemented by its date, but in trial by its stage.
  log('LIMITED_PRODUCTION', ['IDEA', '2021-01-01'], ['PRODUCTION', '2021-12-01']),
  log('PRODUCTION', ['IDEA', '2020-01-01', 'YEAR'], ['PRODUCTION', '2021-01-01', 'YEAR']),
  log('PILOT', ['IDEA', '2022-03-01'], ['PILOT', '2022-02-01']),
  log('ENDED', ['IDEA', '2022-01-01'], ['ENDED', '2024-01-01']),
  // In production or over, but nobody knows since when.
  log('PRODUCTION', ['IDEA', '2022-01-01']),
  // No start, or an end before it.
  log('PRODUCTION', ['PRODUCTION', '2022-01-01']),
  log('PRODUCTION', ['PRODUCTION', '2021-01-01'], ['IDEA', '2022-01-01']),
];

const FIRST: Convention = {
  inProduction: 'by its date',
  serialYears: 'left out',
  sameDay: 'as half a day',
};
const countsBy = (more: Partial<Convention>) => {
  const { n, events, stopped, running, leftUndated } = outcomeOf(LOGS, AS_OF, { ...FIRST, ...more });
  return { n, events, stopped, running, leftUndated };
};

describe('from idea to production', () => {
  it('each convention is there once', () => {
    expect(new Set(CONVENTIONS.map((convention) => Object.values(convention).join())).size).toBe(8);
  });

  it('counts who arrived, was stopped, still runs, or left on a day not recorded', () => {
    expect(countsBy({})).toEqual({ n: 6, events: 3, stopped: 1, running: 1, leftUndated: 1 });
  });

  it('without same-day passages one is gone', () => {
    expect(countsBy({ sameDay: 'left out' })).toMatchObject({ n: 5, events: 2 });
  });

  it('with serial years as mid-year there is one more', () => {
    expect(countsBy({ serialYears: 'as mid-year' })).toMatchObject({ n: 7, events: 4 });
  });

  it('with the stage asked, too, one who was said to have arrived still runs', () => {
    expect(countsBy({ inProduction: 'by its date, if operational' })).toMatchObject({
      n: 6,
      events: 2,
      running: 2,
    });
  });

  it('an end whose year is left out is only seen', () => {
    const half = log('PRODUCTION', ['IDEA', '2022-01-01'], ['PRODUCTION', '2023-01-01', 'YEAR']);
    expect(outcomeOf([half], AS_OF, FIRST)).toMatchObject({ events: 0, running: 0, leftUndated: 1 });
  });

  it('of those that arrived alone gives the easy number', () => {
    // Half a day, 181 and 334 days.
    expect(outcomeOf(LOGS, AS_OF, FIRST).finishedOnlyMedian).toBeCloseTo(181 / 30.4375, 10);
    expect(outcomeOf([], AS_OF, FIRST)).toMatchObject({ n: 0, finishedOnlyMedian: null });
  });
});
