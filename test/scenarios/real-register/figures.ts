import { currentStage, type Day, isInProduction, type Stage, type StageEvent } from '@pilotage/analytics';
import { type ObservedLog } from '../../../libs/reporting/src/time-to-production/assemble-time-to-production.js';
import { CONVENTIONS, type ListedLog, outcomeOf } from './conventions.js';
import { conventionTable, counted, percent } from './readme.js';

/** The register as it was imported, years that a spreadsheet shows as days repaired to years. */
export interface ImportedRegister {
  readonly asOf: Day;
  readonly logs: readonly ObservedLog[];
  /** What the product itself says that this register can tell. */
  readonly wording: string;
}

/** What README.md says of idea to production in 2024. */
export function conventionsText({ asOf, logs, wording }: ImportedRegister): string {
  const listed = logs.map((log): ListedLog => ({ ...log, stage: stageOf(log, asOf) }));
  const rows = CONVENTIONS.map((convention) => ({ ...convention, ...outcomeOf(listed, asOf, convention) }));
  const [first] = rows;
  if (!first?.finishedOnlyMedian) throw new RangeError('Nobody arrived.');
  const begun = listed.flatMap(({ events }) => events.filter(isDated('IDEA')).slice(0, 1));
  const [starts, firsts] = [begun.length, begun.filter(({ on }) => on.endsWith('-01')).length];
  const byYear = rows.flatMap(({ shares: [year] }) => (year?.kind === 'share' ? [year.incidence] : []));
  const { stopped, followed } = stoppedOf(listed);
  return [
    `> ${wording}`,
    `The easy number is there: ${counted(first.events)} use cases have both days, and half of these took no longer than ${first.finishedOnlyMedian.toFixed(1)} months from idea to production. It leaves out the ${counted(first.n - first.events)} that began and have not arrived. With them, the same rows give:`,
    conventionTable(rows),
    `_Idea to production (Date Initiated to Date Implemented), among cases still listed in 2024; stopped ones are mostly missing: ${followed} of the ${stopped} retired without an implementation date have a start and an end. Who still runs is censored on the day of the file, who was stopped competes (Aalen-Johansen, 95 % intervals)._`,
    `Within a year from ${percent(Math.min(...byYear))} to ${percent(Math.max(...byYear))} %: the convention moves the figure further than chance does. No row knows of what was stopped and left the list, nor how much that was; and ${counted(firsts)} of the ${counted(starts)} days on which something began are a first of a month, so many of them are months.`,
  ].join('\n\n');
}

function stageOf(log: ObservedLog, asOf: Day): ListedLog['stage'] {
  const current = currentStage(log, asOf);
  return current.kind === 'stage' ? current.stage : null;
}

/** Retired without a day of production, and of these who could be followed from start to end. */
function stoppedOf(logs: readonly ListedLog[]): { readonly stopped: number; readonly followed: number } {
  const ended = logs.filter(
    ({ stage, events }) => stage === 'ENDED' && !events.some((event) => isInProduction(event.stage)),
  );
  return {
    stopped: ended.length,
    followed: ended.filter(({ events }) => events.some(isDated('IDEA')) && events.some(isDated('ENDED')))
      .length,
  };
}

const isDated =
  (wanted: Stage) =>
  ({ stage, precision }: StageEvent): boolean =>
    stage === wanted && precision === 'DAY';
