import { describe, expect, it } from '@jest/globals';
import { every, fit, spread } from './layout.js';
import type { ReadPoint } from './drawing.js';
import { nearest, sentenceOf, walk } from './walk.js';

const point = (x: number, y: number): ReadPoint => ({
  x,
  y,
  heading: `at ${x}`,
  lines: [{ label: 'Pilot', value: '4' }],
});
const points = [[point(0, 0), point(10, 0), point(20, 0)], [], [point(9, 50), point(30, 50)]];

describe('walking a chart by keys', () => {
  it('moves along a series and stays inside it', () => {
    expect(walk(points, { series: 0, step: 0 }, 'ArrowRight')).toEqual({ series: 0, step: 1 });
    expect(walk(points, { series: 0, step: 2 }, 'ArrowRight')).toEqual({ series: 0, step: 2 });
    expect(walk(points, { series: 0, step: 0 }, 'ArrowLeft')).toEqual({ series: 0, step: 0 });
    expect(walk(points, { series: 0, step: 0 }, 'End')).toEqual({ series: 0, step: 2 });
  });

  it('moves to the nearest point of the next series that has any', () => {
    expect(walk(points, { series: 0, step: 1 }, 'ArrowDown')).toEqual({ series: 2, step: 0 });
    expect(walk(points, { series: 2, step: 1 }, 'ArrowUp')).toEqual({ series: 0, step: 2 });
    expect(walk(points, { series: 2, step: 1 }, 'ArrowDown')).toEqual({ series: 2, step: 1 });
  });

  it('leaves every other key alone', () => {
    expect(walk(points, { series: 0, step: 0 }, 'Tab')).toBeNull();
  });

  it('finds what is under the pointer and says it', () => {
    expect(nearest(points, 28, 44)).toEqual({ series: 2, step: 1 });
    expect(nearest([], 0, 0)).toBeNull();
    expect(sentenceOf(point(10, 0))).toBe('at 10: Pilot 4');
  });
});

describe('layout', () => {
  it('keeps labels apart, in order and inside', () => {
    expect(spread([50, 10, 52], 20, 0, 60)).toEqual([40, 10, 60]);
    const placed = spread([5, 5, 5], 10, 0, 100);
    expect(placed).toEqual([5, 15, 25]);
  });

  it('labels as many ticks as fit', () => {
    expect(every(8, 320, 40)).toBe(1);
    expect(every(24, 320, 40)).toBe(3);
  });

  it('cuts a text to its room', () => {
    expect(fit('Pilot', 200)).toBe('Pilot');
    expect(fit('Fraud detection v2, motor', 80)).toMatch(/^Fraud.*…$/);
  });
});
