import { day, type StageEvent } from '@pilotage/analytics';
import { describe, expect, it } from '@jest/globals';
import { assembleTimeToProduction, type ObservedLog } from './assemble-time-to-production.js';

const asOf = day('2026-06-30');
const complete = { registerId: null, completeSince: day('2025-01-01'), livingOnly: false };

type Way = readonly [StageEvent['stage'], string, StageEvent['precision']?];

const log = (initiativeId: string, ways: readonly Way[], lastObservedOn = '2026-06-30'): ObservedLog => ({
  initiativeId,
  lastObservedOn: day(lastObservedOn),
  registerId: null,
  events: ways.map(([stage, on, precision = 'DAY'], index) => ({
    id: `${initiativeId}${index}`,
    stage,
    on: day(on),
    precision,
  })),
  observations: [],
});

/** Twelve pilots: 5 arrive, 3 are stopped, 4 still run; A01 and A02 began before the register was complete. */
const portfolio = [
  log('A01', [
    ['PILOT', '2024-06-01'],
    ['PRODUCTION', '2025-03-01'],
  ]),
  log('A02', [
    ['PILOT', '2024-09-01'],
    ['ENDED', '2025-05-15'],
  ]),
  log('A03', [
    ['PILOT', '2025-01-15'],
    ['PRODUCTION', '2025-08-15'],
  ]),
  log('A04', [['PILOT', '2025-02-01']]),
  log('A05', [
    ['PILOT', '2025-03-01'],
    ['ENDED', '2025-11-01'],
  ]),
  log('A06', [
    ['PILOT', '2025-04-15'],
    ['PRODUCTION', '2026-01-15'],
  ]),
  log('A07', [
    ['PILOT', '2025-06-01'],
    ['PRODUCTION', '2025-11-15'],
  ]),
  log('A08', [['PILOT', '2025-07-01']]),
  log('A09', [
    ['PILOT', '2025-09-01'],
    ['ENDED', '2026-03-01'],
  ]),
  log('A10', [
    ['PILOT', '2025-10-01'],
    ['SCALED', '2026-05-20'],
  ]),
  log('A11', [['PILOT', '2026-01-10']]),
  log('A12', [['PILOT', '2026-04-01']]),
];

describe('time to production', () => {
  const page = assembleTimeToProduction({ asOf, logs: portfolio, registers: [complete] });
  const production = page.curves.find(({ cause }) => cause === 'PRODUCTION');

  it('counts what became of every pilot', () => {
    expect(page).toMatchObject({ n: 12, events: 5, stopped: 3, merged: 0, running: 4, reason: null });
  });

  it('estimates with late entries and stopped pilots as what they are: 50.2 %, not 66.9 %', () => {
    expect(production?.points.at(-2)).toMatchObject({ days: 275 });
    expect(production?.points.at(-2)?.share).toBeCloseTo(0.501786, 6);
    expect(production?.points.at(-2)?.lower).toBeCloseTo(0.184082, 6);
    expect(production?.points.at(-2)?.upper).toBeCloseTo(0.755044, 6);
  });

  it('adds up at every point: in production, stopped and still running', () => {
    const shareAt = (cause: string, days: number) =>
      page.curves.find((curve) => curve.cause === cause)?.points.findLast((point) => point.days <= days)
        ?.share ?? 0;
    for (const days of [0, 167, 200, 245, 275, 514]) {
      expect(shareAt('PRODUCTION', days) + shareAt('STOPPED', days) + shareAt('RUNNING', days)).toBeCloseTo(
        1,
        12,
      );
    }
  });

  it('gives a share only where five are still watched, and the reason elsewhere', () => {
    // After 6 months (182.6 days) 7 are at risk: A03 A04 A05 A06 A08 A10, and A02 (A01 enters on day 214).
    expect(page.shares[0]).toMatchObject({ months: 6, atRisk: 7, reason: null });
    expect(page.shares[0]?.share).toBeCloseTo(0.1, 9);
    // After 12 months (365.25 days) only A04.
    expect(page.shares[1]).toMatchObject({ months: 12, share: null, atRisk: 1 });
    expect(page.shares[1]?.reason).toBe(
      'Only 1 is still watched after 12 months; a share is given from 5 on.',
    );
    expect(page.wording).toBe(page.shares[1]?.reason);
  });

  it('says when a quarter and a half had arrived, and what finished-only counting would say', () => {
    // F passes 25 % on day 231 and 50 % on day 275.
    expect(page.quarterArrivedMonths).toBeCloseTo(231 / 30.4375, 9);
    expect(page.medianMonths).toBeCloseTo(275 / 30.4375, 9);
    expect(page.finishedOnlyN).toBe(5);
    expect(page.finishedOnlyMedianMonths).toBeCloseTo(231 / 30.4375, 9);
  });

  it('lists each journey with the day from which it was watched', () => {
    expect(page.rows).toHaveLength(12);
    expect(page.rows[0]).toEqual({
      initiativeId: 'A01',
      from: '2024-06-01',
      to: '2025-03-01',
      enteredWatchOn: '2025-01-01',
      cause: 'PRODUCTION',
      leftUndated: false,
      days: 273,
    });
    expect(page.rows[2]?.enteredWatchOn).toBeNull();
  });

  it('counts who is watched every six months', () => {
    expect(page.riskTable).toEqual([
      { months: 0, watched: 10, inProduction: 0, stopped: 0 },
      { months: 6, watched: 7, inProduction: 1, stopped: 1 },
      { months: 12, watched: 1, inProduction: 5, stopped: 3 },
    ]);
  });
});

describe('a register that does not know its ends', () => {
  it('gets counts and the naive median, but no rate', () => {
    const page = assembleTimeToProduction({
      asOf,
      logs: portfolio,
      registers: [{ registerId: null, completeSince: null, livingOnly: true }],
    });
    expect(page).toMatchObject({
      n: 12,
      events: 5,
      curves: [],
      riskTable: [],
      medianMonths: null,
      livingOnly: true,
    });
    expect(page.finishedOnlyN).toBe(5);
    expect(page.reason).toContain('living initiatives only');
    expect(page.shares.every(({ share, reason }) => share === null && reason === page.reason)).toBe(true);
  });

  it('gets none either where nobody has said since when it is complete', () => {
    const page = assembleTimeToProduction({ asOf, logs: portfolio, registers: [] });
    expect(page.reason).toContain('It is not known since when');
  });
});

describe('registers beside each other', () => {
  const living = { registerId: 'living', completeSince: null, livingOnly: true };
  const listed = portfolio.map((one) => ({
    ...one,
    initiativeId: `L${one.initiativeId}`,
    registerId: 'living',
  }));

  it('give the rate of those that record ends, and put aside what the others list', () => {
    const alone = assembleTimeToProduction({ asOf, logs: portfolio, registers: [complete] });
    const both = assembleTimeToProduction({
      asOf,
      logs: [...portfolio, ...listed],
      registers: [living, complete],
    });
    const { excluded, ...rest } = both;
    expect({ ...rest, excluded: alone.excluded }).toEqual(alone);
    expect(excluded).toContainEqual(expect.objectContaining({ code: 'ENDS_UNKNOWN', count: 12 }));
  });

  it('each enter the watch on a day of their own', () => {
    const later = { registerId: 'later', completeSince: day('2025-06-01'), livingOnly: false };
    const logs = portfolio.map((one) => ({ ...one, registerId: one.initiativeId < 'A07' ? 'later' : null }));
    const { rows } = assembleTimeToProduction({ asOf, logs, registers: [later, complete] });
    expect(rows.find(({ initiativeId }) => initiativeId === 'A03')?.enteredWatchOn).toBe('2025-06-01');
    expect(rows.find(({ initiativeId }) => initiativeId === 'A07')?.enteredWatchOn).toBeNull();
  });

  it('have the counts of all, and no rate, where none records ends', () => {
    const page = assembleTimeToProduction({ asOf, logs: [...portfolio, ...listed], registers: [living] });
    expect(page).toMatchObject({ n: 24, events: 10, livingOnly: true, curves: [] });
  });
});

describe('few arrivals', () => {
  // Three arrived, four were stopped: seven left, but a share of three says nothing.
  const months = ['01', '02', '03', '04', '05', '06', '07'];
  const page = assembleTimeToProduction({
    asOf,
    registers: [complete],
    logs: [
      ...months.map((month, index) =>
        log(`L${month}`, [
          ['PILOT', '2025-01-15'],
          [index < 3 ? 'PRODUCTION' : 'ENDED', `2025-${month}-20`],
        ]),
      ),
      ...months.map((month) => log(`R${month}`, [['PILOT', '2025-01-15']])),
    ],
  });

  it('give no share, no curve and no median, for one reason', () => {
    expect(page).toMatchObject({
      n: 14,
      events: 3,
      stopped: 4,
      curves: [],
      riskTable: [],
      medianMonths: null,
    });
    expect(page.reason).toBe('Only 3 pilots have reached production so far; a share is given from 5 on.');
    expect(page.wording).toBe(page.reason);
    expect(page.shares.map(({ share, reason }) => [share, reason])).toEqual(
      Array(4).fill([null, page.reason]),
    );
  });
});

describe('a pilot seen past its pilot, nobody knows since when', () => {
  it('is followed until last seen in it and not said to be running', () => {
    const page = assembleTimeToProduction({
      asOf,
      registers: [complete],
      logs: [
        {
          ...log('U', [['PILOT', '2025-02-01']]),
          observations: [
            { id: 'in', stage: 'PILOT', on: day('2025-03-03') },
            { id: 'past', stage: 'PRODUCTION', on: day('2025-06-01') },
          ],
        },
        log('R', [['PILOT', '2025-02-01']]),
      ],
    });
    expect(page).toMatchObject({ n: 2, events: 0, running: 1, leftUndated: 1 });
    expect(page.rows.map(({ initiativeId, to, leftUndated }) => [initiativeId, to, leftUndated])).toEqual([
      ['R', asOf, false],
      ['U', '2025-03-03', true],
    ]);
  });
});

describe('what is counted apart', () => {
  it('is named with its number', () => {
    const page = assembleTimeToProduction({
      asOf,
      registers: [complete],
      logs: [
        log('H', [
          ['PILOT', '2023-01-01'],
          ['PRODUCTION', '2024-01-01'],
        ]),
        log('C', [['PILOT', '2025-01-01', 'YEAR']]),
        log('O', [
          ['PRODUCTION', '2025-02-01'],
          ['PILOT', '2025-03-01'],
        ]),
        log('I', [['IDEA', '2025-02-01']]),
        { ...log('E', []), observations: [{ id: 'e', stage: 'PILOT', on: day('2025-05-01') }] },
      ],
    });
    expect(page.excluded.map(({ code, count }) => [code, count])).toEqual([
      ['HISTORY', 1],
      ['COARSE_DATES', 1],
      ['ENTRY_UNKNOWN', 1],
      ['OUT_OF_ORDER', 1],
      ['NO_PILOT', 1],
    ]);
    expect(page.excluded[0]?.message).toContain('1 Jan 2025');
    expect(page.excluded[4]?.message).toBe('No pilot is recorded.');
    expect(page).toMatchObject({ n: 0, coarseDates: 1, finishedOnlyN: 1 });
  });

  it('counts a passage within one day as half a day, and reports it', () => {
    const page = assembleTimeToProduction({
      asOf,
      registers: [complete],
      logs: [
        log('S', [
          ['PILOT', '2025-02-01'],
          ['PRODUCTION', '2025-02-01'],
        ]),
      ],
    });
    expect(page).toMatchObject({ n: 1, sameDay: 1 });
    expect(page.rows[0]?.days).toBe(0.5);
  });

  it('stops the clock of a running pilot on the day it was last observed', () => {
    const page = assembleTimeToProduction({
      asOf,
      registers: [complete],
      logs: [log('R', [['PILOT', '2025-02-01']], '2025-03-03')],
    });
    expect(page.rows[0]).toMatchObject({ to: '2025-03-03', cause: 'RUNNING', days: 30 });
  });
});
