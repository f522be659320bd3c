import { i18n } from '../../words/i18n.js';
import { formatChange, formatNumber } from '../../words/numbers.js';
import { ChartFrame } from '../../chart/chart-frame.js';
import type { ChartProps, ChartTable, PictureProps, ReadPoint } from '../../chart/drawing.js';
import { BridgeDrawing, partLabel } from './drawing.js';
import { DECIMALS, layoutOf, printed, type BridgeData } from './geometry.js';

/** What a change of an average is made of. Its printed parts add up to its printed change. */
export function Bridge(props: ChartProps & BridgeData) {
  const { fromLabel, toLabel, start, end, parts } = props;
  const data = { fromLabel, toLabel, start, end, parts };
  const bridge = printed(data);
  const draw = (width: number) => {
    const layout = layoutOf(bridge, width);
    const at = (index: number) => layout.top + layout.row * (index + 0.5) + (layout.isNarrow ? 9 : 0);
    const level = (heading: string, value: number, index: number): ReadPoint => ({
      x: layout.xOf(value),
      y: at(index),
      heading,
      lines: [{ label: i18n.t('Readiness'), value: formatNumber(value, DECIMALS) }],
    });
    const steps = bridge.parts.map((part, index): ReadPoint => ({
      x: layout.xOf((part.before + part.after) / 2),
      y: at(index + 1),
      heading: partLabel(part.key),
      lines: [
        { label: i18n.t('Points'), value: formatChange(part.value, DECIMALS) },
        { label: i18n.t('Initiatives'), value: formatNumber(part.count) },
      ],
    }));
    return {
      height: layout.height,
      picture: <BridgePicture {...data} title={props.title} description={props.description} width={width} />,
      points: [[level(fromLabel, bridge.start, 0), ...steps, level(toLabel, bridge.end, steps.length + 1)]],
    };
  };
  return (
    <ChartFrame
      {...props}
      unit={props.unit ?? i18n.t('points')}
      draw={draw}
      table={tableOf(data)}
      isEmpty={parts.length === 0}
    />
  );
}

/** The picture alone, for print and mail. */
export function BridgePicture({ title, description, width, ...data }: PictureProps<BridgeData>) {
  const bridge = printed(data);
  return (
    <BridgeDrawing
      data={data}
      bridge={bridge}
      layout={layoutOf(bridge, width)}
      title={title}
      description={description ?? describe(data)}
      width={width}
    />
  );
}

function describe(data: BridgeData): string {
  const { start, end, change, parts } = printed(data);
  return i18n.t('From {start} in {from} to {end} in {to}, {change}: {parts}.', {
    start: formatNumber(start, DECIMALS),
    from: data.fromLabel,
    end: formatNumber(end, DECIMALS),
    to: data.toLabel,
    change: formatChange(change, DECIMALS),
    parts: parts.map((part) => `${partLabel(part.key)} ${formatChange(part.value, DECIMALS)}`).join(', '),
  });
}

function tableOf(data: BridgeData): ChartTable {
  const { start, end, parts } = printed(data);
  return {
    columns: [i18n.t('Part'), i18n.t('Points'), i18n.t('Initiatives')],
    rows: [
      [data.fromLabel, formatNumber(start, DECIMALS), ''],
      ...parts.map((part) => [
        partLabel(part.key),
        formatChange(part.value, DECIMALS),
        formatNumber(part.count),
      ]),
      [data.toLabel, formatNumber(end, DECIMALS), ''],
    ],
  };
}
