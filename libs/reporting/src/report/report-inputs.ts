import { type Day, minDay } from '@pilotage/analytics';
import { type TenantReadTx } from '@pilotage/platform';
import { type SettingsService, type UnitService } from '@pilotage/tenancy';
import { type PilotRow, type StageMove } from '../executive/executive-quarter.js';
import { type Fact } from '../fact/fact.js';
import { PERIOD_QUARTERS, type PeriodQuarter, periodQuarters } from '../period/period.js';
import { type QuarterScope, readQuarterScopes } from '../period/scope.js';
import {
  type KnownAt,
  readActive,
  readDimensionScores,
  readFacts,
  readLogs,
  readMoves,
  readRegisters,
} from '../reading/history.queries.js';
import { type ObservedLog } from '../time-to-production/assemble-time-to-production.js';
import { type RegisterStatement } from '../time-to-production/time-to-production.js';
import { type ActiveThen, type DimensionScore } from '../trend/figures-of-facts.js';
import { type ReportRequest } from './report.js';

/** Everything a report is computed from, as read from history; its digest is the report's input digest. */
export interface ReportInputs {
  readonly kind: ReportRequest['kind'];
  readonly today: Day;
  readonly asOf: Day;
  readonly quarters: readonly PeriodQuarter[];
  readonly scopes: readonly QuarterScope[];
  readonly pilotLimitDays: number;
  readonly facts: readonly Fact[];
  readonly dimensionScores: readonly DimensionScore[];
  /** Of those that came into scope or left it between the last two quarters. */
  readonly active: readonly ActiveThen[];
  readonly logs: readonly ObservedLog[];
  readonly registers: readonly RegisterStatement[];
  readonly moves: readonly StageMove[];
}

export interface InputSources {
  readonly settings: SettingsService;
  readonly units: UnitService;
}

/**
 * Reads what a report needs, in one snapshot, as it was known.
 *
 * @param knownAt the report's own instant, or null to see the same period as known now
 */
export async function readReportInputs(
  tx: TenantReadTx,
  { settings, units }: InputSources,
  { kind, quarter, filter, knownAt: requestedAt }: ReportRequest,
  knownAt: KnownAt,
): Promise<ReportInputs> {
  const timeline = await settings.timeline(tx, knownAt);
  const today = timeline.todayAt(requestedAt);
  const asOf = minDay(quarter.to, today);
  const quarters = periodQuarters(timeline, quarter.to, PERIOD_QUARTERS, today);
  const scopes = await readQuarterScopes(tx, { units, filter, knownAt, own: null }, quarters, today);
  const hasFacts = kind !== 'TIME_TO_PRODUCTION';
  const hasLogs = kind !== 'TREND';
  const [last, scope] = [quarters.at(-1), scopes.at(-1)];
  if (!last || !scope) throw new RangeError('A report needs a period.');
  const [facts, logs, registers, moves] = await Promise.all([
    hasFacts ? readFacts(tx, knownAt, scopes) : [],
    hasLogs ? readLogs(tx, knownAt, asOf, scope) : [],
    hasLogs ? readRegisters(tx, knownAt) : [],
    kind === 'EXECUTIVE_QUARTER' ? readMoves(tx, knownAt, last, scope) : [],
  ]);
  const lastTwo = quarters.slice(-2).map(({ to }) => to);
  const [dimensionScores, active] = await Promise.all([
    hasFacts ? readDimensionScores(tx, assessmentIdsOf(facts)) : [],
    hasFacts ? readActive(tx, knownAt, lastTwo, inOneOf(lastTwo, facts)) : [],
  ]);
  const { pilotLimitDays } = timeline.on(last.to);
  return {
    kind,
    today,
    asOf,
    quarters,
    scopes,
    pilotLimitDays,
    facts,
    dimensionScores,
    active,
    logs,
    registers,
    moves,
  };
}

function assessmentIdsOf(facts: readonly Fact[]): string[] {
  return [...new Set(facts.flatMap(({ assessmentId }) => assessmentId ?? []))];
}

/** The initiatives with a fact at exactly one of two ends. */
function inOneOf(ends: readonly Day[], facts: readonly Fact[]): string[] {
  const ids = facts.flatMap(({ quarterTo, initiativeId }) =>
    ends.includes(quarterTo) ? [initiativeId] : [],
  );
  return [...Map.groupBy(ids, (id) => id)].flatMap(([id, facts]) => (facts.length === 1 ? [id] : []));
}

/** Those in pilot or limited production at the ends of the last two quarters, as `readPilots` reads them from facts. */
export function pilotsOf({ facts, quarters }: ReportInputs): PilotRow[] {
  const ends = quarters.slice(-2).map(({ to }) => to);
  return facts.filter((fact): fact is Fact & PilotRow => isPilot(fact) && ends.includes(fact.quarterTo));
}

const isPilot = ({ stage }: Fact): boolean => stage === 'PILOT' || stage === 'LIMITED_PRODUCTION';
