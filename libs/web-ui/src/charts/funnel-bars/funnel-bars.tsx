import { i18n } from '../../words/i18n.js';
import { formatNumber, formatShare } from '../../words/numbers.js';
import { ChartFrame } from '../../chart/chart-frame.js';
import {
  NARROW,
  type ChartProps,
  type ChartTable,
  type PictureProps,
  type ReadPoint,
} from '../../chart/drawing.js';
import { fit, px } from '../../chart/layout.js';
import { Picture } from '../../chart/picture.js';
import { StageShape } from '../../components/stage-shape.js';
import { usePaint } from '../../theme/paint.js';
import type { Stage } from '../../words/domain.js';

export interface FunnelBar {
  key: string;
  label: string;
  value: number;
  /** Of how many; the bar then stands in a lighter one of that length. */
  of?: number;
  stage?: Stage;
}

export interface FunnelBarsData {
  bars: readonly FunnelBar[];
}

/** Counts in an order, each of its whole: "5 of 14". */
export function FunnelBars(props: ChartProps & FunnelBarsData) {
  const { bars } = props;
  const draw = (width: number) => {
    const layout = layoutOf({ bars }, width);
    return {
      height: layout.height,
      picture: (
        <FunnelBarsPicture bars={bars} title={props.title} description={props.description} width={width} />
      ),
      points: bars.map((bar, index): ReadPoint[] => [
        {
          x: layout.xOf(bar.value),
          y: layout.barTop(index) + layout.thick / 2,
          heading: bar.label,
          lines: [
            { label: props.unit ?? i18n.t('initiatives'), value: valueText(bar) },
            ...(bar.of ? [{ label: i18n.t('Share'), value: formatShare(bar.value / bar.of) }] : []),
          ],
        },
      ]),
    };
  };
  const isEmpty = bars.every((bar) => bar.value === 0 && !bar.of);
  return (
    <ChartFrame
      {...props}
      unit={props.unit ?? i18n.t('initiatives')}
      draw={draw}
      table={tableOf({ bars })}
      isEmpty={isEmpty}
    />
  );
}

/** The picture alone, for print and mail. */
export function FunnelBarsPicture({ title, description, width, ...data }: PictureProps<FunnelBarsData>) {
  const paint = usePaint();
  const layout = layoutOf(data, width);
  return (
    <Picture title={title} description={description ?? describe(data)} width={width} height={layout.height}>
      {data.bars.map((bar, index) => {
        const top = layout.barTop(index);
        const wordsY = layout.isNarrow ? top - 7 : top + layout.thick / 2 + 4;
        const colour = bar.stage ? paint.stage[bar.stage] : paint.series;
        const indent = bar.stage ? 20 : 0;
        return (
          <g key={bar.key}>
            {bar.stage && (
              <g transform={`translate(7,${wordsY - 4})`}>
                <StageShape stage={bar.stage} radius={6} />
              </g>
            )}
            <text x={indent} y={wordsY} fill={paint.text} fontSize={12.5}>
              {fit(bar.label, (layout.isNarrow ? width - 80 : layout.left - 12) - indent, 12.5)}
            </text>
            {bar.of !== undefined && (
              <rect
                x={layout.left}
                y={top}
                width={layout.xOf(bar.of) - layout.left}
                height={layout.thick}
                rx={3}
                fill={paint.seriesSoft}
              />
            )}
            <rect
              x={layout.left}
              y={top}
              width={Math.max(layout.xOf(bar.value) - layout.left, bar.value > 0 ? 2 : 0)}
              height={layout.thick}
              rx={3}
              fill={colour}
            />
            <text x={width} y={wordsY} textAnchor="end" fill={paint.text} fontWeight={600} fontSize={12.5}>
              {valueText(bar)}
            </text>
          </g>
        );
      })}
    </Picture>
  );
}

function layoutOf({ bars }: FunnelBarsData, width: number) {
  const isNarrow = width < NARROW;
  const left = isNarrow ? 0 : 190;
  const right = width - (isNarrow ? 0 : 84);
  const most = Math.max(1, ...bars.map((bar) => Math.max(bar.value, bar.of ?? 0)));
  const thick = isNarrow ? 10 : 18;
  const row = isNarrow ? 42 : 32;
  return {
    isNarrow,
    left,
    thick,
    height: bars.length * row + 4,
    xOf: (value: number) => px(left + ((right - left) * value) / most),
    barTop: (index: number) => index * row + (isNarrow ? 24 : (row - thick) / 2),
  };
}

function valueText({ value, of }: FunnelBar): string {
  if (of === undefined) return formatNumber(value);
  return i18n.t('{n} of {of}', { n: formatNumber(value), of: formatNumber(of) });
}

function describe({ bars }: FunnelBarsData): string {
  return `${bars.map((bar) => `${bar.label} ${valueText(bar)}`).join(', ')}.`;
}

function tableOf({ bars }: FunnelBarsData): ChartTable {
  return {
    columns: [i18n.t('Name'), i18n.t('Number'), i18n.t('Of'), i18n.t('Share')],
    rows: bars.map(({ label, value, of }) => [
      label,
      formatNumber(value),
      of === undefined ? '–' : formatNumber(of),
      of ? formatShare(value / of) : '–',
    ]),
  };
}
