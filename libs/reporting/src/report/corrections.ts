import { type ExecutiveQuarter, type Move, MOVES_SHOWN } from '../executive/executive-quarter.js';
import { type HorizonShare, type TimeToProduction } from '../time-to-production/time-to-production.js';
import { type Bridge, type QuarterPoint, type Trend } from '../trend/trend.js';
import { type ReportResult } from './report.js';

/** A figure that is another one now. */
export interface Correction {
  readonly figure: string;
  readonly published: string;
  readonly now: string;
}

/** How initiatives are called, by id. */
export type Names = ReadonlyMap<string, string>;

/** The initiatives that a result names in a line of its own. */
export function initiativesNamed(result: ReportResult): string[] {
  return result.kind === 'EXECUTIVE_QUARTER'
    ? result.executiveQuarter.moved.map(({ initiativeId }) => initiativeId)
    : [];
}

/** The figures and lines of two results of one period that differ, in the order of the page. */
export function corrections(published: ReportResult, now: ReportResult, names: Names): Correction[] {
  const current = new Map(figuresOf(now, names));
  return figuresOf(published, names).flatMap(([figure, before]) => {
    const after = current.get(figure);
    return after === undefined || shown(after) === shown(before)
      ? []
      : [{ figure, published: shown(before), now: shown(after) }];
  });
}

type Figure = readonly [name: string, value: number | string | null];

function figuresOf(result: ReportResult, names: Names): Figure[] {
  switch (result.kind) {
    case 'TREND':
      return trendFigures(result.trend);
    case 'TIME_TO_PRODUCTION':
      return timeFigures(result.timeToProduction);
    case 'EXECUTIVE_QUARTER':
      return executiveFigures(result.executiveQuarter, names);
  }
}

function trendFigures({ quarters, bridge, constantCohort, blockers }: Trend): Figure[] {
  return [
    ...quarters.flatMap(quarterFigures),
    ...bridgeFigures(bridge),
    ['Mean change of those rated in both quarters', constantCohort?.meanDifference ?? null],
    ['What blocks most', blockers[0] ? `${blockers[0].questionKey} (${blockers[0].initiatives})` : null],
  ];
}

function quarterFigures({
  quarter,
  stages,
  active,
  ready,
  readiness,
  byStage,
  byDimension,
}: QuarterPoint): Figure[] {
  const figure = (name: string, value: number | string | null): Figure => [
    `${quarter.label}: ${name}`,
    value,
  ];
  return [
    figure('active initiatives', active),
    ...stages.map(({ stage, count }) => figure(`in ${wordsOf(stage)}`, count)),
    figure('ready for the next stage', `${ready.ready} of ${ready.of}`),
    figure('readiness', readiness.value),
    figure('readiness current for', `${readiness.n} of ${readiness.active}`),
    ...byStage.map(({ stage, readiness: own }) => figure(`readiness in ${wordsOf(stage)}`, own.value)),
    ...byDimension.map(({ dimensionKey, value }) => figure(`readiness in ${dimensionKey}`, value)),
  ];
}

function bridgeFigures(bridge: Bridge | null): Figure[] {
  if (!bridge) return [];
  const { change, continuing, newInitiatives, newlyRated, ended, becameStale } = bridge;
  return [
    ['Change of readiness', change],
    ['Change: same initiatives', continuing],
    ['Change: new', newInitiatives],
    ['Change: newly rated', newlyRated],
    ...ifKept('Change: moved in', bridge.movedIn),
    ['Change: ended', ended],
    ['Change: no longer rated', becameStale],
    ...ifKept('Change: moved out', bridge.movedOut),
  ];
}

/** Nothing for a figure that results did not hold yet when the report was stored. */
const ifKept = (name: string, value: number | null | undefined): Figure[] =>
  value === undefined ? [] : [[name, value]];

function timeFigures(page: TimeToProduction): Figure[] {
  return [
    ['Pilots followed', page.n],
    ['Reached production', page.events],
    ['Stopped before production', page.stopped],
    ['Merged', page.merged],
    ['Still running', page.running],
    ...ifKept('Left the pilot, day not recorded', page.leftUndated),
    ...page.shares.flatMap(shareFigures),
    ['Months until a quarter had arrived', page.quarterArrivedMonths],
    ['Months until half had arrived', page.medianMonths],
  ];
}

function shareFigures({ months, share, lower, upper }: HorizonShare): Figure[] {
  const percent = (part: number | null) => (part === null ? null : 100 * part);
  const name = `In production within ${months} months`;
  return [
    [`${name}, percent`, percent(share)],
    [`${name}, from`, percent(lower)],
    [`${name}, to`, percent(upper)],
  ];
}

function executiveFigures(page: ExecutiveQuarter, names: Names): Figure[] {
  const { inProduction, pilots, stuck, shareWithin12Months, shareN, blocker } = page;
  return [
    ['Headline', page.headline],
    ['In production', `${inProduction.count} of ${inProduction.of}`],
    ['Came into production', inProduction.entered],
    ['First recorded in production', inProduction.firstRecorded],
    ['Left production', inProduction.left],
    ['Pilots', `${pilots.count} of ${pilots.of}`],
    ['Pilots begun', pilots.entered],
    ['First recorded in pilot', pilots.firstRecorded],
    ['Left pilot', pilots.left],
    ['Stuck pilots', stuck.stuck],
    ['Over the limit, plan not recorded', stuck.overLimitNoPlan],
    ['Over the limit in limited production', stuck.longInLimitedProductionIds.length],
    ...shareFigures(shareWithin12Months),
    ['Pilots behind this share', shareN],
    ...moveFigures(page.moved, names),
    ['What blocks most', blocker ? `${blocker.questionKey} (${blocker.initiatives})` : null],
    ...page.quarters.flatMap(quarterFigures),
    ...bridgeFigures(page.bridge),
  ];
}

/** As many lines as there can be, so that one that came or went differs from none. */
function moveFigures(moved: readonly Move[], names: Names): Figure[] {
  return Array.from({ length: MOVES_SHOWN }, (_, index): Figure => {
    const move = moved[index];
    const line = move && `${names.get(move.initiativeId) ?? 'An initiative'}, ${move.on}: ${move.text}`;
    return [`What moved, line ${index + 1}`, line ?? 'nothing'];
  });
}

const wordsOf = (stage: string): string => stage.toLowerCase().replaceAll('_', ' ');

const MOST_DIGITS = 6;

function shown(value: number | string | null): string {
  if (value === null) return 'not available';
  return typeof value === 'number' ? String(Number(value.toPrecision(MOST_DIGITS))) : value;
}
