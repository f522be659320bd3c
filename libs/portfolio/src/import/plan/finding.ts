import { INITIATIVE_LIMITS } from '../../initiative/initiative.types.js';
import { cut, tidy } from '../file/columns.js';
import { type Reading, type RepairCode } from './date-repairs.js';

export type FindingSeverity = 'INFO' | 'WARNING' | 'ROW_SKIPPED';

/** What an import can find in a row. The message tells what was done with it; the row's value stands beside it. */
export const FINDINGS = {
  NAME_MISSING: ['ROW_SKIPPED', 'The row has no name. Fill it in and import the file again.'],
  IDENTITY_MISSING: ['ROW_SKIPPED', 'The columns that identify the row are all empty.'],
  ROW_LEFT_OUT: ['ROW_SKIPPED', 'The mapping skips rows whose stage column says so.'],
  ROW_REPEATED: ['ROW_SKIPPED', 'The row repeats an earlier one to the letter; that one is imported.'],
  ROW_OF_TOTALS: ['ROW_SKIPPED', 'The row sums up others: it says so, and all else in it are numbers.'],
  ROW_OF_NAME_ONLY: [
    'WARNING',
    'Nothing but the name is filled. Is it a heading or a note? It becomes an initiative all the same.',
  ],
  IDENTITIES_REPEATED: [
    'WARNING',
    'So many rows share their identity that the file seems to list initiatives several times, such as once for each change of stage, or the identity lacks a column. Each row becomes an initiative of its own.',
  ],
  IDENTITY_SHARED: [
    'WARNING',
    'Other rows have the same identity. It is kept apart, and recognised in a later file only while the row stays as it is.',
  ],
  CELLS_MISSING: ['WARNING', 'The row has fewer cells than the header. Is a quote or a separator missing?'],
  CELLS_BEYOND_HEADER: [
    'WARNING',
    'The row has cells beyond the last column of the header; they are left out.',
  ],
  CELL_ERROR: [
    'WARNING',
    'The cell holds an error of its spreadsheet, or a formula that was never calculated. It counts as empty.',
  ],
  TEXT_TURNED: [
    'WARNING',
    'The text has invisible characters that turn its direction, so that it reads as another one. They are left out.',
  ],
  TEXT_CUT: ['WARNING', 'The text is too long for this field and was cut.'],
  TAGS_LEFT_OUT: [
    'WARNING',
    `The row has more than ${INITIATIVE_LIMITS.tags} tags; those beyond, in the order of letters, are left out.`,
  ],
  UNIT_MISSING: [
    'INFO',
    'The row names no unit and counts in none. Of cells that were merged over several rows, the first alone holds the text.',
  ],
  KIND_UNKNOWN: [
    'WARNING',
    'The kind of AI is none of ours. It is kept as unknown, with the text as an attribute.',
  ],
  STAGE_MISSING: ['INFO', 'The row names no stage and no usable date; the initiative has no stage yet.'],
  STAGE_UNMAPPED: ['WARNING', 'The stage is mapped to none of ours and left out.'],
  STAGE_UNDATED: [
    'INFO',
    'When the stage was entered is not known. It is kept as seen on the day of the file.',
  ],
  STAGE_DISAGREES: [
    'WARNING',
    'By its dates the initiative had come further than its stage says. Both are kept; the stage is as seen on the day of the file.',
  ],
  STAGES_DISAGREE: [
    'WARNING',
    'So many rows had come further by their dates than their stage says that a column of dates may be mapped to a stage it is not of. Does it date whichever stage the row names, or what is planned?',
  ],
  END_DISAGREES: ['WARNING', 'The row has a date of its end but a living stage. The end is left out.'],
  DATE_UNREADABLE: ['WARNING', 'The date does not read in the named format and is left out.'],
  DATE_TOO_EARLY: ['WARNING', 'The date lies before 1970 and is left out.'],
  DATE_TOO_LATE: ['WARNING', 'The date lies more than 50 years after the day of the file and is left out.'],
  DATE_BOUND: [
    'WARNING',
    'The text says before when it was, not when. That dates no entry into a stage; it is left out.',
  ],
  DATE_SERIAL_YEAR: ['WARNING', 'A spreadsheet shows a year as a day of 1905. It is left out.'],
  DATE_SERIAL_DAY: [
    'WARNING',
    'The day stands there as the number that a spreadsheet keeps for it. It is left out.',
  ],
  DATE_DAY_OR_YEAR: [
    'WARNING',
    'The date has a month and one more number: a day, or a year? It is left out.',
  ],
  DATE_SHORT_YEAR: ['WARNING', 'The year has two digits. The date is left out.'],
  DATE_SEPARATOR_MISSING: ['WARNING', 'A separator is missing in the date. It is left out.'],
  DATE_FISCAL: ['WARNING', 'The date is a quarter or a year of a fiscal year. It is left out.'],
  DATE_WITH_NOTE: ['WARNING', 'A note stands beside the date. Both are left out.'],
  DATE_OTHER_FORMAT: [
    'WARNING',
    'The date is written in another format than the column, one that can be read in one way only. It is left out.',
  ],
  DATE_FIRSTS_OF_MONTH: [
    'WARNING',
    'So many dates of the column are a first of month that months may be meant. They are kept as days.',
  ],
  DATE_OF_NO_STAGE: [
    'INFO',
    'The column dates stages that rows name, and this row names none of them. The text is kept as an attribute.',
  ],
  DATE_AFTER_STAGE: [
    'WARNING',
    'The row is in its stage already, and the date of its entry lies after the day of the file. It is left out.',
  ],
  DATE_PLANNED: ['INFO', 'The date lies after the day of the file. It is kept as a plan.'],
  DATE_REMOVED: [
    'WARNING',
    'An earlier file dated this stage and this one does no more. What the earlier one recorded is taken back.',
  ],
  DATES_OUT_OF_ORDER: [
    'WARNING',
    'An earlier stage has a later date than a later stage. Both are kept as given.',
  ],
  STAGE_KEPT: [
    'WARNING',
    'The stage or its date contradicts what is on record here, from people or from an earlier file; that is kept.',
  ],
  MENDED_SHARED: [
    'ROW_SKIPPED',
    'Other rows of the file that it was taken from have the same identity, so it is not clear which initiative to change. Change it on its page.',
  ],
  INITIATIVE_KEPT: [
    'INFO',
    'People worked on this initiative before the import was undone. It stays, with what they recorded.',
  ],
  SIMILAR_KNOWN: [
    'WARNING',
    'An initiative with a similar name is known. The row counts as a new one until somebody decides.',
  ],
  MATCH_OPEN: [
    'WARNING',
    'Several rows or initiatives have this name. The row counts as a new one until somebody decides.',
  ],
  SIMILAR_LEFT_OUT: [
    'INFO',
    'Its unit has too many initiatives to look for similar names; equal names were looked for.',
  ],
  SAME_DAY: ['INFO', 'Two stages were entered on one day. Both are kept.'],
  SAME_DAY_DROPPED: [
    'INFO',
    'Two stages were entered on one day. The earlier stage is left out, as the mapping says.',
  ],
  ANSWER_UNMAPPED: [
    'WARNING',
    'The answer is mapped to none of ours and left out; the text is kept as an attribute.',
  ],
  ASSESSED_ON_UNUSABLE: [
    'WARNING',
    'The day of the answers does not read in the named format, or lies after the day of the file. They are taken as of the day of the file.',
  ],
  ANSWERS_KEPT: [
    'WARNING',
    'For this day other answers were entered here or came with another row of this file; those are kept.',
  ],
} as const satisfies Record<string, readonly [FindingSeverity, string]>;
/** What was done with it where the mapping says how it is to be read. */
const REPAIRED: Readonly<Record<RepairCode, string>> & Partial<Record<FindingCode, string>> = {
  DATE_FIRSTS_OF_MONTH:
    'Many dates of the column are a first of month. Each of them is read as its month, as the mapping says.',
  DATE_SERIAL_YEAR: 'A spreadsheet shows a year as a day of 1905. It is read as that year.',
  DATE_SERIAL_DAY:
    'The day stands there as the number that a spreadsheet keeps for it. It is read as that day.',
  DATE_DAY_OR_YEAR: 'The date has a month and one more number. It is read as the mapping says.',
  DATE_SHORT_YEAR:
    'The year has two digits. It is read as one of this century, or of the last where it would lie more than 20 years ahead.',
  DATE_SEPARATOR_MISSING: 'A separator is missing in the date. It is read with it.',
  DATE_FISCAL:
    'The date is a quarter or a year of a fiscal year. It is read by the fiscal year of the organisation.',
  DATE_WITH_NOTE: 'A note stands beside the date. The date is read, the text is kept as an attribute.',
  DATE_OTHER_FORMAT: 'The date is written in another format than the column. It is read in that one.',
};

export type FindingCode = keyof typeof FINDINGS;

export interface Finding {
  readonly code: FindingCode;
  readonly columnIndex: number | null;
  readonly value: string | null;
  /** What the value would be as a date. */
  readonly readings?: readonly Reading[];
  /** It is read as the mapping says. */
  readonly isRepaired?: boolean;
}

/** How grave it is, and what was done with it. */
export function wordsOf({ code, isRepaired }: Finding): readonly [FindingSeverity, string] {
  const repaired = isRepaired && REPAIRED[code];
  return repaired ? ['INFO', repaired] : FINDINGS[code];
}

const VALUE_CHARACTERS = 200;

export const finding = (
  code: FindingCode,
  columnIndex: number | null = null,
  value: string | null = null,
): Finding => ({
  code,
  columnIndex,
  value: value === null ? null : cut(tidy(value), VALUE_CHARACTERS),
});
