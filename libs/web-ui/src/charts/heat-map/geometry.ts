import { NARROW } from '../../chart/drawing.js';
import { px } from '../../chart/layout.js';
import type { AnswerValue, DimensionKey } from '../../words/domain.js';

export interface HeatQuestion {
  key: string;
  dimension: DimensionKey;
  text: string;
}

export interface HeatRow {
  key: string;
  /** An initiative, a unit, or a round of answers. */
  label: string;
  /** By question key; a missing one was not answered. */
  answers: Readonly<Record<string, AnswerValue | null>>;
  /** At the end of the row, like a score. */
  result?: string;
}

export interface HeatMapData {
  questions: readonly HeatQuestion[];
  rows: readonly HeatRow[];
}

export interface HeatMapLayout {
  isNarrow: boolean;
  /** Room for the row's name; at narrow widths the name stands above its tiles. */
  labelWidth: number;
  tile: number;
  tileHeight: number;
  rowHeight: number;
  top: number;
  height: number;
  /** Left edge of each question's tile. */
  xs: number[];
  /** Left edge, width and key of each dimension's group. */
  groups: { dimension: DimensionKey; x: number; width: number }[];
  tileTop: (row: number) => number;
}

const GAP = 3;

export function layoutOf({ questions, rows }: HeatMapData, width: number): HeatMapLayout {
  const isNarrow = width < NARROW;
  const hasResult = rows.some((row) => row.result !== undefined);
  const labelWidth = isNarrow ? 0 : Math.min(220, width * 0.28);
  const groupGap = isNarrow ? 5 : 10;
  const count = Math.max(questions.length, 1);
  const breaks = questions.filter(
    (question, index) => index > 0 && question.dimension !== questions[index - 1]?.dimension,
  );
  const room = width - labelWidth - (hasResult && !isNarrow ? 52 : 0) - breaks.length * groupGap;
  const tile = Math.floor(Math.min(40, Math.max(16, room / count - GAP)));
  const tileHeight = isNarrow ? tile : 28;
  const rowHeight = isNarrow ? tileHeight + 26 : tileHeight + 6;
  const top = 40;
  let x = labelWidth;
  const xs = questions.map((question, index) => {
    if (index > 0) x += tile + GAP + (question.dimension === questions[index - 1]?.dimension ? 0 : groupGap);
    return px(x);
  });
  return {
    isNarrow,
    labelWidth,
    tile,
    tileHeight,
    rowHeight,
    top,
    height: top + rowHeight * rows.length + 4,
    xs,
    groups: groupsOf(questions, xs, tile),
    tileTop: (row) => top + rowHeight * row + (isNarrow ? 20 : 3),
  };
}

function groupsOf(
  questions: readonly HeatQuestion[],
  xs: readonly number[],
  tile: number,
): HeatMapLayout['groups'] {
  const groups: HeatMapLayout['groups'] = [];
  questions.forEach(({ dimension }, index) => {
    const x = xs[index] ?? 0;
    const group = groups.at(-1);
    if (group?.dimension === dimension) group.width = x + tile - group.x;
    else groups.push({ dimension, x, width: tile });
  });
  return groups;
}
