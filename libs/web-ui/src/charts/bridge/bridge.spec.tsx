import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { BridgePicture } from './bridge.js';
import { printed, type BridgeData } from './geometry.js';

// Q2: A 40, B 55 -> 47.5; Q3: A 45, one gone -> 55: same +2.5, ended +5.0
const data: BridgeData = {
  fromLabel: 'Q2 FY26',
  toLabel: 'Q3 FY26',
  start: 47.5,
  end: 55,
  parts: [
    { key: 'continuing', value: 2.5, count: 1 },
    { key: 'newInitiatives', value: 0, count: 0 },
    { key: 'ended', value: 5, count: 1 },
  ],
};

describe('bridge', () => {
  it('goes from start to end through its parts', () => {
    const { change, parts } = printed(data);
    expect(change).toBe(7.5);
    expect(parts.map((part) => [part.before, part.after])).toEqual([
      [47.5, 50],
      [50, 50],
      [50, 55],
    ]);
  });

  it('adds up in what is printed, whatever the parts', () => {
    const score = fc.double({ min: 0, max: 100, noNaN: true });
    const values = fc.array(fc.double({ min: -40, max: 40, noNaN: true }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(score, values, (start, given) => {
        const parts = given.map((value) => ({ key: 'continuing' as const, value, count: 1 }));
        const end = start + given.reduce((sum, value) => sum + value, 0);
        const bridge = printed({ ...data, start, end, parts });
        const tenths = (value: number) => Math.round(value * 10);
        const sum = bridge.parts.reduce((total, part) => total + tenths(part.value), 0);
        expect(sum).toBe(tenths(bridge.end) - tenths(bridge.start));
        expect(bridge.parts.at(-1)?.after).toBeCloseTo(bridge.end, 6);
      }),
    );
  });

  it('calls parts what the page around it calls them', () => {
    const parts = (['becameStale', 'movedIn', 'movedOut'] as const).map((key) => ({
      key,
      value: 1,
      count: 1,
    }));
    const svg = renderToStaticMarkup(<BridgePicture {...data} parts={parts} title="Moved" width={720} />);
    for (const name of ['No longer rated', 'Moved in', 'Moved out']) expect(svg).toContain(name);
  });

  it('renders names, signs and counts at both widths', () => {
    for (const width of [358, 720]) {
      const svg = renderToStaticMarkup(
        <BridgePicture {...data} title="What moved readiness" width={width} />,
      );
      expect(svg).toContain('role="img" aria-label="What moved readiness"');
      expect(svg).toContain('+2.5');
      expect(svg).toContain('1 initiative');
      expect(svg).toContain('From 47.5 in Q2 FY26 to 55.0 in Q3 FY26, +7.5');
      expect(svg).not.toContain('NaN');
    }
  });
});
