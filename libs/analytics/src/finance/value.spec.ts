import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, day } from '../calendar/day.js';
import { attribution, benefitTotals } from './benefit.js';
import { currencyConverter } from './currency.js';
import {
  firstValueSubject,
  firstValueThreshold,
  paybackSubject,
  type ValueJourney,
} from './value-subject.js';

describe('Money in another currency', () => {
  const rates = [
    { currency: 'USD', on: day('2025-04-01'), rate: 0.92 },
    { currency: 'USD', on: day('2025-01-01'), rate: 0.96 },
    { currency: 'GBP', on: day('2025-01-01'), rate: 1.2 },
  ];
  const convert = currencyConverter('EUR', rates);

  it('takes the last rate up to its day, and none for its own currency', () => {
    expect(convert({ amount: 100, currency: 'USD', on: day('2025-03-31') })).toBeCloseTo(96, 12);
    expect(convert({ amount: 100, currency: 'USD', on: day('2025-04-01') })).toBeCloseTo(92, 12);
    expect(convert({ amount: -50, currency: 'GBP', on: day('2025-01-01') })).toBeCloseTo(-60, 12);
    expect(convert({ amount: 7, currency: 'EUR', on: day('1999-01-01') })).toBe(7);
  });

  it('has no figure before the first rate, for an unknown currency, or when the last one is older than a quarter', () => {
    expect(convert({ amount: 1, currency: 'USD', on: day('2024-12-31') })).toEqual({
      kind: 'unavailable',
      reason: 'no-rate',
    });
    expect(convert({ amount: 1, currency: 'CHF', on: day('2025-05-01') })).toMatchObject({
      reason: 'no-rate',
    });
    // 1 January + 92 days is 3 April.
    expect(convert({ amount: 1, currency: 'GBP', on: day('2025-04-03') })).toBeCloseTo(1.2, 12);
    expect(convert({ amount: 1, currency: 'GBP', on: day('2025-04-04') })).toEqual({
      kind: 'unavailable',
      reason: 'rate-too-old',
    });
    const patient = currencyConverter('EUR', rates, { validDays: 365 });
    expect(patient({ amount: 1, currency: 'GBP', on: day('2025-12-01') })).toBeCloseTo(1.2, 12);
  });

  it('refuses rates that contradict each other, or are none', () => {
    expect(() => currencyConverter('EUR', [...rates, rates[0]!])).toThrow(RangeError);
    for (const rate of [0, -1, NaN, Infinity])
      expect(() => currencyConverter('EUR', [{ ...rates[0]!, rate }])).toThrow(RangeError);
  });

  it('takes the rate that a look at all of them finds, in any order', () => {
    const dated = fc.uniqueArray(fc.nat(400), { maxLength: 30 });
    fc.assert(
      fc.property(dated, fc.nat(400), (days, at) => {
        const own = days.map((after) => ({
          currency: 'USD',
          on: addDays(day('2024-01-01'), after),
          rate: after + 1,
        }));
        const converter = currencyConverter('EUR', own, { validDays: 1000 });
        const last = days.filter((after) => after <= at).sort((a, b) => b - a)[0];
        expect(converter({ amount: 2, currency: 'USD', on: addDays(day('2024-01-01'), at) })).toEqual(
          last === undefined ? { kind: 'unavailable', reason: 'no-rate' } : 2 * (last + 1),
        );
      }),
    );
  });
});

describe('Benefits', () => {
  it('are added within their type and state, and as cash only where cash arrives', () => {
    const totals = benefitTotals([
      { type: 'cash-releasing', state: 'verified', amount: 40 },
      { type: 'revenue', state: 'verified', amount: 10 },
      { type: 'revenue', state: 'claimed', amount: 25 },
      { type: 'cost-avoidance', state: 'verified', amount: 500 },
      { type: 'capacity', state: 'verified', amount: 1200 },
      { type: 'cash-releasing', state: 'planned', amount: 90 },
    ]);
    expect(totals.cash).toEqual({ planned: 90, claimed: 25, verified: 50 });
    expect(totals.byType.capacity).toEqual({ planned: 0, claimed: 0, verified: 1200 });
    expect(totals.byType['cost-avoidance'].verified).toBe(500);
    expect(benefitTotals([]).cash).toEqual({ planned: 0, claimed: 0, verified: 0 });
  });

  it('are shared out up to the whole', () => {
    expect(attribution([0.5, 0.25])).toEqual({ kind: 'within', total: 0.75, unattributed: 0.25 });
    expect(attribution([])).toEqual({ kind: 'within', total: 0, unattributed: 1 });
    // Ten tenths are 0.9999999999999999, three thirds and a bit more than that are not too much.
    expect(attribution(Array<number>(10).fill(0.1)).kind).toBe('within');
    expect(attribution([1 / 3, 1 / 3, 1 / 3, 1e-12]).kind).toBe('within');
    expect(attribution([0.75, 0.5])).toEqual({ kind: 'over-attributed', total: 1.25, excess: 0.25 });
    for (const share of [-0.1, 1.1, NaN]) expect(() => attribution([share])).toThrow(RangeError);
  });
});

describe('Time to value', () => {
  const journey: ValueJourney = {
    origin: day('2025-01-01'),
    endedOn: null,
    completeSince: null,
    lastObservedOn: day('2025-06-30'),
    asOf: day('2025-06-30'),
  };
  const quarter = (from: string, to: string, amount: number) => ({ from: day(from), to: day(to), amount });
  const quarters = [
    quarter('2025-04-01', '2025-06-30', 300),
    quarter('2025-01-01', '2025-03-31', 80),
    quarter('2025-07-01', '2025-09-30', 900),
  ];

  it('asks for a tenth of the planned month, and at least one unit of the currency', () => {
    expect(firstValueThreshold(1000)).toBe(100);
    expect(firstValueThreshold(5)).toBe(1);
    expect(firstValueThreshold(null)).toBe(1);
    expect(firstValueThreshold(5, 100)).toBe(100);
  });

  it('is reached by the end of the first period with enough, as far as is known on the day', () => {
    // 1 January to 30 June are 180 days, to 31 March 89.
    expect(firstValueSubject(journey, quarters, 100)).toEqual({ entry: 0, exit: 180, cause: 'reached' });
    expect(firstValueSubject(journey, quarters, 80)).toEqual({ entry: 0, exit: 89, cause: 'reached' });
    expect(firstValueSubject(journey, quarters, 500)).toEqual({ entry: 0, exit: 180, cause: null });
    expect(firstValueSubject({ ...journey, asOf: day('2025-12-31') }, quarters, 500)).toEqual({
      entry: 0,
      exit: 272,
      cause: 'reached',
    });
  });

  it('competes with an end, which is later than what its own period still brought', () => {
    const ended = { ...journey, endedOn: day('2025-05-01') };
    expect(firstValueSubject(ended, quarters, 100)).toEqual({ entry: 0, exit: 180, cause: 'reached' });
    expect(firstValueSubject({ ...ended, endedOn: day('2025-03-31') }, quarters, 100)).toEqual({
      entry: 0,
      exit: 89,
      cause: 'ended',
    });
    expect(firstValueSubject({ ...ended, endedOn: day('2025-07-15') }, [], 100)).toMatchObject({
      cause: null,
    });
    // Ended on the day it was funded: half a day.
    expect(firstValueSubject({ ...journey, endedOn: journey.origin }, [], 100)).toEqual({
      entry: 0,
      exit: 0.5,
      cause: 'ended',
    });
  });

  it('counts from when the register was complete', () => {
    const late = { ...journey, completeSince: day('2025-04-11') };
    expect(firstValueSubject(late, quarters, 100)).toEqual({ entry: 100, exit: 180, cause: 'reached' });
    expect(firstValueSubject(late, quarters, 80)).toEqual({ kind: 'unavailable', reason: 'history' });
    expect(firstValueSubject({ ...late, lastObservedOn: day('2025-03-01') }, [], 80)).toEqual({
      kind: 'unavailable',
      reason: 'not-yet-watched',
    });
    expect(firstValueSubject({ ...journey, lastObservedOn: null }, [], 80)).toEqual({
      entry: 0,
      exit: 0,
      cause: null,
    });
    expect(firstValueSubject({ ...journey, origin: day('2025-04-01') }, quarters, 80)).toEqual({
      kind: 'unavailable',
      reason: 'before-origin',
    });
  });

  it('is paid back at the end of the period in which the sum of flows came back to 0', () => {
    // -100, -20, 10.
    const flows = [
      quarter('2025-01-01', '2025-01-31', -100),
      quarter('2025-02-01', '2025-02-28', 80),
      quarter('2025-03-01', '2025-03-31', 30),
    ];
    expect(paybackSubject(journey, flows)).toEqual({ entry: 0, exit: 89, cause: 'reached' });
    expect(paybackSubject(journey, flows.slice(0, 2))).toEqual({ entry: 0, exit: 180, cause: null });
    // It touched 0 in March; a loss later does not undo the curve's event.
    expect(paybackSubject(journey, [...flows, quarter('2025-04-01', '2025-04-30', -50)])).toMatchObject({
      exit: 89,
      cause: 'reached',
    });
    // At 100 % a year: -100 · 2^(-30/365) + 80 · 2^(-58/365) + 30 · 2^(-89/365) = -94.5 + 71.7 + 25.3 = 2.5.
    expect(paybackSubject(journey, flows, 1)).toMatchObject({ exit: 89, cause: 'reached' });
    // At 300 %: -89.2 + 64.2 + 21.4 = -3.6.
    expect(paybackSubject(journey, flows, 3)).toMatchObject({ exit: 180, cause: null });
    expect(paybackSubject(journey, [])).toEqual({ kind: 'unavailable', reason: 'nothing-invested' });
    expect(() => paybackSubject(journey, flows, -1)).toThrow(RangeError);
  });
});
