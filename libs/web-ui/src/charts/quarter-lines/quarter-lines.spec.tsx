import { describe, expect, it } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { sparkRuns, Sparkline } from '../sparkline/sparkline.js';
import { layoutOf, ratedTexts, type QuarterLinesData } from './geometry.js';
import { QuarterLinesPicture } from './quarter-lines.js';

const data: QuarterLinesData = {
  quarters: ['Q1 FY26', 'Q2 FY26', 'Q3 FY26', 'Q4 FY26'].map((label, index) => ({
    label,
    isFinished: index < 3,
    rated: { n: index + 3, of: 8 },
  })),
  series: [
    {
      key: 'PILOT',
      label: 'Pilot',
      values: [40, null, 45, 50].map((value) => ({ value, n: value === null ? 0 : 4, coverage: 0.9 })),
    },
    { key: 'IDEA', label: 'Idea', values: [null, null, null, null].map((value) => ({ value, n: 0 })) },
  ],
};

describe('quarter lines', () => {
  it('keep a gap a gap', () => {
    const [pilot, idea] = layoutOf(data, 720, 0).runs;
    expect(pilot?.map((run) => run.map((point) => point.quarter))).toEqual([[0], [2, 3]]);
    expect(idea).toEqual([]);
  });

  it('never draw across a quarter without data', () => {
    const svg = renderToStaticMarkup(<QuarterLinesPicture {...data} title="Readiness" width={720} />);
    const layout = layoutOf(data, 720, 0);
    const lines = [...svg.matchAll(/d="([^"]*)"[^>]*data-part="line"|data-part="line"[^>]*d="([^"]*)"/g)];
    const gap = layout.xs[1];
    expect(lines.length).toBeGreaterThan(0);
    expect(svg).not.toContain(`L${gap},`);
    expect(svg).toContain('so far');
  });

  it('draw what a value could be between', () => {
    const values = [40, null, 45, 50].map((value) => ({ value, n: 4, bounds: { lower: 30, upper: 80 } }));
    const one: QuarterLinesData = { ...data, series: [{ key: 'SCORE', label: 'Score', values }] };
    const { top, bottom, runs } = layoutOf(one, 720, 0);
    // Of a scale from 0 to 100, 30 stands 70 percent down from the top.
    const at = (value: number) => Math.round(bottom - ((bottom - top) * value) / 100);
    expect(runs[0]![0]![0]!.span!.map(Math.round)).toEqual([at(80), at(30)]);
    const svg = renderToStaticMarkup(<QuarterLinesPicture {...one} title="Score" width={720} />);
    expect(svg.match(/data-part="bounds"/g)).toHaveLength(3);
  });

  it('leave out what would run into each other below, but not the last', () => {
    const quarters = Array.from({ length: 12 }, (_, index) => ({
      label: `Q${index}`,
      isFinished: true,
      rated: { n: 100 + index, of: 1983 },
    }));
    const below = (width: number) =>
      ratedTexts({ quarters }, layoutOf({ quarters, series: [] }, width, 0)).map(({ text }) => text);
    expect(below(1400)).toHaveLength(12);
    // 12 quarters on 310 px: every third has room.
    expect(below(390)).toEqual(['102/1,983', '105/1,983', '108/1,983', '111/1,983']);
  });

  it('say how many were rated, and what had no data', () => {
    const svg = renderToStaticMarkup(<QuarterLinesPicture {...data} title="Readiness" width={358} />);
    expect(svg).toContain('5/8');
    expect(svg).toContain('Idea: no data');
    expect(svg).toContain('Pilot: 40 to 50');
  });
});

describe('sparkline', () => {
  it('breaks where there is no data', () => {
    expect(sparkRuns([1, 2, null, 4], [0, 4], 100, 30).map((run) => run.length)).toEqual([2, 1]);
  });

  it('has a name with first and last value', () => {
    expect(renderToStaticMarkup(<Sparkline label="Stuck pilots" values={[1, null, 3]} />)).toContain(
      'aria-label="Stuck pilots: 1 to 3"',
    );
    expect(renderToStaticMarkup(<Sparkline label="Stuck pilots" values={[null]} />)).toContain(
      'Stuck pilots: no data',
    );
  });
});
