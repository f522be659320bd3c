import type { ReadPoint } from './drawing.js';

export interface Place {
  series: number;
  step: number;
}

type Points = readonly (readonly ReadPoint[])[];

/** Where a key leads from `at`, or null when the key is not one of ours. Stays inside, skips empty series. */
export function walk(points: Points, at: Place, key: string): Place | null {
  const row = points[at.series] ?? [];
  switch (key) {
    case 'ArrowRight':
      return { ...at, step: Math.min(at.step + 1, row.length - 1) };
    case 'ArrowLeft':
      return { ...at, step: Math.max(at.step - 1, 0) };
    case 'Home':
      return { ...at, step: 0 };
    case 'End':
      return { ...at, step: row.length - 1 };
    case 'ArrowDown':
      return toSeries(points, at, 1);
    case 'ArrowUp':
      return toSeries(points, at, -1);
    default:
      return null;
  }
}

function toSeries(points: Points, at: Place, direction: 1 | -1): Place {
  const from = points[at.series]?.[at.step];
  for (let series = at.series + direction; series >= 0 && series < points.length; series += direction) {
    const row = points[series] ?? [];
    if (row.length > 0) return { series, step: from ? nearestInRow(row, from.x) : 0 };
  }
  return at;
}

function nearestInRow(row: readonly ReadPoint[], x: number): number {
  let best = 0;
  row.forEach((point, step) => {
    if (Math.abs(point.x - x) < Math.abs((row[best]?.x ?? 0) - x)) best = step;
  });
  return best;
}

/** The point closest to the pointer; null when there is none. */
export function nearest(points: Points, x: number, y: number): Place | null {
  let best: Place | null = null;
  let bestDistance = Infinity;
  points.forEach((row, series) =>
    row.forEach((point, step) => {
      const distance = Math.hypot(point.x - x, point.y - y);
      if (distance < bestDistance) [best, bestDistance] = [{ series, step }, distance];
    }),
  );
  return best;
}

/** What is said of a point: "Q3 FY26: Pilot 14, 5 ready". */
export function sentenceOf(point: ReadPoint): string {
  return `${point.heading}: ${point.lines.map(({ label, value }) => `${label} ${value}`).join(', ')}`;
}
