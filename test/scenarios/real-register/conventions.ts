import {
  cumulativeIncidence,
  type Day,
  day,
  finishedOnly,
  isInProduction,
  journeySubject,
  MIN_AT_RISK_AT_HORIZON,
  monthsFromDays,
  PILOT_EXITS,
  type PilotJourney,
  pilotJourney,
  type ShareByMonth,
  sharesByMonth,
  type Stage,
  type StageEvent,
  type StageLog,
} from '@pilotage/analytics';

/** What an import made of one row, and the stage that the row names. */
export interface ListedLog extends StageLog {
  readonly stage: Stage | null;
}

/** How a register's dates are taken; each choice can be defended, and each gives another figure. */
export interface Convention {
  readonly inProduction: 'by its date' | 'by its date, if operational';
  /** Years that a spreadsheet shows as days of 1905. */
  readonly serialYears: 'left out' | 'as mid-year';
  readonly sameDay: 'as half a day' | 'left out';
}

export const CONVENTIONS: readonly Convention[] = (
  ['by its date', 'by its date, if operational'] as const
).flatMap((inProduction) =>
  (['left out', 'as mid-year'] as const).flatMap((serialYears) =>
    (['as half a day', 'left out'] as const).map((sameDay) => ({ inProduction, serialYears, sameDay })),
  ),
);

export interface Outcome {
  readonly n: number;
  readonly events: number;
  readonly stopped: number;
  readonly running: number;
  /** In production or over, the day not recorded: followed until last seen before. */
  readonly leftUndated: number;
  readonly shares: readonly ShareByMonth[];
  /** Months, of those that arrived alone. */
  readonly finishedOnlyMedian: number | null;
}

export const HORIZONS = [12, 24] as const;

/**
 * From idea to production, who still runs censored on the day of the file. The register lists living ones only, so none
 * of this is a rate that the product would show: it is what one would get.
 */
export function outcomeOf(logs: readonly ListedLog[], asOf: Day, convention: Convention): Outcome {
  const journeys = logs
    .flatMap((log) => journeyOf(taken(log, asOf, convention), asOf) ?? [])
    .filter((journey) => journey.kind === 'followed')
    .filter(({ isSameDayPassage }) => convention.sameDay === 'as half a day' || !isSameDayPassage);
  const subjects = journeys.flatMap((journey) => journeySubject(journey) ?? []);
  const curves = cumulativeIncidence(subjects, PILOT_EXITS, { minAtRiskToStart: MIN_AT_RISK_AT_HORIZON });
  const count = (cause: PilotCause) => journeys.filter((journey) => journey.cause === cause).length;
  const leftUndated = journeys.filter((journey) => journey.leftUndated).length;
  const finished = finishedOnly(journeys);
  return {
    n: journeys.length,
    events: count('production'),
    stopped: count('stopped'),
    running: count('running') - leftUndated,
    leftUndated,
    shares: curves.kind === 'unavailable' ? [] : sharesByMonth(curves, 'production', HORIZONS),
    finishedOnlyMedian: finished.kind === 'unavailable' ? null : monthsFromDays(finished.medianDays),
  };
}

type PilotCause = Extract<PilotJourney, { kind: 'followed' }>['cause'];

/** From the day of the idea, whenever the pilot began; null without such a day. */
function journeyOf(log: ListedLog, asOf: Day): PilotJourney | null {
  const idea = log.events.find(({ stage, precision }) => stage === 'IDEA' && precision === 'DAY');
  if (!idea) return null;
  const watch = { completeSince: null, lastObservedOn: asOf, asOf };
  return pilotJourney(log, watch, { from: { on: idea.on }, to: 'PRODUCTION' });
}

function taken(log: ListedLog, asOf: Day, { inProduction, serialYears }: Convention): ListedLog {
  const dated = inProduction === 'by its date' ? log : withoutDeniedProduction(log);
  return serialYears === 'as mid-year' ? withMidYears(dated) : withoutYears(dated, asOf);
}

/** A date of production counts only where the row is in production, or over. */
function withoutDeniedProduction(log: ListedLog): ListedLog {
  if (log.stage === null || isInProduction(log.stage) || log.stage === 'ENDED') return log;
  return { ...log, events: log.events.filter(({ stage }) => !isInProduction(stage)) };
}

const withMidYears = (log: ListedLog): ListedLog => ({
  ...log,
  events: log.events.map((event) => (event.precision === 'YEAR' ? midYear(event) : event)),
});

/** A year alone begins and ends no duration; its middle does, and is never more than half a year off. */
const midYear = (event: StageEvent): StageEvent => ({
  ...event,
  on: day(`${event.on.slice(0, 4)}-07-02`),
  precision: 'DAY',
});

/** As an import has it that leaves the years out: the stage is only seen then. */
function withoutYears(log: ListedLog, asOf: Day): ListedLog {
  const events = log.events.filter(({ precision }) => precision !== 'YEAR');
  if (events.length === log.events.length || log.stage === null) return { ...log, events };
  return { ...log, events, observations: [...log.observations, { id: '', stage: log.stage, on: asOf }] };
}
