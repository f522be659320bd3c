import { describe, expect, it } from '@jest/globals';
import { sourcesOf } from '../../fixtures/dataset.js';
import { kaplanMeier, survivalAt, type SurvivalCurve } from './kaplan-meier.js';
import { survivalQuantile } from './quantile.js';

type Row = readonly [number, 0 | 1, string | number];

function curveOf(rows: readonly Row[], group?: string): SurvivalCurve {
  const own = rows.filter((row) => group === undefined || String(row[2]) === group);
  const curve = kaplanMeier(own.map(([exit, event]) => ({ exit, cause: event ? 'event' : null })));
  if (curve.kind === 'unavailable') throw new Error(curve.reason);
  return curve;
}

/** Time, at risk, events, S and its standard error, as R prints them. */
type PrintedRow = readonly [number, number, number, number, number];
interface Ovarian {
  id: 'ovarian';
  data: Row[];
  R_km_rx1: PrintedRow[];
  R_km_rx2: PrintedRow[];
}
interface Glioma {
  id: 'g3_glioma';
  data: Row[];
  km_RIT: Record<string, number>;
  km_control: Record<string, number>;
  control_loglog_lower: number[];
  control_loglog_upper: number[];
}

for (const { from, data } of sourcesOf<{ cases: (Ovarian | Glioma)[] }>('logrank_cases')) {
  describe(`Kaplan-Meier of the log-rank cases, ${from}`, () => {
    it('gives the printed rows of R for both treatments of ovarian', () => {
      const ovarian = data.cases.find((row): row is Ovarian => row.id === 'ovarian')!;
      for (const [group, rows] of [['1', ovarian.R_km_rx1] as const, ['2', ovarian.R_km_rx2] as const]) {
        const steps = curveOf(ovarian.data, group).steps.filter(({ events }) => events > 0);
        expect(steps.map(({ time, atRisk, events }) => [time, atRisk, events])).toEqual(
          rows.map(([time, atRisk, events]) => [time, atRisk, events]),
        );
        for (const [index, [, , , survival, standardError]] of rows.entries()) {
          expect(steps[index]!.survival).toBeCloseTo(survival, 3);
          expect(steps[index]!.standardError).toBeCloseTo(standardError, 4);
        }
      }
    });

    it('gives the survival of glioma in both arms, with the bounds of the controls', () => {
      const glioma = data.cases.find((row): row is Glioma => row.id === 'g3_glioma')!;
      for (const [group, printed] of [
        ['RIT', glioma.km_RIT] as const,
        ['Control', glioma.km_control] as const,
      ])
        for (const [time, survival] of Object.entries(printed))
          expect(survivalAt(curveOf(glioma.data, group), Number(time)).survival).toBeCloseTo(survival, 3);
      const control = curveOf(glioma.data, 'Control');
      for (const [index, time] of Object.keys(glioma.km_control).map(Number).entries()) {
        // The source prints three or four digits.
        expect(survivalAt(control, time).interval).toMatchObject({
          low: expect.closeTo(glioma.control_loglog_lower[index]!, 4),
          high: expect.closeTo(glioma.control_loglog_upper[index]!, 3),
        });
      }
    });
  });
}

interface Golden {
  initiatives: { days: number; entry_day: number; cause: 0 | 1 | 2 }[];
  expected: { median_days_in_pilot_to_any_exit: [number, number, number] };
}
for (const { from, data } of sourcesOf<Golden>('golden_portfolio_computed_here')) {
  it(`gives the median days in pilot to any exit, ${from}`, () => {
    const curve = kaplanMeier(
      data.initiatives.map(({ days, entry_day, cause }) => ({
        entry: entry_day,
        exit: days,
        cause: cause === 0 ? null : 'exit',
      })),
      { minAtRiskToStart: 1 },
    );
    if (curve.kind === 'unavailable') throw new Error(curve.reason);
    const { estimate, low, high } = survivalQuantile(curve, 0.5);
    expect([estimate, low, high]).toEqual(
      data.expected.median_days_in_pilot_to_any_exit.map((time) => ({ kind: 'reached', time })),
    );
  });
}

interface Miller {
  data: Row[];
  expected: {
    R_summary_survfit_conf_type_log: Record<
      string,
      { t: number; S: number; se: number | null; ci: [number, number] | [null, null] }[]
    >;
  };
}
for (const { from, data } of sourcesOf<Miller>('km_aml_miller')) {
  it(`gives the summary that R prints with the log scale, ${from}`, () => {
    for (const [group, rows] of Object.entries(data.expected.R_summary_survfit_conf_type_log)) {
      const curve = curveOf(data.data, group);
      for (const { t, S, se, ci } of rows) {
        const at = survivalAt(curve, t, { scale: 'log' });
        expect(at.survival).toBeCloseTo(S, 3);
        if (se === null || ci[0] === null) expect(at.interval.kind).toBe('unavailable');
        else {
          expect(at.standardError).toBeCloseTo(se, 4);
          expect(at.interval).toMatchObject({
            low: expect.closeTo(ci[0], 3),
            high: expect.closeTo(ci[1], 3),
          });
        }
      }
    }
  });
}
