import { line } from '@visx/shape';
import { i18n } from '../../words/i18n.js';
import { formatNumber } from '../../words/numbers.js';
import { QuarterAxis, ValueAxis } from '../../chart/axes.js';
import { fit } from '../../chart/layout.js';
import { Legend, type LegendItem } from '../../chart/legend.js';
import { SeriesMark, useLineLook, type LineLook, type SeriesKey } from '../../chart/marks.js';
import { Picture } from '../../chart/picture.js';
import { usePaint } from '../../theme/paint.js';
import {
  FULL_COVERAGE,
  ratedTexts,
  type LinePoint,
  type LineSeries,
  type LinesLayout,
  type QuarterLinesData,
} from './geometry.js';

interface DrawingProps {
  data: QuarterLinesData;
  layout: LinesLayout;
  title: string;
  description: string;
  width: number;
}

export function legendOf(series: readonly LineSeries[], look: (key: SeriesKey) => LineLook): LegendItem[] {
  return series.map(({ key, label }) => ({
    key,
    label,
    mark: (
      <>
        <line
          x1={-10}
          x2={10}
          y1={0}
          y2={0}
          stroke={look(key).colour}
          strokeWidth={2}
          strokeDasharray={look(key).dash}
        />
        <SeriesMark series={key} />
      </>
    ),
  }));
}

export function QuarterLinesDrawing({ data, layout, title, description, width }: DrawingProps) {
  const look = useLineLook();
  const { left, right, top, bottom, isNarrow } = layout;
  const ticks = layout.ticks.map(({ at, text }) => ({ at, text: formatNumber(text) }));
  return (
    <Picture title={title} description={description} width={width} height={layout.height}>
      {isNarrow && <Legend items={legendOf(data.series, look)} width={width} />}
      <ValueAxis ticks={ticks} left={left} right={right} />
      <RunningMark layout={layout} />
      {data.series.map((series, index) => (
        <Line
          key={series.key}
          series={series.key}
          runs={layout.runs[index] ?? []}
          current={layout.current}
          look={look(series.key)}
        />
      ))}
      {!isNarrow &&
        data.series.map((series, index) => (
          <EndLabel
            key={series.key}
            series={series}
            runs={layout.runs[index] ?? []}
            right={right}
            y={layout.labelYs[index] ?? top}
          />
        ))}
      <QuarterAxis
        labels={data.quarters.map(({ label }) => label)}
        xs={layout.xs}
        top={bottom}
        current={layout.current}
      />
      <RatedRow data={data} layout={layout} />
    </Picture>
  );
}

interface LineProps {
  series: SeriesKey;
  runs: readonly LinePoint[][];
  current: number;
  look: LineLook;
}

/** One path per run; the way into a quarter that still runs is thin. */
function Line({ series, runs, current, look }: LineProps) {
  const path = line<LinePoint>({ x: ({ x }) => x, y: ({ y }) => y });
  const stroke = { fill: 'none', stroke: look.colour, strokeDasharray: look.dash };
  return (
    <g>
      {runs.map((run) => {
        const finished = run.filter(({ quarter }) => quarter !== current);
        const tail = run.length > finished.length ? run.slice(-2) : [];
        return (
          <g key={run[0]?.quarter}>
            <path
              d={path(finished) ?? ''}
              {...stroke}
              strokeWidth={2.25}
              strokeLinejoin="round"
              data-part="line"
            />
            {tail.length > 1 && <path d={path(tail) ?? ''} {...stroke} strokeWidth={1.25} opacity={0.8} />}
          </g>
        );
      })}
      {runs.flat().map((point) => (
        <g key={point.quarter}>
          {point.span && (
            <path
              d={`M${point.x - 5},${point.span[0]}h10m-5,0V${point.span[1]}m-5,0h10`}
              stroke={look.colour}
              strokeWidth={1.25}
              opacity={0.7}
              fill="none"
              data-part="bounds"
            />
          )}
          <g transform={`translate(${point.x},${point.y})`}>
            <SeriesMark series={series} isHollow={point.coverage != null && point.coverage < FULL_COVERAGE} />
          </g>
        </g>
      ))}
    </g>
  );
}

function EndLabel({
  series,
  runs,
  right,
  y,
}: {
  series: LineSeries;
  runs: readonly LinePoint[][];
  right: number;
  y: number;
}) {
  const paint = usePaint();
  const last = runs.at(-1)?.at(-1);
  if (!last) return null;
  const isAtEnd = Math.abs(last.x - right) < 1;
  return (
    <g>
      {isAtEnd && <path d={`M${right + 8},${last.y}L${right + 18},${y}`} stroke={paint.line} fill="none" />}
      <g transform={`translate(${right + 28},${y})`}>
        <SeriesMark series={series.key} radius={4} />
        <text x={11} y={4} fill={paint.text}>
          {fit(series.label, 128)}
          <tspan fill={paint.muted}>
            {'  '}
            {formatNumber(last.value)}
          </tspan>
        </text>
      </g>
    </g>
  );
}

function RunningMark({ layout }: { layout: LinesLayout }) {
  const paint = usePaint();
  const { current, xs, top, bottom } = layout;
  const to = xs[current];
  const from = xs[current - 1];
  if (to === undefined || from === undefined) return null;
  const middle = (from + to) / 2;
  return (
    <g>
      <rect
        x={middle}
        y={top}
        width={to - middle + 10}
        height={bottom - top}
        fill={paint.neutralSoft}
        fillOpacity={0.6}
        rx={4}
      />
      <text x={to + 6} y={top - 4} textAnchor="end" fill={paint.muted} fontSize={11}>
        {i18n.t('so far')}
      </text>
    </g>
  );
}

/** How many of how many were rated in time: a line over few is another line. */
function RatedRow({ data, layout }: Pick<DrawingProps, 'data' | 'layout'>) {
  const paint = usePaint();
  if (!data.quarters.some(({ rated }) => rated)) return null;
  const y = layout.bottom + 56;
  return (
    <g fontSize={11}>
      <text x={layout.left - 4} y={y} fill={paint.muted}>
        {i18n.t('Rated, of active')}
      </text>
      {ratedTexts(data, layout).map(({ x, text }) => (
        <text key={x} x={x} y={y + 17} textAnchor="middle" fill={paint.text}>
          {text}
        </text>
      ))}
    </g>
  );
}
