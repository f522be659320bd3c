import { isInProduction, type Stage } from '@pilotage/analytics';
import { counted, tableOf } from './readme.js';

/** What a file says of an initiative. */
export interface Listed {
  readonly stage: Stage | null;
  /** Of an ended one: whether it had been in production. */
  readonly outcome: 'RETIRED' | 'ABANDONED' | 'MERGED' | null;
}

/** An initiative that an earlier and a later file list. */
export interface Link {
  readonly before: Listed;
  readonly after: Listed;
  /** By its name to the letter, or but for how it is written. */
  readonly kind: 'EXACT' | 'NORMALISED';
}

/** What an earlier file lists, and what a later one is known to list of it. */
export interface TwoLists {
  readonly before: readonly Listed[];
  readonly links: readonly Link[];
  /** Rows of the later file that may be one of the earlier, for people to decide. */
  readonly open: number;
}

const ON_THE_WAY: readonly (Stage | null)[] = ['IDEA', 'PILOT', 'LIMITED_PRODUCTION'];

const ROWS: readonly (readonly [string, readonly (Stage | null)[]])[] = [
  ['idea', ['IDEA']],
  ['pilot', ['PILOT']],
  ['limited production', ['LIMITED_PRODUCTION']],
  ['**all not yet in production**', ON_THE_WAY],
  ['no stage given', [null]],
];

const HEAD = ['Stage in 2023', 'Linked', 'In production in 2024', 'Retired from it', 'Stopped', 'Still on the way', 'No stage given']; // prettier-ignore

export interface Became {
  readonly linked: number;
  readonly inProduction: number;
  readonly retired: number;
  readonly stopped: number;
  readonly onTheWay: number;
  readonly unknown: number;
}

/** What became by the later file of those that stood in one of the stages by the earlier one. */
export function becameOf(links: readonly Link[], stages: readonly (Stage | null)[]): Became {
  const afterwards = links.filter(({ before }) => stages.includes(before.stage)).map(({ after }) => after);
  const count = (is: (listed: Listed) => boolean): number => afterwards.filter(is).length;
  return {
    linked: afterwards.length,
    inProduction: count(({ stage }) => stage !== null && isInProduction(stage)),
    retired: count(({ outcome }) => outcome === 'RETIRED'),
    stopped: count(({ stage, outcome }) => stage === 'ENDED' && outcome !== 'RETIRED'),
    onTheWay: count(({ stage }) => stage !== null && stage !== 'ENDED' && !isInProduction(stage)),
    unknown: count(({ stage }) => stage === null),
  };
}

/** What README.md says of the way from the list of 2023 to that of 2024. */
export function linkedText({ before, links, open }: TwoLists): string {
  const rows = ROWS.map(([name, stages]) => [name, ...Object.values(becameOf(links, stages)).map(counted)]);
  const exact = links.filter(({ kind }) => kind === 'EXACT').length;
  const { linked, inProduction, retired, stopped } = becameOf(links, ON_THE_WAY);
  const begun = before.filter(({ stage }) => ON_THE_WAY.includes(stage)).length;
  return [
    `Two lists together tell what neither does. Imported one after the other, ${counted(links.length)} of the ${counted(before.length)} use cases of 2023 are found again in 2024 by agency and name, ${counted(exact)} to the letter and ${counted(links.length - exact)} but for case, punctuation and brackets; ${counted(open)} rows more are so much alike that somebody would have to decide. What had become of those found:`,
    tableOf(HEAD, rows),
    `_Linked use cases by the stages of both lists. The other ${counted(before.length - links.length)} of 2023 were renamed, merged, split or stopped; which of it, nobody wrote down._`,
    `Of ${counted(linked)} on their way in 2023, ${counted(inProduction + retired)} had reached production a year later and ${counted(stopped)} were stopped, which no row of the table above can show. Of all ${counted(begun)} that were on their way, anything from ${counted(stopped)} to ${counted(stopped + begun - linked)} may have been stopped. Whoever keeps a register from now on, and in it what ends, will know.`,
  ].join('\n\n');
}
