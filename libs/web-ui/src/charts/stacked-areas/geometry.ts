import { scaleLinear } from 'd3-scale';
import { NARROW } from '../../chart/drawing.js';
import { px, spread } from '../../chart/layout.js';
import type { Stage } from '../../words/domain.js';

export interface StageQuarter {
  label: string;
  isFinished: boolean;
  /** Initiatives in each stage at the quarter's end (or so far); null when nothing is known of the quarter. */
  counts: Partial<Record<Stage, number>> | null;
}

export interface StackedAreasData {
  quarters: readonly StageQuarter[];
  /** Bottom first. What is furthest lies at the bottom, where a flat base shows its growth best. */
  stages?: readonly Stage[];
}

export const STACK_ORDER: readonly Stage[] = ['SCALED', 'PRODUCTION', 'LIMITED_PRODUCTION', 'PILOT', 'IDEA'];

/** One stage at one quarter's end, in pixels and numbers. */
export interface StackPoint {
  x: number;
  y0: number;
  y1: number;
  count: number;
  quarter: number;
}

export interface StackLayer {
  stage: Stage;
  /** Unbroken runs of quarters: an area never crosses a quarter without data. */
  runs: StackPoint[][];
  labelY: number;
}

export interface StackedAreasLayout {
  left: number;
  right: number;
  top: number;
  bottom: number;
  height: number;
  isNarrow: boolean;
  xs: number[];
  layers: StackLayer[];
  ticks: { at: number; text: number }[];
  /** Index of the quarter that still runs; -1 when all are finished. */
  current: number;
}

export function layoutOf(data: StackedAreasData, width: number, legend: number): StackedAreasLayout {
  const { quarters, stages = STACK_ORDER } = data;
  const isNarrow = width < NARROW;
  const left = 36;
  const right = width - (isNarrow ? 16 : 160);
  const top = isNarrow ? legend + 14 : 14;
  const bottom = top + (isNarrow ? 200 : 260);
  const totals = quarters.map(({ counts }) => stages.reduce((sum, stage) => sum + (counts?.[stage] ?? 0), 0));
  const y = scaleLinear([0, Math.max(1, ...totals)], [bottom, top]).nice(4);
  const inset = quarters.length === 1 ? (right - left) / 2 : 14;
  const x = scaleLinear([0, Math.max(quarters.length - 1, 1)], [left + inset, right]);
  const xs = quarters.map((_, index) => px(x(index)));
  const layers = stages.map((stage, depth): StackLayer => {
    const below = (counts: StageQuarter['counts']) =>
      stages.slice(0, depth).reduce((sum, lower) => sum + (counts?.[lower] ?? 0), 0);
    const points = quarters.map(({ counts }, quarter): StackPoint | null => {
      if (!counts) return null;
      const count = counts[stage] ?? 0;
      const base = below(counts);
      return { x: xs[quarter] ?? 0, y0: px(y(base)), y1: px(y(base + count)), count, quarter };
    });
    return { stage, runs: runsOf(points), labelY: 0 };
  });
  return {
    left,
    right,
    top,
    bottom,
    height: bottom + 42,
    isNarrow,
    xs,
    layers: withLabels(layers, top, bottom),
    ticks: y
      .ticks(4)
      .filter(Number.isInteger)
      .map((text) => ({ at: px(y(text)), text })),
    current: quarters.findIndex((quarter) => !quarter.isFinished),
  };
}

/** Consecutive points between gaps. */
export function runsOf<Point>(points: readonly (Point | null)[]): Point[][] {
  const runs: Point[][] = [];
  let isOpen = false;
  for (const point of points) {
    if (point === null) isOpen = false;
    else if (isOpen) runs.at(-1)?.push(point);
    else {
      runs.push([point]);
      isOpen = true;
    }
  }
  return runs;
}

/** The last known point of a layer. */
export function lastPoint(layer: StackLayer): StackPoint | undefined {
  return layer.runs.at(-1)?.at(-1);
}

function withLabels(layers: readonly StackLayer[], top: number, bottom: number): StackLayer[] {
  const wanted = layers.map((layer) => {
    const last = lastPoint(layer);
    return last ? (last.y0 + last.y1) / 2 : bottom;
  });
  const placed = spread(wanted, 20, top + 4, bottom - 4);
  return layers.map((layer, index) => ({ ...layer, labelY: placed[index] ?? bottom }));
}
