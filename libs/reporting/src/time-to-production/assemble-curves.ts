import {
  atRiskAt,
  daysFromMonths,
  type IncidenceCurves,
  type IncidenceStep,
  monthsFromDays,
  type PilotExit,
  probabilityInterval,
} from '@pilotage/analytics';
import { type Curve, type CurvePoint, type JourneyCause, type RiskRowView } from './time-to-production.js';

const CURVES: readonly { cause: JourneyCause; exit: PilotExit | null }[] = [
  { cause: 'PRODUCTION', exit: 'production' },
  { cause: 'STOPPED', exit: 'stopped' },
  { cause: 'MERGED', exit: 'merged' },
  { cause: 'RUNNING', exit: null },
];

const RISK_TABLE_STEP_MONTHS = 6;
/** At risk at a time is who entered before it, so those who start the curve are counted a moment after its start. */
const A_MOMENT = 1e-6;

/** One step curve per way out and one for who is still running; at every point they add up to 1. */
export function assembleCurves(curves: IncidenceCurves<PilotExit>): Curve[] {
  return CURVES.map(({ cause, exit }) => ({ cause, points: curvePoints(curves, exit) })).filter(
    ({ cause, points }) => cause !== 'MERGED' || points.some(({ share }) => share > 0),
  );
}

/** From the start of the curve, through every change, to the last day anybody was watched. */
function curvePoints({ table, steps }: IncidenceCurves<PilotExit>, exit: PilotExit | null): CurvePoint[] {
  const points: CurvePoint[] = [
    point(table.startsAt, exit === null ? 1 : 0, null, atRiskAt(table, table.startsAt + A_MOMENT)),
  ];
  for (const step of steps) {
    const { share, standardError } = stateOf(step, exit);
    if (share === points.at(-1)?.share && step !== steps.at(-1)) continue;
    points.push(point(step.time, share, standardError, step.atRisk));
  }
  return points;
}

function stateOf({ remaining, causes }: IncidenceStep<PilotExit>, exit: PilotExit | null) {
  if (exit === null) return { share: remaining, standardError: null };
  return { share: causes[exit].incidence, standardError: causes[exit].standardError };
}

function point(days: number, share: number, standardError: number | null, atRisk: number): CurvePoint {
  const interval = standardError === null ? null : probabilityInterval(share, standardError);
  const [lower, upper] = interval?.kind === 'interval' ? [interval.low, interval.high] : [null, null];
  return { days, months: monthsFromDays(days), share, lower, upper, atRisk };
}

/** Every six months: who is still watched, and how many had arrived or been stopped by then. */
export function assembleRiskTable({ table, steps }: IncidenceCurves<PilotExit>): RiskRowView[] {
  const rows: RiskRowView[] = [];
  for (let months = 0; daysFromMonths(months) <= table.lastTime; months += RISK_TABLE_STEP_MONTHS) {
    const time = daysFromMonths(months);
    const until = steps.filter((step) => step.time <= time);
    const left = (exit: PilotExit) => until.reduce((sum, { causes }) => sum + causes[exit].events, 0);
    rows.push({
      months,
      watched: atRiskAt(table, time + (time === 0 ? A_MOMENT : 0)),
      inProduction: left('production'),
      stopped: left('stopped'),
    });
  }
  return rows;
}
