import { i18n } from '../../words/i18n.js';
import { stageLabel } from '../../words/domain.js';
import { formatNumber } from '../../words/numbers.js';
import { ChartFrame } from '../../chart/chart-frame.js';
import type { ChartProps, ChartTable, PictureProps, ReadPoint } from '../../chart/drawing.js';
import { legendHeight } from '../../chart/legend.js';
import { usePaint } from '../../theme/paint.js';
import { legendOf, StackedAreasDrawing } from './drawing.js';
import { layoutOf, STACK_ORDER, type StackedAreasData } from './geometry.js';

/** Initiatives by stage at each quarter's end; a quarter that still runs is hatched. */
export function StackedAreas(props: ChartProps & StackedAreasData) {
  const { quarters, stages = STACK_ORDER } = props;
  const paint = usePaint();
  const data = { quarters, stages };
  const draw = (width: number) => {
    const layout = layoutOf(data, width, legendHeight(legendOf(stages), width));
    const points = layout.layers.toReversed().map((layer) =>
      layer.runs.flat().map((point): ReadPoint => ({
        x: point.x,
        y: (point.y0 + point.y1) / 2,
        heading: headingOf(data, point.quarter),
        lines: [
          {
            label: stageLabel(layer.stage),
            value: formatNumber(point.count),
            colour: paint.stage[layer.stage],
          },
          { label: i18n.t('Active in all'), value: formatNumber(totalOf(data, point.quarter)) },
        ],
      })),
    );
    return {
      height: layout.height,
      picture: (
        <StackedAreasPicture {...data} title={props.title} description={props.description} width={width} />
      ),
      points,
    };
  };
  const isEmpty = quarters.every((_, index) => totalOf(data, index) === 0);
  return (
    <ChartFrame
      {...props}
      unit={props.unit ?? i18n.t('initiatives')}
      draw={draw}
      table={tableOf(data)}
      isEmpty={isEmpty}
    />
  );
}

/** The picture alone, for print and mail. */
export function StackedAreasPicture({ title, description, width, ...data }: PictureProps<StackedAreasData>) {
  const layout = layoutOf(data, width, legendHeight(legendOf(data.stages ?? STACK_ORDER), width));
  return (
    <StackedAreasDrawing
      data={data}
      layout={layout}
      title={title}
      description={description ?? describe(data)}
      width={width}
    />
  );
}

function headingOf({ quarters }: StackedAreasData, index: number): string {
  const quarter = quarters[index];
  if (!quarter) return '';
  return quarter.isFinished ? quarter.label : i18n.t('{quarter}, so far', { quarter: quarter.label });
}

function totalOf({ quarters, stages = STACK_ORDER }: StackedAreasData, index: number): number {
  return stages.reduce((sum, stage) => sum + (quarters[index]?.counts?.[stage] ?? 0), 0);
}

function describe(data: StackedAreasData): string {
  const { quarters, stages = STACK_ORDER } = data;
  const known = quarters
    .map((quarter, index) => ({ quarter, index }))
    .filter(({ quarter }) => quarter.counts);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return i18n.t('No quarter has data.');
  const parts = stages.map(
    (stage) => `${stageLabel(stage)} ${formatNumber(last.quarter.counts?.[stage] ?? 0)}`,
  );
  return i18n.t('{from}: {before} active; {to}: {now} active ({parts}).', {
    from: headingOf(data, first.index),
    before: formatNumber(totalOf(data, first.index)),
    to: headingOf(data, last.index),
    now: formatNumber(totalOf(data, last.index)),
    parts: parts.join(', '),
  });
}

function tableOf(data: StackedAreasData): ChartTable {
  const stages = (data.stages ?? STACK_ORDER).toReversed();
  return {
    columns: [i18n.t('Quarter'), ...stages.map(stageLabel), i18n.t('Active in all')],
    rows: data.quarters.map(({ counts }, index) => [
      headingOf(data, index),
      ...stages.map((stage) => (counts ? formatNumber(counts[stage] ?? 0) : null)),
      counts ? formatNumber(totalOf(data, index)) : null,
    ]),
  };
}
