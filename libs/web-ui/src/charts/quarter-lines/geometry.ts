import { scaleLinear } from 'd3-scale';
import { NARROW } from '../../chart/drawing.js';
import { px, spread } from '../../chart/layout.js';
import { formatNumber } from '../../words/numbers.js';
import type { SeriesKey } from '../../chart/marks.js';
import { runsOf } from '../stacked-areas/geometry.js';

export interface LineQuarter {
  label: string;
  isFinished: boolean;
  /** How much of the portfolio the quarter's figures stand on; a row under the axis. */
  rated?: { n: number; of: number };
}

export interface LineValue {
  /** null: no data. The line then has a gap; it never runs across. */
  value: number | null;
  /** How many it stands on. */
  n: number;
  /** answered / applicable, 0..1. Below 0.8 the mark is hollow. */
  coverage?: number | null;
  /** What it could be once all is answered, drawn as an upright line. */
  bounds?: { lower: number; upper: number } | null;
}

export interface LineSeries {
  key: SeriesKey;
  label: string;
  /** One per quarter. */
  values: readonly LineValue[];
}

export interface QuarterLinesData {
  quarters: readonly LineQuarter[];
  series: readonly LineSeries[];
  /** Default 0 to 100. */
  domain?: readonly [number, number];
}

export interface LinePoint extends LineValue {
  value: number;
  x: number;
  y: number;
  /** Of its bounds, from top to bottom. */
  span: readonly [top: number, bottom: number] | null;
  quarter: number;
}

export interface LinesLayout {
  left: number;
  right: number;
  top: number;
  bottom: number;
  height: number;
  isNarrow: boolean;
  xs: number[];
  /** Unbroken runs of each series. */
  runs: LinePoint[][][];
  labelYs: number[];
  ticks: { at: number; text: number }[];
  current: number;
}

const DIGIT_WIDTH = 6.2;

/** Of how many each quarter tells: as many as fit beside each other, the last among them. */
export function ratedTexts(
  { quarters }: Pick<QuarterLinesData, 'quarters'>,
  { xs }: Pick<LinesLayout, 'xs'>,
): { x: number; text: string }[] {
  const texts = quarters.map(({ rated }) =>
    rated ? `${formatNumber(rated.n)}/${formatNumber(rated.of)}` : '–',
  );
  const widest = Math.max(...texts.map(({ length }) => length * DIGIT_WIDTH));
  const gap = (xs[1] ?? 0) - (xs[0] ?? 0);
  const every = xs.length > 1 ? Math.ceil((widest + 6) / gap) : 1;
  return xs.flatMap((x, index) =>
    (xs.length - 1 - index) % every === 0 ? [{ x, text: texts[index] ?? '' }] : [],
  );
}

/** Below this coverage a figure is grey. */
export const FULL_COVERAGE = 0.8;

/** Half of what stands below the last quarter. */
const NARROW_MARGIN = 28;

export function layoutOf(data: QuarterLinesData, width: number, legend: number): LinesLayout {
  const { quarters, series, domain = [0, 100] } = data;
  const isNarrow = width < NARROW;
  const left = 36;
  const right = width - (isNarrow ? NARROW_MARGIN : 200);
  const top = isNarrow ? legend + 12 : 14;
  const bottom = top + (isNarrow ? 210 : 260);
  const x = scaleLinear([0, Math.max(quarters.length - 1, 1)], [left + 16, right]);
  const y = scaleLinear(domain, [bottom, top]);
  const xs = quarters.map((_, index) => px(x(index)));
  const runs = series.map(({ values }) =>
    runsOf(
      values.map((point, quarter): LinePoint | null =>
        point.value === null
          ? null
          : {
              ...point,
              value: point.value,
              x: xs[quarter] ?? 0,
              y: px(y(point.value)),
              span: point.bounds ? [px(y(point.bounds.upper)), px(y(point.bounds.lower))] : null,
              quarter,
            },
      ),
    ),
  );
  const ends = runs.map((lines) => lines.at(-1)?.at(-1)?.y ?? bottom);
  const hasRated = quarters.some((quarter) => quarter.rated);
  return {
    left,
    right,
    top,
    bottom,
    height: bottom + 42 + (hasRated ? 40 : 0),
    isNarrow,
    xs,
    runs,
    labelYs: spread(ends, 19, top + 2, bottom - 2),
    ticks: y.ticks(4).map((text) => ({ at: px(y(text)), text })),
    current: quarters.findIndex((quarter) => !quarter.isFinished),
  };
}
