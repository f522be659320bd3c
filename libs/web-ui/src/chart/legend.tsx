import type { ReactNode } from 'react';
import { usePaint } from '../theme/paint.js';
import { textWidth } from './layout.js';

export interface LegendItem {
  key: string;
  label: string;
  /** Drawn around 0,0 in 20 x 12 pixels. */
  mark: ReactNode;
}

const LINE = 20;
const MARK = 26;
const GAP = 14;

/** Lines a legend takes at this width. */
export function legendHeight(items: readonly LegendItem[], width: number): number {
  return (place(items, width).at(-1)?.line ?? -1) * LINE + LINE;
}

/** Marks with names above a picture, wrapped to its width. */
export function Legend({
  items,
  width,
  top = 0,
}: {
  items: readonly LegendItem[];
  width: number;
  top?: number;
}) {
  const paint = usePaint();
  return (
    <g>
      {place(items, width).map(({ item, x, line }) => (
        <g key={item.key} transform={`translate(${x},${top + line * LINE + 9})`}>
          <g transform="translate(10,0)">{item.mark}</g>
          <text x={MARK} y={4} fill={paint.text}>
            {item.label}
          </text>
        </g>
      ))}
    </g>
  );
}

function place(items: readonly LegendItem[], width: number) {
  let x = 0;
  let line = 0;
  return items.map((item) => {
    const need = MARK + textWidth(item.label) + GAP;
    if (x > 0 && x + need - GAP > width) [x, line] = [0, line + 1];
    const placed = { item, x, line };
    x += need;
    return placed;
  });
}
