import { describe, expect, it } from '@jest/globals';
import { day, type Stage } from '@pilotage/analytics';
import {
  checkEvent,
  checkObservation,
  type StageProblem,
  storedDay,
  type TimelineRecord,
} from './stage.rules.js';

const TODAY = day('2025-06-30');

const event = (id: string, stage: Stage, on: string, more: Partial<TimelineRecord> = {}): TimelineRecord =>
  ({ kind: 'event', id, stage, on: day(on), precision: 'DAY', reason: null, ...more }) as TimelineRecord;
const seen = (id: string, stage: Stage, on: string): TimelineRecord => ({
  kind: 'observation',
  id,
  stage,
  on: day(on),
});

const enter = (
  stage: Stage,
  on: string,
  timeline: TimelineRecord[],
  more: Partial<Parameters<typeof checkEvent>[0]> = {},
): StageProblem | null =>
  checkEvent(
    { stage, on: day(on), precision: 'DAY', reason: null, successorId: null, ...more },
    timeline,
    TODAY,
  );

const observe = (stage: Stage, on: string, timeline: TimelineRecord[]): StageProblem | null =>
  checkObservation({ stage, on: day(on) }, timeline, TODAY);

const conflictsWith = (recordId: string, words: RegExp): unknown =>
  expect.objectContaining({ kind: 'contradiction', recordId, message: expect.stringMatching(words) });

const pilotToProduction = [event('a', 'PILOT', '2024-02-01'), event('b', 'PRODUCTION', '2024-11-15')];

describe('entering a stage', () => {
  it.each([
    ['the first record of all', 'PILOT', '2024-01-01', []],
    ['on the day itself', 'SCALED', '2025-06-30', pilotToProduction],
    ['a back-dated idea before the pilot', 'IDEA', '2023-12-01', pilotToProduction],
    ['a stage in between, learned later', 'LIMITED_PRODUCTION', '2024-06-01', pilotToProduction],
    ['a move back', 'PILOT', '2025-01-10', pilotToProduction],
    ['pilot and production on one day', 'PILOT', '2024-11-15', [event('b', 'PRODUCTION', '2024-11-15')]],
    ['the entry of what was only seen before', 'PILOT', '2024-03-01', [seen('o', 'PILOT', '2024-12-16')]],
    ['an end', 'ENDED', '2025-02-01', pilotToProduction],
  ] satisfies [string, Stage, string, TimelineRecord[]][])('accepts %s', (_, stage, on, timeline) => {
    expect(enter(stage, on, timeline)).toBeNull();
  });

  it('refuses days before 1970 and after today', () => {
    expect(enter('PILOT', '1969-12-31', [])).toMatchObject({ kind: 'invalid', field: 'on' });
    expect(enter('PILOT', '2025-07-01', [])).toMatchObject({
      kind: 'invalid',
      field: 'on',
      message: expect.stringContaining('today is 2025-06-30'),
    });
  });

  it('refuses to enter the stage it is in, and names the record', () => {
    expect(enter('PRODUCTION', '2025-01-10', pilotToProduction)).toEqual(
      conflictsWith('b', /in production since 2024-11-15.*Correct the date/),
    );
    expect(enter('PILOT', '2025-01-10', [seen('o', 'PILOT', '2024-12-16')])).toEqual(
      conflictsWith('o', /seen in pilot on 2024-12-16/),
    );
  });

  it('refuses an earlier entry into a stage that follows with nothing in between', () => {
    expect(enter('PILOT', '2023-05-01', pilotToProduction)).toEqual(
      conflictsWith('a', /no other stage in between/),
    );
  });

  it('asks for a reason to go on after the end', () => {
    const ended = [...pilotToProduction, event('c', 'ENDED', '2025-02-01')];
    expect(enter('PILOT', '2025-03-01', ended)).toEqual(
      conflictsWith('c', /ended since 2025-02-01.*reopening/),
    );
    expect(enter('PILOT', '2025-03-01', ended, { reason: 'New budget' })).toBeNull();
  });

  it('refuses an end before later records, unless the next one is a reopening', () => {
    expect(enter('ENDED', '2024-06-01', pilotToProduction)).toEqual(conflictsWith('b', /Choose a later day/));
    const reopened = [
      event('a', 'PILOT', '2024-02-01'),
      event('b', 'PRODUCTION', '2024-11-15', { reason: 'Reopened' }),
    ];
    expect(enter('ENDED', '2024-06-01', reopened)).toBeNull();
  });

  it('refuses a coarse date that leaves open which came first', () => {
    const timeline = [event('a', 'PILOT', '2024-03-15')];
    expect(enter('PRODUCTION', '2024-03-01', timeline, { precision: 'MONTH' })).toEqual(
      conflictsWith('a', /2024-03 leaves open which came first/),
    );
    expect(enter('PRODUCTION', '2024-04-01', timeline, { precision: 'MONTH' })).toBeNull();
    expect(enter('IDEA', '2024-03-01', timeline, { precision: 'MONTH' })).toBeNull();
  });

  it('accepts a successor of an end only', () => {
    expect(enter('SCALED', '2025-02-01', pilotToProduction, { successorId: 'x' })).toMatchObject({
      kind: 'invalid',
      field: 'successorId',
    });
    expect(enter('ENDED', '2025-02-01', pilotToProduction, { successorId: 'x' })).toBeNull();
  });
});

describe('having been seen in a stage', () => {
  it('confirms the stage, or says another one', () => {
    expect(observe('PRODUCTION', '2025-06-01', pilotToProduction)).toBeNull();
    expect(observe('PILOT', '2025-06-01', pilotToProduction)).toBeNull();
  });

  it('refuses another stage on the day of a record', () => {
    expect(observe('PILOT', '2024-11-15', pilotToProduction)).toEqual(conflictsWith('b', /On that day/));
  });

  it('refuses life after the end and an end before life', () => {
    const ended = [event('a', 'PILOT', '2024-02-01'), event('b', 'ENDED', '2024-11-15')];
    expect(observe('PILOT', '2025-01-01', ended)).toEqual(conflictsWith('b', /ended since 2024-11-15/));
    expect(observe('ENDED', '2024-06-01', pilotToProduction)).toEqual(conflictsWith('b', /later day/));
  });
});

describe('a coarse day', () => {
  it('is stored as the first of its period', () => {
    expect(storedDay(day('2024-05-17'), 'MONTH')).toBe('2024-05-01');
    expect(storedDay(day('2024-05-17'), 'QUARTER')).toBe('2024-04-01');
    expect(storedDay(day('2024-05-17'), 'YEAR')).toBe('2024-01-01');
    expect(storedDay(day('2024-05-17'), 'DAY')).toBe('2024-05-17');
  });
});
