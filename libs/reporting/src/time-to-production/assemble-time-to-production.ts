import {
  addDays,
  cumulativeIncidence,
  type Day,
  finishedOnly,
  type IncidenceCurves,
  journeySubject,
  MIN_AT_RISK_AT_HORIZON,
  monthsFromDays,
  PILOT_EXITS,
  type PilotExit,
  type PilotJourney,
  pilotJourney,
  SHARE_HORIZONS_MONTHS,
  sharesByMonth,
  type StageLog,
  timeToShare,
} from '@pilotage/analytics';
import { assembleCurves, assembleRiskTable } from './assemble-curves.js';
import { excludedJourneys, rateReason, shareSentence, tooFewWatched } from './time-to-production.wording.js';
import {
  type HorizonShare,
  type JourneyCause,
  type JourneyRow,
  type RegisterStatement,
  type TimeToProduction,
} from './time-to-production.js';

/** The timeline of one initiative and the last day anybody saw it. */
export interface ObservedLog extends StageLog {
  readonly initiativeId: string;
  readonly lastObservedOn: Day | null;
  /** Of the last list that said anything of its stages; see `RegisterStatement`. */
  readonly registerId: string | null;
}

export interface TimeToProductionInput {
  readonly asOf: Day;
  readonly logs: readonly ObservedLog[];
  /** One for each register, the newest list first; none where nothing is said. */
  readonly registers: readonly RegisterStatement[];
}

type Followed = Extract<PilotJourney, { kind: 'followed' }>;

/**
 * From first pilot entry to production, with pilots that were stopped as what they are (method 1.2, 1.7): cumulative
 * incidence with delayed entry from the day since which the register is complete. Where some registers say that day, what
 * the others list is put aside: its stopped pilots are missing.
 */
export function assembleTimeToProduction({ asOf, logs, registers }: TimeToProductionInput): TimeToProduction {
  const register = registers.find(({ completeSince }) => completeSince !== null) ?? registers[0] ?? null;
  const completeSince = register?.completeSince ?? null;
  const sinceOf = new Map(registers.map((one) => [one.registerId, one.completeSince]));
  const told = logs.filter(({ registerId }) => completeSince === null || sinceOf.get(registerId));
  const journeys = told.map((log) => ({
    id: log.initiativeId,
    journey: pilotJourney(log, {
      completeSince: sinceOf.get(log.registerId) ?? null,
      lastObservedOn: log.lastObservedOn,
      asOf,
    }),
  }));
  const all = journeys.map(({ journey }) => journey);
  const followed = all.filter((journey): journey is Followed => journey.kind === 'followed');
  const count = (cause: Followed['cause']) => followed.filter((journey) => journey.cause === cause).length;
  const leftUndated = followed.filter((journey) => journey.leftUndated).length;
  const counts = {
    n: followed.length,
    events: count('production'),
    stopped: count('stopped'),
    merged: count('merged'),
    running: count('running') - leftUndated,
    leftUndated,
  };
  const subjects = all.flatMap((journey) => journeySubject(journey) ?? []);
  const curves = cumulativeIncidence(subjects, PILOT_EXITS, { minAtRiskToStart: MIN_AT_RISK_AT_HORIZON });
  const reason = rateReason(register, counts.events, curves);
  const estimate = reason === null && curves.kind === 'incidence-curves' ? curves : null;
  const shares = SHARE_HORIZONS_MONTHS.map((months) => horizonShare(estimate, months, reason));
  const finished = finishedOnly(all);
  return {
    asOf,
    ...counts,
    excluded: excludedJourneys(all, logs.length - told.length, new Set(sinceOf.values())),
    completeSince,
    livingOnly: register?.livingOnly ?? false,
    wording: shareSentence(counts, shares, reason),
    curves: estimate ? assembleCurves(estimate) : [],
    riskTable: estimate ? assembleRiskTable(estimate) : [],
    shares,
    quarterArrivedMonths: estimate && monthsToShare(estimate, 0.25),
    medianMonths: estimate && monthsToShare(estimate, 0.5),
    finishedOnlyMedianMonths: finished.kind === 'unavailable' ? null : monthsFromDays(finished.medianDays),
    finishedOnlyN: finished.kind === 'unavailable' ? 0 : finished.n,
    coarseDates: all.filter(({ kind }) => kind === 'coarse-dates').length,
    sameDay: followed.filter(({ isSameDayPassage }) => isSameDayPassage).length,
    startsAtDays: estimate && estimate.table.startsAt > 0 ? estimate.table.startsAt : null,
    reason,
    rows: journeys
      .flatMap(({ id, journey }) => (journey.kind === 'followed' ? [journeyRow(id, journey)] : []))
      .sort((a, b) =>
        a.from < b.from ? -1 : a.from > b.from ? 1 : a.initiativeId < b.initiativeId ? -1 : 1,
      ),
  };
}

const CAUSES: Record<Followed['cause'], JourneyCause> = {
  production: 'PRODUCTION',
  stopped: 'STOPPED',
  merged: 'MERGED',
  running: 'RUNNING',
};

function journeyRow(initiativeId: string, journey: Followed): JourneyRow {
  const { entryDay, exitDay, observedFromDay, cause, leftUndated, days } = journey;
  return {
    initiativeId,
    from: entryDay,
    to: exitDay,
    enteredWatchOn: observedFromDay > 0 ? addDays(entryDay, observedFromDay) : null,
    cause: CAUSES[cause],
    leftUndated,
    days,
  };
}

function horizonShare(
  curves: IncidenceCurves<PilotExit> | null,
  months: number,
  reason: string | null,
): HorizonShare {
  const nothing = { months, share: null, lower: null, upper: null };
  const [at] = curves ? sharesByMonth(curves, 'production', [months]) : [];
  if (!at) return { ...nothing, atRisk: 0, reason };
  if (at.kind === 'too-few-watched')
    return { ...nothing, atRisk: at.atRisk, reason: tooFewWatched(at.atRisk, months, at.needed) };
  if (at.kind === 'before-start')
    return {
      ...nothing,
      atRisk: 0,
      reason: `Too few pilots were watched before month ${Math.ceil(at.startsAtMonth)}.`,
    };
  const { interval } = at;
  return {
    months,
    share: at.incidence,
    lower: interval.kind === 'interval' ? interval.low : null,
    upper: interval.kind === 'interval' ? interval.high : null,
    atRisk: at.atRisk,
    reason: null,
  };
}

function monthsToShare(curves: IncidenceCurves<PilotExit>, share: number): number | null {
  const reached = timeToShare(curves, 'production', share).estimate;
  return reached.kind === 'reached' ? monthsFromDays(reached.time) : null;
}
