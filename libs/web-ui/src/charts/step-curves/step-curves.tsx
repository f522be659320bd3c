import { i18n } from '../../words/i18n.js';
import { causeLabel } from '../../words/domain.js';
import { formatNumber, formatShare, formatShareRange } from '../../words/numbers.js';
import { ChartFrame } from '../../chart/chart-frame.js';
import type { ChartProps, ChartTable, PictureProps, ReadPoint } from '../../chart/drawing.js';
import { legendHeight } from '../../chart/legend.js';
import { useCauseLook } from '../../chart/marks.js';
import {
  layoutOf,
  shareAt,
  withoutIdle,
  type CurvePoint,
  type Horizon,
  type StepCurvesData,
} from './geometry.js';
import { legendOf, StepCurvesDrawing } from './drawing.js';

/**
 * Cumulative incidence by month: the share in production, stopped and still running, with light interval bands
 * and the numbers still watched under the axis.
 */
export function StepCurves(props: ChartProps & StepCurvesData) {
  const { riskTable, horizons, startsAtMonths } = props;
  const look = useCauseLook();
  const data = withoutIdle({ curves: props.curves, riskTable, horizons, startsAtMonths });
  const { curves } = data;
  const draw = (width: number) => {
    const layout = layoutOf(data, width, legendHeight(legendOf(data, look), width));
    const rows = curves.map((curve) =>
      curve.points.map((point): ReadPoint => {
        const lines = [
          { label: causeLabel(curve.cause), value: shareText(point), colour: look(curve.cause).colour },
        ];
        return {
          x: layout.xOf(point.months),
          y: layout.yOf(point.share),
          heading: monthsText(point.months),
          lines: [...lines, { label: i18n.t('Still watched'), value: formatNumber(point.atRisk) }],
        };
      }),
    );
    return {
      height: layout.height,
      picture: (
        <StepCurvesPicture {...data} title={props.title} description={props.description} width={width} />
      ),
      points: [horizonPoints(data, layout), ...rows].filter((row) => row.length > 0),
    };
  };
  const isEmpty = curves.every((curve) => curve.points.length === 0);
  return (
    <ChartFrame {...props} unit={props.unit ?? '%'} draw={draw} table={tableOf(data)} isEmpty={isEmpty} />
  );
}

/** The picture alone, for print and mail. */
export function StepCurvesPicture({ title, description, width, ...given }: PictureProps<StepCurvesData>) {
  const data = withoutIdle(given);
  const look = useCauseLook();
  const layout = layoutOf(data, width, legendHeight(legendOf(data, look), width));
  return (
    <StepCurvesDrawing
      data={data}
      layout={layout}
      title={title}
      description={description ?? describe(data)}
      width={width}
    />
  );
}

function horizonPoints(data: StepCurvesData, layout: ReturnType<typeof layoutOf>): ReadPoint[] {
  const production = data.curves.find((curve) => curve.cause === 'PRODUCTION');
  return (data.horizons ?? [])
    .filter((horizon) => horizon.months <= layout.endMonths)
    .map((horizon) => ({
      x: layout.xOf(horizon.months),
      y: layout.yOf(horizon.share ?? (production ? shareAt(production, horizon.months) : 0)),
      heading: i18n.t('Within {months} months', { months: horizon.months }),
      lines: [
        { label: causeLabel('PRODUCTION'), value: horizonText(horizon) },
        { label: i18n.t('Still watched'), value: formatNumber(horizon.atRisk) },
      ],
    }));
}

function horizonText(horizon: Horizon): string {
  if (horizon.share === null) return horizon.reason ?? i18n.t('no data');
  return shareText({ ...horizon, share: horizon.share });
}

function shareText({ share, lower, upper }: Pick<CurvePoint, 'share' | 'lower' | 'upper'>): string {
  const range = lower != null && upper != null ? ` (${formatShareRange(lower, upper)})` : '';
  return formatShare(share) + range;
}

function monthsText(months: number): string {
  return i18n.t('Month {months}', { months: formatNumber(months, Number.isInteger(months) ? 0 : 1) });
}

function describe(data: StepCurvesData): string {
  const end = Math.max(0, ...data.curves.flatMap((curve) => curve.points.map((point) => point.months)));
  const ends = data.curves.map((curve) => `${causeLabel(curve.cause)} ${formatShare(shareAt(curve, end))}`);
  const shown = (data.horizons ?? []).filter((horizon) => horizon.share !== null);
  const shares = shown.map((horizon) =>
    i18n.t('within {months} months {share}', { months: horizon.months, share: horizonText(horizon) }),
  );
  return [
    i18n.t('Shares by month; at the end: {ends}.', { ends: ends.join(', ') }),
    shares.length > 0 ? i18n.t('In production: {shares}.', { shares: shares.join('; ') }) : '',
  ]
    .join(' ')
    .trim();
}

/** One row per month in which something happened, one column per way out, with its interval. */
function tableOf({ curves, horizons = [] }: StepCurvesData): ChartTable {
  const months = [...new Set(curves.flatMap((curve) => curve.points.map((point) => point.months)))].sort(
    (a, b) => a - b,
  );
  const watched = (month: number) =>
    curves.flatMap((curve) => curve.points).find((point) => point.months === month)?.atRisk ?? null;
  const events = months.map((month) => [
    formatNumber(month, 1),
    ...curves.map((curve) => {
      const point = curve.points.findLast(({ months: at }) => at <= month);
      return point ? shareText(point) : formatShare(shareAt(curve, month));
    }),
    formatNumber(watched(month) ?? 0),
  ]);
  const fixed = horizons.map((horizon) => [
    i18n.t('Within {months} months', { months: horizon.months }),
    ...curves.map((curve) => (curve.cause === 'PRODUCTION' ? horizonText(horizon) : null)),
    formatNumber(horizon.atRisk),
  ]);
  return {
    columns: [i18n.t('Month'), ...curves.map((curve) => causeLabel(curve.cause)), i18n.t('Still watched')],
    rows: [...events, ...fixed.map((row) => row.map((cell) => cell ?? '–'))],
  };
}
