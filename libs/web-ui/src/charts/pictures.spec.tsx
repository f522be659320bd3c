import { describe, expect, it } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { MantineProvider } from '@mantine/core';
import { PaintContext } from '../theme/paint.js';
import { lightTokens } from '../theme/tokens.js';
import { BulletScore } from './bullet-score/bullet-score.js';
import { FunnelBars, FunnelBarsPicture } from './funnel-bars/funnel-bars.js';
import { layoutOf as heatLayout } from './heat-map/geometry.js';
import { HeatMapPicture } from './heat-map/heat-map.js';
import { SlopeLinePicture } from './slope-line/slope-line.js';

const questions = (['SA', 'DF', 'TM', 'TO', 'RC'] as const).flatMap((dimension) =>
  [1, 2, 3].map((number) => ({ key: `${dimension}${number}`, dimension, text: 'A question?' })),
);
const heat = {
  questions,
  rows: [{ key: 'a', label: 'Claims triage', answers: { SA1: 'YES', SA2: 'NOT_APPLICABLE' } as const }],
};

describe('heat map', () => {
  it('fits fifteen questions into a phone with tiles one can tell apart', () => {
    const layout = heatLayout(heat, 358);
    expect((layout.xs.at(-1) ?? 0) + layout.tile).toBeLessThanOrEqual(358);
    expect(layout.tile).toBeGreaterThanOrEqual(18);
  });

  it('writes a letter into each answered tile and dashes the others', () => {
    const svg = renderToStaticMarkup(<HeatMapPicture {...heat} title="Answers" width={720} />);
    expect(svg).toContain('>Y</text>');
    expect(svg).toContain('>NA</text>');
    expect(svg.match(/stroke-dasharray="3 3"/g)).toHaveLength(13);
    expect(svg).toContain('1 rows by 15 questions: Yes 1, Partial 0, No 0, Not applicable 1.');
  });
});

describe('slope', () => {
  it('has no line where one end has no data', () => {
    const items = [
      { key: 'DF' as const, label: 'Data foundation', from: 40, to: 50 },
      { key: 'TM' as const, label: 'Technology', from: null, to: 52 },
    ];
    const svg = renderToStaticMarkup(
      <SlopeLinePicture fromLabel="Q2" toLabel="Q3" items={items} title="Since Q2" width={720} />,
    );
    expect(svg).toContain('Data foundation: 40 to 50; Technology: no data.');
    expect(svg.match(/stroke-width="2.25"/g)).toHaveLength(1);
  });
});

describe('score', () => {
  const bar = (score: Parameters<typeof BulletScore>[0]['score']) =>
    renderToStaticMarkup(<BulletScore label="Technology" score={score} />);

  it('shows a number with the bounds that missing answers leave', () => {
    const html = bar({ value: 50, lower: 33, upper: 67, display: 'GREY', answered: 2, applicable: 3 });
    expect(html).toContain('aria-label="Technology: 50. 2 of 3 answered; between 33 and 67 once all are"');
    expect(html).toContain('data-part="bounds"');
  });

  it('hides the number, not the reason, when too little is answered', () => {
    const html = bar({
      value: 50,
      display: 'HIDE',
      answered: 1,
      applicable: 3,
      reason: 'below 60 % answered',
    });
    expect(html).toContain('no score');
    expect(html).toContain('below 60 % answered');
    expect(html).not.toContain('>50<');
  });
});

describe('every picture', () => {
  it('paints with plain colours where CSS variables are not known', () => {
    const bars = [{ key: 'PILOT', label: 'Pilot', value: 5, of: 14, stage: 'PILOT' as const }];
    const svg = renderToStaticMarkup(
      <PaintContext value={lightTokens}>
        <FunnelBarsPicture bars={bars} title="Ready" width={720} />
      </PaintContext>,
    );
    expect(svg).toContain(lightTokens.stage.PILOT);
    expect(svg).toContain('5 of 14');
    expect(svg).not.toContain('var(');
  });
});

describe('a framed chart', () => {
  const render = (reason: string | null, value: number) =>
    renderToStaticMarkup(
      <MantineProvider>
        <FunnelBars
          title="Ready for the next stage"
          bars={[{ key: 'a', label: 'Pilot', value }]}
          reason={reason}
        />
      </MantineProvider>,
    );

  it('has a picture, a reader for keys and a way to the table', () => {
    const html = render(null, 5);
    expect(html).toContain('role="slider"');
    expect(html).toContain('aria-valuetext="Pilot: initiatives 5"');
    expect(html).toContain('Show as table');
  });

  it('says what is needed instead of drawing too little', () => {
    const html = render('2 of 4 quarters needed', 5);
    expect(html).toContain('2 of 4 quarters needed');
    expect(html).not.toContain('role="img"');
    expect(html).not.toContain('Show as table');
  });

  it('has an empty state', () => {
    expect(render(null, 0)).toContain('Nothing to show yet');
  });
});
