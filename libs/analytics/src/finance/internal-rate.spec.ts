import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { day } from '../calendar/day.js';
import { datedInternalRate, internalRate, signChanges } from './internal-rate.js';

describe('Internal rate of published flows', () => {
  // numpy-financial, tests/test_financial.py, TestIrr.
  it.each<[string, number[], number, number]>([
    ['trailing zeros', [-5, 10.5, 1, -8, 1, 0, 0, 0], 0.0886, 4],
    ['gh_44', [-1678.87, 771.96, 1814.05, 3520.3, 3552.95, 3584.99, 4789.91, -1], 1.00426, 4],
    [
      'gh_39, with a second root below 0',
      [-217500, -217500, ...Array.from({ length: 25 }, (_, k) => 108466.80462450592 - 7336.8402312253 * k)],
      0.12,
      7,
    ],
  ])('%s', (_, flows, expected, digits) => {
    expect(internalRate(flows)).toMatchObject({ kind: 'rate', rate: expect.closeTo(expected, digits) });
  });

  it('lies as near to -100 % as a project can lose', () => {
    // -3000 + 2.3926932267015667e-7 / (1 + r): 1 + r = 7.9756440890052224e-11.
    const result = internalRate([-3000, 2.3926932267015667e-7]);
    expect(result).toMatchObject({ kind: 'rate', isUnique: true });
    if (result.kind === 'rate') expect((1 + result.rate) / 7.9756440890052224e-11).toBeCloseTo(1, 5);
    // numpy-financial, gh_15: 31 flows down to 1.3e-313.
    expect(internalRate(GH_15)).toMatchObject({
      rate: expect.closeTo(-0.9999999990596069, 12),
      isUnique: true,
    });
  });

  it('of dated flows is what spreadsheets call XIRR', () => {
    // The example of Excel's XIRR.
    const flows: [string, number][] = [
      ['2008-01-01', -10_000],
      ['2008-03-01', 2750],
      ['2008-10-30', 4250],
      ['2009-02-15', 3250],
      ['2009-04-01', 2750],
    ];
    const dated = flows.map(([on, amount]) => ({ on: day(on), amount }));
    expect(datedInternalRate(dated)).toMatchObject({ rate: expect.closeTo(0.373362535, 8), isUnique: true });
    expect(datedInternalRate([])).toEqual({ kind: 'unavailable', reason: 'no-sign-change' });
    // What comes and goes on one day is one flow.
    const onOneDay = [-1, 2].map((amount) => ({ on: day('2024-01-01'), amount }));
    expect(datedInternalRate(onOneDay)).toEqual({ kind: 'unavailable', reason: 'no-sign-change' });
  });
});

/** Flows that are worth 0 at exactly these rates: Π (1 − (1 + r) x) in x = 1 / (1 + r). */
function flowsWithRates(rates: readonly number[]): number[] {
  return rates.reduce<number[]>(
    (flows, rate) => [...flows, 0].map((flow, period) => flow - (flows[period - 1] ?? 0) * (1 + rate)),
    [-100],
  );
}

describe('Internal rates', () => {
  it('are all found, and one that is found twice counts once', () => {
    expect(internalRate([-100, 230, -132])).toEqual({
      kind: 'rate',
      rate: expect.closeTo(0.1, 12),
      isUnique: false,
      roots: [expect.closeTo(0.1, 12), expect.closeTo(0.2, 12)],
    });
    // -(10 - 11 x)²: 10 % twice.
    expect(internalRate([-100, 220, -121])).toEqual({
      kind: 'rate',
      rate: expect.closeTo(0.1, 7),
      isUnique: true,
      roots: [expect.closeTo(0.1, 7)],
    });
    expect(internalRate([-100, 200, -132])).toEqual({ kind: 'unavailable', reason: 'no-root' });
  });

  it('that are not negative go before negative ones; else the nearest to 0 is taken', () => {
    expect(internalRate(flowsWithRates([-0.01, 0.2, 0.5]))).toMatchObject({ rate: expect.closeTo(0.2, 10) });
    expect(internalRate(flowsWithRates([-0.5, -0.2]))).toMatchObject({ rate: expect.closeTo(-0.2, 10) });
  });

  it('are those that the flows were made of', () => {
    // Whole steps of 5 % between -50 and 200 %, apart from each other, so that double precision can tell them apart.
    const rates = fc
      .uniqueArray(fc.integer({ min: -10, max: 40 }), { minLength: 1, maxLength: 5 })
      .map((steps) => steps.map((step) => step / 20).sort((a, b) => a - b));
    fc.assert(
      fc.property(rates, fc.nat(2), fc.nat(2), (expected, before, after) => {
        const zeros = (count: number) => Array<number>(count).fill(0);
        const result = internalRate([...zeros(before), ...flowsWithRates(expected), ...zeros(after)]);
        expect(result).toMatchObject({ roots: expected.map((rate) => expect.closeTo(rate, 6)) });
      }),
    );
  });

  it('are those that a fine grid sees', () => {
    const flows = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 2, maxLength: 9 });
    fc.assert(
      fc.property(flows, (own) => {
        const worth = (x: number) => own.reduce((sum, flow, period) => sum + flow * x ** period, 0);
        const grid = Array.from({ length: 4001 }, (_, step) => 10 ** ((step - 2000) / 500));
        const crossings = grid.filter(
          (x, step) => step > 0 && Math.sign(worth(x)) * Math.sign(worth(grid[step - 1]!)) < 0,
        );
        const result = internalRate(own);
        const roots = result.kind === 'rate' ? result.roots : [];
        // The grid misses two roots between two of its points and one that only touches 0; a found root is one.
        for (const x of crossings)
          expect(roots.some((rate) => Math.abs(1 / (1 + rate) / x - 1) < 0.01)).toBe(true);
        for (const rate of roots) {
          const x = 1 / (1 + rate);
          const size = own.reduce((sum, flow, period) => sum + Math.abs(flow) * x ** period, 0);
          expect(Math.abs(worth(x)) / size).toBeLessThan(1e-12);
        }
        expect(roots.length).toBeLessThanOrEqual(signChanges(own));
      }),
    );
  });

  it('take a long series, and refuse one that turns all the time', () => {
    const months = Array.from({ length: 20_000 }, (_, month) =>
      month === 0 || month === 19_999 ? -1000 : 10,
    );
    expect(internalRate(months)).toMatchObject({ kind: 'rate', rate: expect.closeTo(0.01, 8) });
    expect(internalRate(Array.from({ length: 52 }, (_, period) => (period % 2 ? 1 : -1)))).toEqual({
      kind: 'unavailable',
      reason: 'too-many-sign-changes',
    });
  });
});

const GH_15 = [
  -3000.0, 2.3926932267015667e-7, 4.1672087103345505e-16, 5.3965110036378706e-25, 5.1962551071806174e-34,
  3.7202955645436402e-43, 1.9804961711632469e-52, 7.8393517651814181e-62, 2.3072565113911438e-71,
  5.0491839233308912e-81, 8.2159177668499263e-91, 9.9403244366963527e-101, 8.942410813633967e-111,
  5.9816122646481191e-121, 2.9750309031844241e-131, 1.1002067043497954e-141, 3.0252876563518021e-152,
  6.1854121948207909e-163, 9.403298001535303e-174, 1.0629218520017728e-184, 8.9337141847171845e-196,
  5.5830607698467935e-207, 2.5943122036622652e-218, 8.9635842466507006e-230, 2.3027710094332358e-241,
  4.3987510596745562e-253, 6.2476630372575209e-265, 6.598046841695288e-277, 5.1811095266842017e-289,
  3.0250999925830644e-301, 1.3133070599585015e-313,
];
