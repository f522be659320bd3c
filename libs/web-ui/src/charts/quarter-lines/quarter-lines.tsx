import { i18n } from '../../words/i18n.js';
import { formatNumber, formatShare } from '../../words/numbers.js';
import { ChartFrame } from '../../chart/chart-frame.js';
import type { ChartProps, ChartTable, PictureProps, ReadPoint } from '../../chart/drawing.js';
import { legendHeight } from '../../chart/legend.js';
import { useLineLook } from '../../chart/marks.js';
import { legendOf, QuarterLinesDrawing } from './drawing.js';
import { layoutOf, type LineValue, type QuarterLinesData } from './geometry.js';

/** Scores per quarter, a line per stage or dimension, or one alone. Where nothing was rated, the line has a gap. */
export function QuarterLines(props: ChartProps & QuarterLinesData) {
  const { quarters, series, domain } = props;
  const look = useLineLook();
  const data = { quarters, series, domain };
  const draw = (width: number) => {
    const layout = layoutOf(data, width, legendHeight(legendOf(series, look), width));
    return {
      height: layout.height,
      picture: (
        <QuarterLinesPicture {...data} title={props.title} description={props.description} width={width} />
      ),
      points: series.map((line, index) =>
        (layout.runs[index] ?? []).flat().map((point): ReadPoint => ({
          x: point.x,
          y: point.y,
          heading: headingOf(data, point.quarter),
          lines: [
            { label: line.label, value: formatNumber(point.value), colour: look(line.key).colour },
            ...(point.bounds
              ? [{ label: i18n.t('Once all is answered'), value: boundsText(point.bounds) }]
              : []),
            { label: i18n.t('Stands on'), value: formatNumber(point.n) },
            ...(point.coverage == null
              ? []
              : [{ label: i18n.t('Answered'), value: formatShare(point.coverage) }]),
          ],
        })),
      ),
    };
  };
  const isEmpty = series.every((line) => line.values.every(({ value }) => value === null));
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
export function QuarterLinesPicture({ title, description, width, ...data }: PictureProps<QuarterLinesData>) {
  const look = useLineLook();
  const layout = layoutOf(data, width, legendHeight(legendOf(data.series, look), width));
  return (
    <QuarterLinesDrawing
      data={data}
      layout={layout}
      title={title}
      description={description ?? describe(data)}
      width={width}
    />
  );
}

function headingOf({ quarters }: QuarterLinesData, index: number): string {
  const quarter = quarters[index];
  if (!quarter) return '';
  return quarter.isFinished ? quarter.label : i18n.t('{quarter}, so far', { quarter: quarter.label });
}

function describe(data: QuarterLinesData): string {
  const parts = data.series.map(({ label, values }) => {
    const known = values.filter((value) => value.value !== null);
    const [first, last] = [known[0]?.value, known.at(-1)?.value];
    if (first == null || last == null) return i18n.t('{label}: no data', { label });
    return i18n.t('{label}: {first} to {last}', {
      label,
      first: formatNumber(first),
      last: formatNumber(last),
    });
  });
  const [from, to] = [data.quarters[0]?.label ?? '', data.quarters.at(-1)?.label ?? ''];
  return i18n.t('{from} to {to}. {parts}.', { from, to, parts: parts.join('; ') });
}

function tableOf(data: QuarterLinesData): ChartTable {
  const hasRated = data.quarters.some(({ rated }) => rated);
  return {
    columns: [
      i18n.t('Quarter'),
      ...data.series.map(({ label }) => label),
      ...(hasRated ? [i18n.t('Rated')] : []),
    ],
    rows: data.quarters.map(({ rated }, index) => [
      headingOf(data, index),
      ...data.series.map(({ values }) => cellOf(values[index])),
      ...(hasRated ? [rated ? ratedText(rated) : null] : []),
    ]),
  };
}

function cellOf(point: LineValue | undefined): string | null {
  if (!point || point.value === null) return null;
  const value = i18n.t('{value} (n {n})', { value: formatNumber(point.value), n: formatNumber(point.n) });
  return point.bounds
    ? i18n.t('{value}; {bounds} once all is answered', { value, bounds: boundsText(point.bounds) })
    : value;
}

const boundsText = ({ lower, upper }: NonNullable<LineValue['bounds']>): string =>
  i18n.t('{lower} to {upper}', { lower: formatNumber(lower), upper: formatNumber(upper) });

export function ratedText({ n, of }: { n: number; of: number }): string {
  return i18n.t('{n} of {of}', { n: formatNumber(n), of: formatNumber(of) });
}
