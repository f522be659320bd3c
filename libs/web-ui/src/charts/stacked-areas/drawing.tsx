import { useId } from 'react';
import { area, line } from '@visx/shape';
import { i18n } from '../../words/i18n.js';
import { stageLabel, type Stage } from '../../words/domain.js';
import { formatNumber } from '../../words/numbers.js';
import { QuarterAxis, ValueAxis } from '../../chart/axes.js';
import { Legend, type LegendItem } from '../../chart/legend.js';
import { Picture } from '../../chart/picture.js';
import { usePaint } from '../../theme/paint.js';
import { StageShape } from '../../components/stage-shape.js';
import {
  lastPoint,
  type StackedAreasData,
  type StackedAreasLayout,
  type StackLayer,
  type StackPoint,
} from './geometry.js';

interface DrawingProps {
  data: StackedAreasData;
  layout: StackedAreasLayout;
  title: string;
  description: string;
  width: number;
}

/** Top of the stack first, as it is seen. */
export function legendOf(stages: readonly Stage[]): LegendItem[] {
  return stages.toReversed().map((stage) => ({
    key: stage,
    label: stageLabel(stage),
    mark: <StageShape stage={stage} radius={6} />,
  }));
}

export function StackedAreasDrawing({ data, layout, title, description, width }: DrawingProps) {
  const hatch = useId();
  const { left, right, isNarrow, layers } = layout;
  const ticks = layout.ticks.map(({ at, text }) => ({ at, text: formatNumber(text) }));
  return (
    <Picture title={title} description={description} width={width} height={layout.height}>
      <Hatch id={hatch} />
      {isNarrow && <Legend items={legendOf(layers.map(({ stage }) => stage))} width={width} />}
      <ValueAxis ticks={ticks} left={left} right={right} />
      {layers.map((layer) => (
        <Layer key={layer.stage} layer={layer} />
      ))}
      <Running layout={layout} hatch={hatch} />
      {!isNarrow && layers.map((layer) => <EndLabel key={layer.stage} layer={layer} right={right} />)}
      <QuarterAxis
        labels={data.quarters.map(({ label }) => label)}
        xs={layout.xs}
        top={layout.bottom}
        current={layout.current}
      />
    </Picture>
  );
}

/** Stripes in the ground's colour over what is not final. */
function Hatch({ id }: { id: string }) {
  const paint = usePaint();
  return (
    <defs>
      <pattern id={id} width={7} height={7} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line x1={0} x2={0} y1={0} y2={7} stroke={paint.surface} strokeWidth={5} />
      </pattern>
    </defs>
  );
}

const LONE_BAR = 22;

/** A soft area under a strong edge; a quarter that stands alone is a bar. */
function Layer({ layer }: { layer: StackLayer }) {
  const paint = usePaint();
  const colour = paint.stage[layer.stage];
  return (
    <g>
      {layer.runs.map((run) => {
        const points = widened(run);
        return (
          <g key={run[0]?.quarter}>
            <path d={areaPath(points)} fill={colour} fillOpacity={0.3} />
            {run.some(({ count }) => count > 0) && (
              <path
                d={edgePath(points)}
                fill="none"
                stroke={colour}
                strokeWidth={1.75}
                strokeLinejoin="round"
              />
            )}
          </g>
        );
      })}
    </g>
  );
}

function widened(run: readonly StackPoint[]): StackPoint[] {
  const [only] = run;
  if (!only || run.length > 1) return [...run];
  return [
    { ...only, x: only.x - LONE_BAR },
    { ...only, x: only.x + LONE_BAR },
  ];
}

const areaPath = (points: StackPoint[]) =>
  area<StackPoint>({ x: ({ x }) => x, y0: ({ y0 }) => y0, y1: ({ y1 }) => y1 })(points) ?? '';

const edgePath = (points: StackPoint[]) =>
  line<StackPoint>({ x: ({ x }) => x, y: ({ y1 }) => y1 })(points) ?? '';

/** The way from the last finished quarter to today, hatched over all layers. */
function Running({ layout, hatch }: { layout: StackedAreasLayout; hatch: string }) {
  const paint = usePaint();
  const { current, xs, top, bottom } = layout;
  const to = xs[current];
  if (to === undefined) return null;
  const from = xs[current - 1] ?? to - LONE_BAR;
  const end = current === 0 ? to + LONE_BAR : to;
  return (
    <g>
      <rect
        x={from}
        y={top}
        width={end - from}
        height={bottom - top - 1}
        fill={`url(#${hatch})`}
        data-part="running"
      />
      <line x1={from} x2={from} y1={top} y2={bottom} stroke={paint.edge} strokeDasharray="2 4" />
      <text x={end} y={top - 3} textAnchor="end" fill={paint.muted} fontSize={11}>
        {i18n.t('so far')}
      </text>
    </g>
  );
}

function EndLabel({ layer, right }: { layer: StackLayer; right: number }) {
  const paint = usePaint();
  const last = lastPoint(layer);
  if (!last) return null;
  return (
    <g transform={`translate(${right + 20},${layer.labelY})`}>
      <StageShape stage={layer.stage} radius={6} />
      <text x={13} y={4} fill={paint.text}>
        {stageLabel(layer.stage)}
        <tspan fill={paint.muted}>
          {'  '}
          {formatNumber(last.count)}
        </tspan>
      </text>
    </g>
  );
}
