import { area, line } from '@visx/shape';
import { i18n } from '../../words/i18n.js';
import { causeLabel, type JourneyCause } from '../../words/domain.js';
import { formatNumber, formatShare } from '../../words/numbers.js';
import { ValueAxis } from '../../chart/axes.js';
import { Legend, type LegendItem } from '../../chart/legend.js';
import { useCauseLook, type LineLook } from '../../chart/marks.js';
import { Picture } from '../../chart/picture.js';
import { usePaint } from '../../theme/paint.js';
import {
  bands,
  baseOf,
  corners,
  shareAt,
  type StepCurve,
  type StepCurvesData,
  type StepCurvesLayout,
} from './geometry.js';

interface DrawingProps {
  data: StepCurvesData;
  layout: StepCurvesLayout;
  title: string;
  description: string;
  width: number;
}

type Look = (cause: JourneyCause) => LineLook;

export function legendOf(data: StepCurvesData, look: Look): LegendItem[] {
  return data.curves.map(({ cause }) => ({
    key: cause,
    label: causeLabel(cause),
    mark: <LineKey {...look(cause)} />,
  }));
}

function LineKey({ colour, dash }: LineLook) {
  return <line x1={-10} x2={10} y1={0} y2={0} stroke={colour} strokeWidth={2.5} strokeDasharray={dash} />;
}

export function StepCurvesDrawing({ data, layout, title, description, width }: DrawingProps) {
  const look = useCauseLook();
  const { left, right, top, bottom, height, yOf, isNarrow } = layout;
  const shares = [0, 0.25, 0.5, 0.75, 1].map((share) => ({ at: yOf(share), text: formatShare(share) }));
  return (
    <Picture title={title} description={description} width={width} height={height}>
      {isNarrow && <Legend items={legendOf(data, look)} width={width} />}
      <ValueAxis ticks={shares} left={left} right={right} />
      <Horizons data={data} layout={layout} />
      {data.curves.map((curve) => (
        <Band key={curve.cause} curve={curve} layout={layout} colour={look(curve.cause).colour} />
      ))}
      {data.curves.map((curve) => (
        <Steps
          key={curve.cause}
          curve={curve}
          layout={layout}
          from={data.startsAtMonths ?? 0}
          look={look(curve.cause)}
        />
      ))}
      <HorizonDots data={data} layout={layout} />
      {!isNarrow &&
        data.curves.map((curve, index) => (
          <EndLabel
            key={curve.cause}
            curve={curve}
            layout={layout}
            y={layout.labelYs[index] ?? top}
            look={look(curve.cause)}
          />
        ))}
      <MonthAxis layout={layout} />
      {(data.riskTable?.length ?? 0) > 0 && <WatchedRow data={data} layout={layout} top={bottom + 40} />}
    </Picture>
  );
}

interface CurveProps {
  curve: StepCurve;
  layout: StepCurvesLayout;
}

function Steps({ curve, layout, from, look }: CurveProps & { from: number; look: LineLook }) {
  const path = line<[number, number]>({
    x: ([months]) => layout.xOf(months),
    y: ([, share]) => layout.yOf(share),
  });
  return (
    <path
      d={path(corners(curve.points, baseOf(curve.cause), from, layout.endMonths)) ?? ''}
      fill="none"
      stroke={look.colour}
      strokeWidth={curve.cause === 'PRODUCTION' ? 2.75 : 2}
      strokeDasharray={look.dash}
      strokeLinejoin="round"
    />
  );
}

/** The 95 % interval; only of what is an outcome, or the picture would be all bands. */
function Band({ curve, layout, colour }: CurveProps & { colour: string }) {
  if (curve.cause === 'RUNNING') return null;
  const shape = area<{ low: [number, number]; high: [number, number] }>({
    x: ({ low }) => layout.xOf(low[0]),
    y0: ({ low }) => layout.yOf(low[1]),
    y1: ({ high }) => layout.yOf(high[1]),
  });
  return (
    <g fill={colour} fillOpacity={curve.cause === 'PRODUCTION' ? 0.14 : 0.08}>
      {bands(curve.points, layout.endMonths).map(({ lower, upper }, index) => (
        <path
          key={index}
          d={shape(lower.map((low, corner) => ({ low, high: upper[corner] ?? low }))) ?? ''}
        />
      ))}
    </g>
  );
}

function EndLabel({ curve, layout, y, look }: CurveProps & { y: number; look: LineLook }) {
  const paint = usePaint();
  const share = shareAt(curve, layout.endMonths);
  const at = layout.yOf(share);
  return (
    <g>
      <path d={`M${layout.right + 3},${at}L${layout.right + 14},${y}`} stroke={paint.line} fill="none" />
      <g transform={`translate(${layout.right + 18},${y})`}>
        <g transform="translate(10,-1)">
          <LineKey {...look} />
        </g>
        <text x={26} y={3} fill={paint.text} fontWeight={550}>
          {causeLabel(curve.cause)}
        </text>
        <text x={26} y={18} fill={paint.muted}>
          {formatShare(share)}
        </text>
      </g>
    </g>
  );
}

function Horizons({ data, layout }: Pick<DrawingProps, 'data' | 'layout'>) {
  const paint = usePaint();
  return (
    <g>
      {visibleHorizons(data, layout).map(({ months }) => (
        <g key={months}>
          <line
            x1={layout.xOf(months)}
            x2={layout.xOf(months)}
            y1={layout.top}
            y2={layout.bottom}
            stroke={paint.edge}
            strokeDasharray="1 4"
            strokeLinecap="round"
          />
          <text
            x={layout.xOf(months)}
            y={layout.top - 7}
            textAnchor="middle"
            fill={paint.muted}
            fontSize={11}
          >
            {i18n.t('{months} mo', { months })}
          </text>
        </g>
      ))}
    </g>
  );
}

/** On the production curve: filled with its share, hollow where too few are still watched to say one. */
function HorizonDots({ data, layout }: Pick<DrawingProps, 'data' | 'layout'>) {
  const paint = usePaint();
  const production = data.curves.find((curve) => curve.cause === 'PRODUCTION');
  if (!production) return null;
  return (
    <g>
      {visibleHorizons(data, layout).map(({ months, share }) => (
        <g
          key={months}
          transform={`translate(${layout.xOf(months)},${layout.yOf(share ?? shareAt(production, months))})`}
        >
          <circle
            r={4.5}
            fill={share === null ? paint.surface : paint.cause.PRODUCTION}
            stroke={share === null ? paint.cause.PRODUCTION : paint.surface}
            strokeWidth={share === null ? 1.5 : 2}
          />
          {share !== null && (
            <text
              x={-7}
              y={-9}
              textAnchor="end"
              fill={paint.text}
              fontWeight={600}
              stroke={paint.surface}
              strokeWidth={3}
              paintOrder="stroke"
            >
              {formatShare(share)}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}

function visibleHorizons({ horizons = [] }: StepCurvesData, layout: StepCurvesLayout) {
  return horizons.filter(({ months }) => months <= layout.endMonths);
}

function MonthAxis({ layout }: { layout: StepCurvesLayout }) {
  const paint = usePaint();
  const last = layout.monthTicks.at(-1);
  return (
    <g>
      {layout.monthTicks.map((months) => (
        <g key={months} transform={`translate(${layout.xOf(months)},${layout.bottom})`}>
          <line y2={4} stroke={paint.edge} />
          <text y={18} textAnchor="middle" fill={paint.muted} fontSize={11.5}>
            {formatNumber(months)}
          </text>
        </g>
      ))}
      {last !== undefined && (
        <text x={layout.xOf(last) + 12} y={layout.bottom + 18} fill={paint.muted} fontSize={11.5}>
          {layout.isNarrow ? '' : i18n.t('months')}
        </text>
      )}
    </g>
  );
}

function WatchedRow({ data, layout, top }: Pick<DrawingProps, 'data' | 'layout'> & { top: number }) {
  const paint = usePaint();
  const rows = (data.riskTable ?? []).filter((row) => layout.monthTicks.includes(row.months));
  return (
    <g>
      <text x={layout.left - 4} y={top} fill={paint.muted} fontSize={11.5}>
        {i18n.t('Still watched')}
      </text>
      {rows.map(({ months, watched }) => (
        <text
          key={months}
          x={layout.xOf(months)}
          y={top + 18}
          textAnchor="middle"
          fill={watched < 5 ? paint.muted : paint.text}
          fontSize={11.5}
        >
          {formatNumber(watched)}
        </text>
      ))}
    </g>
  );
}
