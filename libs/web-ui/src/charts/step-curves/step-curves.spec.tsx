import { describe, expect, it } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { bands, corners, layoutOf, shareAt, type StepCurvesData } from './geometry.js';
import { StepCurvesPicture } from './step-curves.js';

const points = [
  { months: 3, share: 0.2, lower: 0.05, upper: 0.45, atRisk: 9 },
  { months: 8, share: 0.5, lower: 0.2, upper: 0.75, atRisk: 6 },
  { months: 10, share: 0.6, lower: null, upper: null, atRisk: 2 },
];
const data: StepCurvesData = {
  curves: [
    { cause: 'PRODUCTION', points },
    { cause: 'MERGED', points: [] },
    { cause: 'RUNNING', points: [{ months: 3, share: 0.8, atRisk: 9 }] },
  ],
  riskTable: [0, 6, 12].map((months) => ({ months, watched: 12 - months, inProduction: 0, stopped: 0 })),
  horizons: [
    { months: 6, share: 0.2, lower: 0.05, upper: 0.45, atRisk: 7 },
    { months: 12, share: null, atRisk: 2, reason: 'only 2 still watched; 5 are needed' },
  ],
};

describe('step curves', () => {
  it('never slope: every piece is flat or upright', () => {
    const path = corners(points, 0, 0, 12);
    for (const [index, [x, y]] of path.entries()) {
      const before = path[index - 1];
      if (before) expect(before[0] === x || before[1] === y).toBe(true);
    }
  });

  it('begin at the base, jump on the event and run on flat to the end', () => {
    expect(corners(points.slice(0, 1), 0, 0, 12)).toEqual([
      [0, 0],
      [3, 0],
      [3, 0.2],
      [12, 0.2],
    ]);
  });

  it('hold the share of the last event until the next', () => {
    const curve = { cause: 'PRODUCTION' as const, points };
    expect([0, 2.9, 3, 7.9, 8].map((months) => shareAt(curve, months))).toEqual([0, 0, 0.2, 0.2, 0.5]);
    expect(shareAt({ cause: 'RUNNING', points: [] }, 4)).toBe(1);
  });

  it('have a band only where there is an interval', () => {
    const [band, ...more] = bands(points, 12);
    expect(more).toEqual([]);
    expect(band?.lower).toEqual([
      [3, 0.05],
      [8, 0.05],
      [8, 0.2],
      [10, 0.2],
    ]);
    expect(band?.upper.at(-1)).toEqual([10, 0.75]);
  });

  it('render to a named and described image that fits its width', () => {
    for (const width of [358, 720]) {
      const svg = renderToStaticMarkup(<StepCurvesPicture {...data} title="Pilots by month" width={width} />);
      expect(svg).toContain('role="img" aria-label="Pilots by month"');
      expect(svg).toMatch(/<desc[^>]*>Shares by month; at the end: In production 60/);
      expect(svg).toContain(`width="${width}"`);
      expect(svg).not.toContain('NaN');
    }
  });

  it('show the numbers still watched, and no line for what never happened', () => {
    const svg = renderToStaticMarkup(<StepCurvesPicture {...data} title="Pilots" width={720} />);
    expect(svg).toContain('Still watched');
    expect(svg).not.toContain('Merged');
  });

  it('keep the labels of curves that end together apart', () => {
    const twins: StepCurvesData = {
      curves: (['STOPPED', 'RUNNING'] as const).map((cause) => ({
        cause,
        points: [{ months: 5, share: 0.4, atRisk: 6 }],
      })),
    };
    const [one = 0, other = 0] = layoutOf(twins, 720, 0).labelYs;
    expect(Math.abs(one - other)).toBeGreaterThanOrEqual(30);
  });
});
