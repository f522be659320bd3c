import { scaleLinear } from 'd3-scale';
import { NARROW } from '../../chart/drawing.js';
import { every, px, spread } from '../../chart/layout.js';
import type { JourneyCause } from '../../words/domain.js';

/** The estimate from `months` on, until the next point. Shares are 0..1. */
export interface CurvePoint {
  months: number;
  share: number;
  lower?: number | null;
  upper?: number | null;
  atRisk: number;
}

export interface StepCurve {
  cause: JourneyCause;
  points: readonly CurvePoint[];
}

export interface RiskRow {
  months: number;
  watched: number;
  inProduction: number;
  stopped: number;
}

export interface Horizon {
  months: number;
  /** null with a reason when too few are still watched. */
  share: number | null;
  lower?: number | null;
  upper?: number | null;
  atRisk: number;
  reason?: string | null;
}

export interface StepCurvesData {
  curves: readonly StepCurve[];
  /** Numbers still watched, for the row under the axis. */
  riskTable?: readonly RiskRow[];
  horizons?: readonly Horizon[];
  /** Where watching begins, with delayed entry. */
  startsAtMonths?: number | null;
}

export type Corner = [x: number, y: number];

export interface StepCurvesLayout {
  left: number;
  right: number;
  top: number;
  bottom: number;
  height: number;
  xOf: (months: number) => number;
  yOf: (share: number) => number;
  monthTicks: number[];
  isNarrow: boolean;
  /** Where each curve's label stands at the right, in the order of the curves. */
  labelYs: number[];
  endMonths: number;
}

/**
 * The corners of a step curve: flat until an event, then straight up or down. Never a slope between two events,
 * since nothing is known of the time between them. Runs on, flat, to the last month watched.
 */
export function corners(
  points: readonly CurvePoint[],
  base: number,
  from: number,
  to: number,
  valueOf: (point: CurvePoint) => number = (point) => point.share,
): Corner[] {
  const path: Corner[] = [[from, base]];
  let level = base;
  for (const point of points) {
    if (point.months > from) path.push([point.months, level]);
    level = valueOf(point);
    path.push([point.months, level]);
  }
  if (to > (path.at(-1)?.[0] ?? to)) path.push([to, level]);
  return path;
}

/** Drops what never happened: nobody was merged, so no flat line at zero says so. */
export function withoutIdle(data: StepCurvesData): StepCurvesData {
  const happened = ({ cause, points }: StepCurve) =>
    cause !== 'MERGED' || points.some((point) => point.share > 0);
  return { ...data, curves: data.curves.filter(happened) };
}

/** Everybody is still running at the start, and nobody is anywhere else. */
export function baseOf(cause: JourneyCause): number {
  return cause === 'RUNNING' ? 1 : 0;
}

/** The parts of a curve that have an interval, each as lower and upper corners. */
export function bands(points: readonly CurvePoint[], to: number): { lower: Corner[]; upper: Corner[] }[] {
  const runs: { points: CurvePoint[]; to: number }[] = [];
  points.forEach((point, index) => {
    if (point.lower == null || point.upper == null) return;
    const end = points[index + 1]?.months ?? to;
    const run = runs.at(-1);
    if (run && run.to === point.months) {
      run.points.push(point);
      run.to = end;
    } else runs.push({ points: [point], to: end });
  });
  return runs.map((run) => {
    const start = run.points[0]?.months ?? 0;
    const edge = (valueOf: (point: CurvePoint) => number) =>
      corners(run.points, 0, start, run.to, valueOf).slice(1);
    return { lower: edge((point) => point.lower ?? 0), upper: edge((point) => point.upper ?? 0) };
  });
}

/** The share at `months`: that of the last event up to then. */
export function shareAt(curve: StepCurve, months: number): number {
  return curve.points.findLast((point) => point.months <= months)?.share ?? baseOf(curve.cause);
}

export function layoutOf(data: StepCurvesData, width: number, legend: number): StepCurvesLayout {
  const isNarrow = width < NARROW;
  const endMonths = Math.max(1, ...data.curves.flatMap((curve) => curve.points.map((point) => point.months)));
  const lastRisk = Math.max(
    0,
    ...(data.riskTable ?? []).filter((row) => row.watched > 0).map((row) => row.months),
  );
  const domain = Math.max(endMonths, lastRisk);
  const left = 44;
  const right = width - (isNarrow ? 14 : 148);
  const top = (isNarrow ? legend + 8 : 12) + 12;
  const bottom = top + (isNarrow ? 210 : 260);
  const x = scaleLinear([0, domain], [left, right]);
  const y = scaleLinear([0, 1], [bottom, top]);
  const yOf = (share: number) => px(y(share));
  const ends = data.curves.map((curve) => yOf(shareAt(curve, endMonths)));
  return {
    left,
    right,
    top,
    bottom,
    height: bottom + 32 + ((data.riskTable?.length ?? 0) > 0 ? 44 : 0),
    xOf: (months) => px(x(months)),
    yOf,
    monthTicks: monthTicks(domain, right - left),
    isNarrow,
    labelYs: spread(ends, 34, top, bottom),
    endMonths: domain,
  };
}

/** Every 3, 6, 12 … months, so many as are legible. */
function monthTicks(domain: number, room: number): number[] {
  const step = [1, 3, 6, 12, 24].find((months) => every(domain / months, room, 40) === 1) ?? 36;
  return Array.from({ length: Math.floor(domain / step) + 1 }, (_, index) => index * step);
}
