import { i18n } from '../../words/i18n.js';
import { formatChange, formatNumber } from '../../words/numbers.js';
import { Picture } from '../../chart/picture.js';
import { usePaint } from '../../theme/paint.js';
import {
  DECIMALS,
  type BridgeData,
  type BridgeLayout,
  type BridgePartKey,
  type PrintedBridge,
  type PrintedPart,
} from './geometry.js';

export function partLabel(key: BridgePartKey): string {
  switch (key) {
    case 'continuing':
      return i18n.t('Same initiatives');
    case 'newInitiatives':
      return i18n.t('New');
    case 'newlyRated':
      return i18n.t('Newly rated');
    case 'movedIn':
      return i18n.t('Moved in');
    case 'ended':
      return i18n.t('Ended');
    case 'becameStale':
      return i18n.t('No longer rated');
    case 'movedOut':
      return i18n.t('Moved out');
  }
}

function partCount(count: number): string {
  return count === 1 ? i18n.t('1 initiative') : i18n.t('{count} initiatives', { count: formatNumber(count) });
}

interface DrawingProps {
  data: BridgeData;
  bridge: PrintedBridge;
  layout: BridgeLayout;
  title: string;
  description: string;
  width: number;
}

export function BridgeDrawing({ data, bridge, layout, title, description, width }: DrawingProps) {
  const { top, row, height } = layout;
  const rows = bridge.parts.length + 2;
  const bottom = top + row * rows;
  return (
    <Picture title={title} description={description} width={width} height={height}>
      <Grid layout={layout} bottom={bottom} />
      <Level name={data.fromLabel} value={bridge.start} row={0} layout={layout} />
      {bridge.parts.map((part, index) => (
        <Part key={part.key} part={part} row={index + 1} layout={layout} />
      ))}
      <Level
        name={data.toLabel}
        value={bridge.end}
        row={rows - 1}
        layout={layout}
        change={formatChange(bridge.change, DECIMALS)}
      />
    </Picture>
  );
}

function Grid({ layout, bottom }: { layout: BridgeLayout; bottom: number }) {
  const paint = usePaint();
  return (
    <g>
      {layout.ticks.map((value) => (
        <g key={value} transform={`translate(${layout.xOf(value)},0)`}>
          <line y1={layout.top} y2={bottom} stroke={paint.grid} />
          <text y={bottom + 17} textAnchor="middle" fill={paint.muted} fontSize={11}>
            {formatNumber(value, Number.isInteger(value) ? 0 : 1)}
          </text>
        </g>
      ))}
    </g>
  );
}

interface RowProps {
  row: number;
  layout: BridgeLayout;
}

/** Middle of the bar of a row; on narrow pages the words stand above it. */
function middleOf(row: number, { top, row: size, isNarrow }: BridgeLayout): number {
  return top + size * (row + 0.5) + (isNarrow ? 9 : 0);
}

function RowWords({
  name,
  detail,
  value,
  tone,
  row,
  layout,
}: RowProps & { name: string; detail?: string; value: string; tone?: string }) {
  const paint = usePaint();
  const { isNarrow, right, left } = layout;
  const y = isNarrow ? middleOf(row, layout) - 17 : middleOf(row, layout) + 4;
  return (
    <g>
      <text
        x={isNarrow ? left - 8 : 0}
        y={y}
        fill={paint.text}
        fontWeight={detail === undefined ? 600 : 450}
        fontSize={12.5}
      >
        {name}
        {detail && (
          <tspan fill={paint.muted} fontWeight={400} fontSize={11.5}>
            {'  '}
            {detail}
          </tspan>
        )}
      </text>
      <text
        x={isNarrow ? right + 8 : right + 74}
        y={y}
        textAnchor="end"
        fill={tone ?? paint.text}
        fontWeight={600}
        fontSize={13}
        className="pl-number"
      >
        {value}
      </text>
    </g>
  );
}

function Level({
  name,
  value,
  row,
  layout,
  change,
}: RowProps & { name: string; value: number; change?: string }) {
  const paint = usePaint();
  const y = middleOf(row, layout);
  const x = layout.xOf(value);
  return (
    <g>
      <line x1={layout.left} x2={layout.right} y1={y} y2={y} stroke={paint.line} />
      <path d={`M${x},${y - 8}L${x + 7},${y}L${x},${y + 8}L${x - 7},${y}Z`} fill={paint.accent} />
      <RowWords name={name} value={formatNumber(value, DECIMALS)} row={row} layout={layout} />
      {change && (
        <text
          x={x < (layout.left + layout.right) / 2 ? x + 14 : x - 14}
          y={y - 6}
          textAnchor={x < (layout.left + layout.right) / 2 ? 'start' : 'end'}
          fill={paint.muted}
          fontSize={11.5}
        >
          {i18n.t('{change} in all', { change })}
        </text>
      )}
    </g>
  );
}

/** From where the sum stood to where it went: an arrow of two hues, a zero as a tick. */
function Part({ part, row, layout }: RowProps & { part: PrintedPart }) {
  const paint = usePaint();
  const y = middleOf(row, layout);
  const [from, to] = [layout.xOf(part.before), layout.xOf(part.after)];
  const tone = part.value > 0 ? paint.good : part.value < 0 ? paint.bad : paint.muted;
  const half = layout.isNarrow ? 6 : 8;
  const next = middleOf(row + 1, layout) - (layout.isNarrow ? 10 : 12);
  return (
    <g>
      <path d={arrow(from, to, y, half)} fill={tone} />
      <line x1={to} x2={to} y1={y + half + 2} y2={next} stroke={paint.edge} strokeDasharray="2 3" />
      <RowWords
        name={partLabel(part.key)}
        detail={partCount(part.count)}
        value={formatChange(part.value, DECIMALS)}
        tone={tone}
        row={row}
        layout={layout}
      />
    </g>
  );
}

/** A bar whose end points where it goes; the point never takes more than the bar is long. */
function arrow(from: number, to: number, y: number, half: number): string {
  if (Math.abs(to - from) < 0.5) return `M${from - 1},${y - half}h2v${half * 2}h-2Z`;
  const tip = Math.sign(to - from) * Math.min(half, Math.abs(to - from));
  return `M${from},${y - half}L${to - tip},${y - half}L${to},${y}L${to - tip},${y + half}L${from},${y + half}Z`;
}
