import { scaleLinear } from 'd3-scale';
import { i18n } from '../../words/i18n.js';
import { formatChange, formatNumber } from '../../words/numbers.js';
import { ChartFrame } from '../../chart/chart-frame.js';
import {
  NARROW,
  type ChartProps,
  type ChartTable,
  type PictureProps,
  type ReadPoint,
} from '../../chart/drawing.js';
import { fit, px, spread } from '../../chart/layout.js';
import { SeriesMark, useLineLook, type SeriesKey } from '../../chart/marks.js';
import { Picture } from '../../chart/picture.js';
import { usePaint } from '../../theme/paint.js';

export interface SlopeItem {
  key: SeriesKey;
  label: string;
  /** null: no data then; the item has no line. */
  from: number | null;
  to: number | null;
}

export interface SlopeLineData {
  fromLabel: string;
  toLabel: string;
  items: readonly SlopeItem[];
  /** Default: the tens around all values. */
  domain?: readonly [number, number];
}

/** Two points in time, one line per stage or dimension: who rose and who fell. */
export function SlopeLine(props: ChartProps & SlopeLineData) {
  const { fromLabel, toLabel, items, domain } = props;
  const data = { fromLabel, toLabel, items, domain };
  const draw = (width: number) => {
    const layout = layoutOf(data, width);
    const side = (heading: string, x: number, pick: 'from' | 'to') =>
      items.flatMap((item): ReadPoint[] => {
        const value = item[pick];
        if (value === null) return [];
        return [
          { x, y: layout.yOf(value), heading, lines: [{ label: item.label, value: formatNumber(value) }] },
        ];
      });
    return {
      height: layout.height,
      picture: (
        <SlopeLinePicture {...data} title={props.title} description={props.description} width={width} />
      ),
      points: [side(fromLabel, layout.left, 'from'), side(toLabel, layout.right, 'to')],
    };
  };
  const isEmpty = items.every(({ from, to }) => from === null && to === null);
  return (
    <ChartFrame
      {...props}
      unit={props.unit ?? i18n.t('score, 0 to 100')}
      draw={draw}
      table={tableOf(data)}
      isEmpty={isEmpty}
    />
  );
}

/** The picture alone, for print and mail. */
export function SlopeLinePicture({ title, description, width, ...data }: PictureProps<SlopeLineData>) {
  const paint = usePaint();
  const look = useLineLook();
  const { left, right, top, bottom, height, yOf, ends, starts } = layoutOf(data, width);
  return (
    <Picture title={title} description={description ?? describe(data)} width={width} height={height}>
      {[
        { x: left, text: data.fromLabel },
        { x: right, text: data.toLabel },
      ].map(({ x, text }) => (
        <g key={text}>
          <line x1={x} x2={x} y1={top} y2={bottom} stroke={paint.line} />
          <text x={x} y={14} textAnchor="middle" fill={paint.muted} fontSize={11.5}>
            {text}
          </text>
        </g>
      ))}
      {data.items.map((item, index) => (
        <g key={item.key}>
          {item.from !== null && item.to !== null && (
            <line
              x1={left}
              x2={right}
              y1={yOf(item.from)}
              y2={yOf(item.to)}
              stroke={look(item.key).colour}
              strokeDasharray={look(item.key).dash}
              strokeWidth={2.25}
            />
          )}
          {item.from !== null && (
            <g transform={`translate(${left},${yOf(item.from)})`}>
              <SeriesMark series={item.key} />
            </g>
          )}
          {item.to !== null && (
            <g transform={`translate(${right},${yOf(item.to)})`}>
              <SeriesMark series={item.key} />
            </g>
          )}
          {item.from !== null && (
            <text x={left - 12} y={(starts[index] ?? 0) + 4} textAnchor="end" fill={paint.muted}>
              {formatNumber(item.from)}
            </text>
          )}
          <text x={right + 12} y={(ends[index] ?? 0) + 4} fill={paint.text}>
            <tspan fontWeight={600}>{item.to === null ? '–' : formatNumber(item.to)}</tspan>
            {'  '}
            {fit(item.label, width - right - 48)}
          </text>
        </g>
      ))}
    </Picture>
  );
}

/** From ten to ten around all values: both ends of each line carry their number, so no axis is hidden. */
function domainOf(items: readonly SlopeItem[]): [number, number] {
  const known = items.flatMap(({ from, to }) => [from, to]).filter((value) => value !== null);
  if (known.length === 0) return [0, 100];
  return [Math.floor(Math.min(...known) / 10) * 10, Math.ceil(Math.max(...known) / 10) * 10];
}

function layoutOf({ items, domain = domainOf(items) }: SlopeLineData, width: number) {
  const [left, top, bottom] = [42, 28, 250];
  const right = width < NARROW ? Math.max(left + 90, width - 190) : width - 240;
  const y = scaleLinear(domain, [bottom - 8, top + 8]);
  const yOf = (value: number) => px(y(value));
  const place = (pick: 'from' | 'to') =>
    spread(
      items.map((item) => yOf(item[pick] ?? item.from ?? 0)),
      17,
      top + 6,
      bottom - 4,
    );
  return { left, right, top, bottom, height: bottom + 6, yOf, starts: place('from'), ends: place('to') };
}

function describe({ fromLabel, toLabel, items }: SlopeLineData): string {
  const parts = items.map(({ label, from, to }) => {
    if (from === null || to === null) return i18n.t('{label}: no data', { label });
    return i18n.t('{label}: {first} to {last}', { label, first: formatNumber(from), last: formatNumber(to) });
  });
  return i18n.t('{from} to {to}. {parts}.', { from: fromLabel, to: toLabel, parts: parts.join('; ') });
}

function tableOf({ fromLabel, toLabel, items }: SlopeLineData): ChartTable {
  return {
    columns: [i18n.t('Name'), fromLabel, toLabel, i18n.t('Change')],
    rows: items.map(({ label, from, to }) => [
      label,
      from === null ? null : formatNumber(from),
      to === null ? null : formatNumber(to),
      from === null || to === null ? null : formatChange(to - from),
    ]),
  };
}
