import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sourcesOf } from '../../fixtures/dataset.js';
import { addDays, day } from '../calendar/day.js';
import { datedInternalRate, internalRate, signChanges } from './internal-rate.js';
import { discountedPayback, payback } from './payback.js';
import { modifiedInternalRate, netPresentValue, netPresentValueByPeriod } from './present-value.js';
import { realisedOfPlanned, returnOnInvestment } from './returns.js';

interface FinanceData {
  npv: [
    {
      rate: number;
      cashflows: number[];
      first_flow_undiscounted: number;
      excel_style_first_flow_discounted_one_period: number;
    },
  ];
  irr: { cf: number[]; irr: number | null }[];
  computed_here: { irr_first: number };
  mirr: { cf: number[]; finance_rate: number; reinvest_rate: number; mirr: number }[];
}

for (const { from, data } of sourcesOf<FinanceData>('finance_npv_irr')) {
  describe(`Present value and rates on ${from}`, () => {
    const [
      { rate, cashflows, first_flow_undiscounted, excel_style_first_flow_discounted_one_period: excel },
    ] = data.npv;

    it('discounts from the first flow, which itself is not discounted', () => {
      expect(netPresentValueByPeriod(cashflows, rate)).toBeCloseTo(first_flow_undiscounted, 9);
      expect(netPresentValueByPeriod([0, ...cashflows], rate)).toBeCloseTo(excel, 2);
      // 365 days are one year: the dated form agrees.
      const dated = cashflows.map((amount, year) => ({ on: addDays(day('2020-01-01'), 365 * year), amount }));
      expect(netPresentValue(dated.toReversed(), rate)).toBeCloseTo(first_flow_undiscounted, 9);
    });

    it.each(data.irr)('internal rate of $cf is $irr', ({ cf, irr }) => {
      const result = internalRate(cf);
      if (irr === null) expect(result).toEqual({ kind: 'unavailable', reason: 'no-sign-change' });
      else expect(result).toMatchObject({ kind: 'rate', rate: expect.closeTo(irr, 4) });
    });

    it('finds the first to full precision', () => {
      expect(internalRate(data.irr[0]!.cf)).toMatchObject({
        rate: expect.closeTo(data.computed_here.irr_first, 12),
        isUnique: true,
      });
    });

    it.each(data.mirr)('modified internal rate of $cf', ({ cf, finance_rate, reinvest_rate, mirr }) => {
      expect(modifiedInternalRate(cf, finance_rate, reinvest_rate)).toBeCloseTo(mirr, 4);
    });
  });
}

describe('Internal rate', () => {
  it('says when it is not the only one', () => {
    // -100 + 230 x - 132 x² is 0 at x = 1/1.1 and 1/1.2: 10 % and 20 %.
    expect(internalRate([-100, 230, -132])).toMatchObject({ rate: expect.closeTo(0.1, 12), isUnique: false });
    expect(internalRate([-100, 200, -132])).toEqual({ kind: 'unavailable', reason: 'no-root' });
    expect(internalRate([])).toEqual({ kind: 'unavailable', reason: 'no-sign-change' });
  });

  it('makes the present value 0, and is unique with one change of sign', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 5000 }),
        (inflows, outflow) => {
          const flows = [-outflow, ...inflows];
          const result = internalRate(flows);
          expect(signChanges(flows)).toBe(1);
          if (result.kind === 'unavailable') return;
          expect(result.isUnique).toBe(true);
          const scale = flows.reduce(
            (sum, flow, period) => sum + Math.abs(flow) * (1 + result.rate) ** -period,
            0,
          );
          expect(Math.abs(Number(netPresentValueByPeriod(flows, result.rate))) / scale).toBeLessThan(1e-11);
        },
      ),
    );
  });

  it('handles ten years of months', () => {
    // 150 · (1 − 1.01093^−120) / 0.01093 = 10,000.
    const flows = [-10_000, ...Array<number>(120).fill(150)];
    expect(internalRate(flows)).toMatchObject({ isUnique: true, rate: expect.closeTo(0.01093, 5) });
  });
});

describe('Present value', () => {
  it('of nothing is 0, and refuses a rate of -100 %', () => {
    expect(netPresentValue([], 0.1)).toBe(0);
    for (const rate of [-1, -2, NaN]) expect(() => netPresentValueByPeriod([1, 2], rate)).toThrow(RangeError);
    expect(modifiedInternalRate([1, 2], 0.1, 0.1)).toEqual({ kind: 'unavailable', reason: 'no-sign-change' });
    expect(modifiedInternalRate([], 0.1, 0.1)).toEqual({ kind: 'unavailable', reason: 'no-sign-change' });
  });

  it('of many flows near -100 % is their sum where they are 0, and too large for a number where not', () => {
    const zeros = Array<number>(400).fill(0);
    expect(netPresentValueByPeriod([5, ...zeros], -0.9)).toBe(5);
    expect(modifiedInternalRate([-1, 2, ...zeros], -0.9, 0.1)).toBeCloseTo(
      2 ** (1 / 401) * 1.1 ** (400 / 401) - 1,
      12,
    );
    const tooLarge = { kind: 'unavailable', reason: 'too-large' };
    expect(netPresentValueByPeriod([-5, ...zeros, 1], -0.9)).toEqual(tooLarge);
    expect(
      netPresentValue(
        [
          { on: day('1900-01-01'), amount: 1 },
          { on: day('2300-01-01'), amount: 1 },
        ],
        -0.9,
      ),
    ).toEqual(tooLarge);
    expect(modifiedInternalRate([1, ...zeros, -1], -0.9, 0.1)).toEqual(tooLarge);
  });

  it('is the same in any order', () => {
    const flow = fc.record({
      after: fc.nat(400),
      amount: fc.integer({ min: -1000, max: 1000 }).map((n) => n / 10),
    });
    fc.assert(
      fc.property(
        fc.array(flow, { minLength: 1 }),
        fc.double({ min: -0.5, max: 1, noNaN: true }),
        (flows, rate) => {
          const dated = flows.map(({ after, amount }) => ({ on: addDays(day('2024-01-01'), after), amount }));
          expect(netPresentValue(dated.toReversed(), rate)).toBe(netPresentValue(dated, rate));
          expect(datedInternalRate(dated.toReversed())).toEqual(datedInternalRate(dated));
        },
      ),
    );
  });
});

interface GoldenFinance {
  payback: Record<
    string,
    {
      cashflow: number[];
      expected: {
        first_touch_period: number | null;
        sustained_period: number | null;
        interpolated: number | null;
      };
    }
  >;
  roi: {
    items: { id: string; benefit: number; cost: number }[];
    ratio_of_sums: number;
    ratio_of_sums_without_abandoned: number;
  };
}

for (const { from, data } of sourcesOf<GoldenFinance>('golden_scoring_payback_computed_here')) {
  describe(`Payback and return on ${from}`, () => {
    it.each(Object.entries(data.payback))('payback of %s', (_, { cashflow, expected }) => {
      const result = payback(cashflow);
      if (expected.first_touch_period === null) expect(result).toEqual({ kind: 'not-yet', missing: 40 });
      else
        expect(result).toEqual({
          kind: 'paid-back',
          firstTouch: expected.first_touch_period,
          sustained: expected.sustained_period,
          interpolated: expect.closeTo(expected.interpolated ?? NaN, 6),
        });
    });

    it('is a ratio of sums, with stopped initiatives in it', () => {
      const { items, ratio_of_sums, ratio_of_sums_without_abandoned } = data.roi;
      expect(returnOnInvestment(items)).toEqual({
        kind: 'return',
        ratio: expect.closeTo(ratio_of_sums, 6),
        interval: { kind: 'unavailable', reason: 'too-few-initiatives' },
      });
      expect(returnOnInvestment(items.slice(0, 2))).toMatchObject({
        ratio: expect.closeTo(ratio_of_sums_without_abandoned, 6),
      });
    });
  });
}

describe('Payback', () => {
  it('tells what is below again, not yet back, and what never cost anything', () => {
    // Cumulated -100, 10, -30: it touched in period 1 and is 30 short.
    expect(payback([-100, 110, -40])).toEqual({ kind: 'below-again', firstTouch: 1, missing: 30 });
    expect(payback([-100])).toEqual({ kind: 'not-yet', missing: 100 });
    expect(payback([10, 20])).toEqual({ kind: 'nothing-invested' });
    expect(payback([])).toEqual({ kind: 'nothing-invested' });
  });

  it('is not missed by the last bits of a sum', () => {
    // -0.1 - 0.2 + 0.3 is -5.6e-17 in floating point.
    expect(payback([-0.1, -0.2, 0.3])).toEqual({
      kind: 'paid-back',
      firstTouch: 2,
      sustained: 2,
      interpolated: 2,
    });
    // 100,000.1 + 200,000.2 - 300,000.3 is 5.8e-11: what counts as rounding grows with the amounts.
    expect(payback([-100_000.1, -200_000.2, 300_000.3])).toMatchObject({ kind: 'paid-back', firstTouch: 2 });
    // A small cost before a large inflow is still a cost.
    expect(payback([-1, 1e12])).toMatchObject({ kind: 'paid-back', firstTouch: 1 });
    expect(payback([-1e12, 1e12 - 10])).toEqual({ kind: 'not-yet', missing: 10 });
  });

  it('begins with the first period below 0, whatever came before', () => {
    // Cumulated 5, -5, 3.
    expect(payback([5, -10, 8])).toMatchObject({ kind: 'paid-back', firstTouch: 2, sustained: 2 });
    expect(payback([0, 10])).toEqual({ kind: 'nothing-invested' });
    expect(payback([0, -10])).toEqual({ kind: 'not-yet', missing: 10 });
  });

  it('comes later, or never, once flows are discounted', () => {
    // At 10 %: -100, 54.55, 49.59: cumulated -100, -45.45, 4.13; 1 + 45.4545 / 49.5868.
    expect(discountedPayback([-100, 60, 60], 0.1)).toEqual({
      kind: 'paid-back',
      firstTouch: 2,
      sustained: 2,
      interpolated: expect.closeTo(1 + 45.454545454545 / 49.586776859504, 10),
    });
    expect(discountedPayback([-100, 50, 55], 0.1)).toMatchObject({ kind: 'not-yet' });
    expect(discountedPayback([-100, ...Array<number>(400).fill(1)], -0.9)).toEqual({
      kind: 'unavailable',
      reason: 'too-large',
    });
    fc.assert(
      fc.property(
        fc.array(fc.nat(50), { maxLength: 30 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (inflows, rate) => {
          const [plain, worth] = [payback([-100, ...inflows]), discountedPayback([-100, ...inflows], rate)];
          if (worth.kind !== 'paid-back') return;
          expect(plain).toMatchObject({ kind: 'paid-back' });
          if (plain.kind === 'paid-back') expect(worth.firstTouch).toBeGreaterThanOrEqual(plain.firstTouch);
        },
      ),
    );
  });

  it('is sustained from where it is never below again', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { maxLength: 30 }), (flows) => {
        const result = payback(flows);
        const cumulated = flows.map((_, period) =>
          flows.slice(0, period + 1).reduce((sum, flow) => sum + flow, 0),
        );
        if (result.kind !== 'paid-back') return;
        expect(cumulated.slice(result.sustained).every((value) => value >= 0)).toBe(true);
        expect(cumulated[result.sustained - 1]).toBeLessThan(0);
        expect(result.firstTouch).toBeLessThanOrEqual(result.sustained);
        expect(result.interpolated).toBeGreaterThan(result.sustained - 1);
        expect(result.interpolated).toBeLessThanOrEqual(result.sustained);
      }),
    );
  });
});

describe('Return', () => {
  it('has an interval from ten initiatives on', () => {
    // All with benefit 2 and cost 1, but one pair 1 and 3: ratio 2, deviations -1 and 1, s² = 2/9, C̄ = 1, n = 10.
    const items = Array.from({ length: 10 }, (_, index) => ({
      benefit: index === 0 ? 1 : index === 1 ? 3 : 2,
      cost: 1,
    }));
    const margin = 1.959964 * Math.sqrt(2 / 9 / 10);
    expect(returnOnInvestment(items)).toMatchObject({
      ratio: 1,
      interval: { low: expect.closeTo(1 - margin, 6), high: expect.closeTo(1 + margin, 6) },
    });
  });

  it('is the same in any order', () => {
    const amount = fc.nat(10_000).map((cents) => cents / 100);
    fc.assert(
      fc.property(fc.array(fc.record({ benefit: amount, cost: amount }), { maxLength: 20 }), (items) => {
        expect(returnOnInvestment(items.toReversed())).toEqual(returnOnInvestment(items));
      }),
    );
  });

  it('needs a cost, and a plan', () => {
    expect(returnOnInvestment([])).toEqual({ kind: 'unavailable', reason: 'no-cost' });
    expect(realisedOfPlanned([])).toEqual({ kind: 'unavailable', reason: 'nothing-planned' });
    expect(
      realisedOfPlanned([
        { realised: 30, planned: 40 },
        { realised: 0, planned: 60 },
      ]),
    ).toBe(0.3);
  });
});
