import { describe, expect, it } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { layoutOf, runsOf, type StackedAreasData } from './geometry.js';
import { StackedAreasPicture } from './stacked-areas.js';

const quarter = (
  label: string,
  counts: StackedAreasData['quarters'][number]['counts'],
  isFinished = true,
) => ({
  label,
  isFinished,
  counts,
});
const data: StackedAreasData = {
  quarters: [
    quarter('Q1 FY26', { PILOT: 4, PRODUCTION: 1 }),
    quarter('Q2 FY26', null),
    quarter('Q3 FY26', { PILOT: 3, PRODUCTION: 2 }),
    quarter('Q4 FY26', { PILOT: 2, PRODUCTION: 3, ENDED: 9 }, false),
  ],
};

describe('stacked areas', () => {
  it('break at a quarter without data', () => {
    expect(runsOf([1, null, 2, 3, null])).toEqual([[1], [2, 3]]);
    const pilots = layoutOf(data, 720, 0).layers.find(({ stage }) => stage === 'PILOT');
    expect(pilots?.runs.map((run) => run.map((point) => point.quarter))).toEqual([[0], [2, 3]]);
  });

  it('stack each stage on those further on, to the same total', () => {
    const layout = layoutOf(data, 720, 0);
    const at = (stage: string) => layout.layers.find((layer) => layer.stage === stage)?.runs[0]?.[0];
    expect(at('PILOT')?.y0).toBe(at('PRODUCTION')?.y1);
    const perUnit = (layout.bottom - (at('PRODUCTION')?.y1 ?? 0)) / 1;
    expect(layout.bottom - (at('PILOT')?.y1 ?? 0)).toBeCloseTo(perUnit * 5, 0);
  });

  it('hatch the quarter that still runs, and only then', () => {
    const svg = renderToStaticMarkup(<StackedAreasPicture {...data} title="Stages" width={720} />);
    expect(svg.match(/data-part="running"/g)).toHaveLength(1);
    expect(svg).toContain('<pattern');
    const finished = { quarters: data.quarters.slice(0, 3) };
    const calm = renderToStaticMarkup(<StackedAreasPicture {...finished} title="Stages" width={720} />);
    expect(calm).not.toContain('data-part="running"');
  });

  it('describe first and last quarter with their totals', () => {
    const svg = renderToStaticMarkup(<StackedAreasPicture {...data} title="Stages" width={358} />);
    expect(svg).toContain('Q1 FY26: 5 active; Q4 FY26, so far: 5 active');
    expect(svg).not.toContain('NaN');
  });

  it('draw a first quarter alone as a bar', () => {
    const svg = renderToStaticMarkup(
      <StackedAreasPicture quarters={data.quarters.slice(0, 1)} title="Stages" width={720} />,
    );
    expect(svg).not.toContain('NaN');
    expect(svg).toContain('Q1');
  });
});
