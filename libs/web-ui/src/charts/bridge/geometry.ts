import { scaleLinear } from 'd3-scale';
import { NARROW } from '../../chart/drawing.js';
import { px } from '../../chart/layout.js';
import { roundTo, roundToSum } from '../../words/numbers.js';

export type BridgePartKey =
  'continuing' | 'newInitiatives' | 'newlyRated' | 'movedIn' | 'ended' | 'becameStale' | 'movedOut';

export interface BridgePart {
  key: BridgePartKey;
  /** Points it adds or takes. */
  value: number;
  /** Initiatives behind it. */
  count: number;
}

export interface BridgeData {
  fromLabel: string;
  toLabel: string;
  start: number;
  end: number;
  /** In the order they are shown; together they are the change. */
  parts: readonly BridgePart[];
}

export const DECIMALS = 1;

/** A part as printed: rounded so that start + parts = end holds for the printed numbers too. */
export interface PrintedPart extends BridgePart {
  before: number;
  after: number;
}

export interface PrintedBridge {
  start: number;
  end: number;
  change: number;
  parts: PrintedPart[];
}

export function printed({ start, end, parts }: BridgeData): PrintedBridge {
  const from = roundTo(start, DECIMALS);
  const to = roundTo(end, DECIMALS);
  const values = roundToSum(
    parts.map((part) => part.value),
    to - from,
    DECIMALS,
  );
  let level = from;
  const shown = parts.map((part, index) => {
    const before = level;
    level = roundTo(level + (values[index] ?? 0), DECIMALS);
    return { ...part, value: values[index] ?? 0, before, after: level };
  });
  return { start: from, end: to, change: roundTo(to - from, DECIMALS), parts: shown };
}

export interface BridgeLayout {
  left: number;
  right: number;
  top: number;
  height: number;
  row: number;
  isNarrow: boolean;
  xOf: (value: number) => number;
  ticks: number[];
}

/**
 * Rows from top to bottom: start, parts, end. The axis is zoomed to where things happen, so start and end are
 * marks at a place, not bars with a length.
 */
export function layoutOf(bridge: PrintedBridge, width: number): BridgeLayout {
  const isNarrow = width < NARROW;
  const levels = [bridge.start, bridge.end, ...bridge.parts.flatMap((part) => [part.before, part.after])];
  const [low, high] = [Math.min(...levels), Math.max(...levels)];
  const pad = Math.max((high - low) * 0.18, 1.5);
  const left = isNarrow ? 8 : 190;
  const right = width - (isNarrow ? 8 : 74);
  const x = scaleLinear([Math.max(0, low - pad), Math.min(100, high + pad)], [left, right]);
  const row = isNarrow ? 46 : 38;
  const top = 6;
  return {
    left,
    right,
    top,
    height: top + row * (bridge.parts.length + 2) + 26,
    row,
    isNarrow,
    xOf: (value) => px(x(value)),
    ticks: x.ticks(isNarrow ? 4 : 7),
  };
}
