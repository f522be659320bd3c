import { type Day, parseDay, STAGES } from '@pilotage/analytics';
import { z } from 'zod';
import { AI_KINDS } from '../../initiative/initiative.types.js';
import { REPAIR_CHOICES, REPAIR_CODES } from '../plan/date-repairs.js';

const stage = z.enum(STAGES as readonly [(typeof STAGES)[number], ...(typeof STAGES)[number][]]);
/** Values of a column are told apart by so many characters. */
export const VALUE_CHARACTERS = 500;
const value = z.string().max(VALUE_CHARACTERS);
const dayText = z.string().refine((text): text is Day => parseDay(text).kind === 'day', {
  error: 'Write the day as YYYY-MM-DD.',
});

/** A field that mappings made before it do not have, and that people may leave out. */
const orElse = <T extends z.ZodType>(type: T, fallback: z.output<T>) =>
  type.nullish().transform((given): z.output<T> => given ?? fallback);

/** Ways of writing that there is nothing; a finding for each would bury the others. */
export const EMPTY_VALUES: readonly string[] = ['n/a', 'na', 'none', 'null', '-'];

export const FIRST_OF_MONTH = ['DAY', 'MONTH'] as const;
export const SAME_DAY = ['COUNT', 'DROP'] as const;
export const CELL_STATES = ['FILLED', 'EMPTY'] as const;
export const ANSWERS = ['YES', 'PARTIAL', 'NO', 'NOT_APPLICABLE'] as const;

/** What of a mapping fits any file with such columns, for a way of naming a column. */
export const columnMapping = <Column extends z.ZodType>(column: Column) =>
  z.object({
    /** The columns whose values together tell one row from another, in this file and the next. */
    identity: z.array(column),
    name: column,
    summary: column.nullish(),
    unit: column.nullish(),
    externalId: column.nullish(),
    kind: column.nullish(),
    tags: column.nullish(),
    stage: column.nullish(),
    /** Texts that mean that a cell is empty, in any column and any case. */
    emptyValues: orElse(z.array(z.string().max(100)).max(50), [...EMPTY_VALUES]),
    /** `stage: null` leaves the value out, with a finding. */
    stageValues: z
      .array(z.object({ value, stage: stage.nullish(), isRowSkipped: orElse(z.boolean(), false) }))
      .max(200),
    /** Asked before `stageValues`; the first that fits says the stage. */
    stageRules: orElse(
      z
        .array(
          z.object({
            when: z.object({ column, values: z.array(value).min(1).max(50) }),
            and: z.object({ column, is: z.enum(CELL_STATES) }).nullish(),
            stage: stage.nullish(),
            /** Why it ended; recorded with the end. */
            reason: z.string().max(500).nullish(),
          }),
        )
        .max(50),
      [],
    ),
    /** `kind: null` leaves the value out, with a finding. */
    kindValues: orElse(z.array(z.object({ value, kind: z.enum(AI_KINDS).nullish() })).max(200), []),
    /** Of the dates whose column names none. */
    dateFormat: z.string().max(30).nullish(),
    /** The column that holds the day on which a stage was entered. */
    dates: z
      .array(
        z.object({
          column,
          stage,
          format: z.string().max(30).nullish(),
          firstOfMonth: orElse(z.enum(FIRST_OF_MONTH), 'DAY'),
          /** Only in rows whose stage it is: the column dates whichever stage a row names. */
          isOfNamedStage: orElse(z.boolean(), false),
        }),
      )
      .max(STAGES.length),
    /** What is done with dates that are written oddly; they are left out where nothing is said. */
    repairs: orElse(
      z
        .array(z.object({ code: z.enum(REPAIR_CODES), choice: z.enum(REPAIR_CHOICES) }))
        .max(REPAIR_CODES.length),
      [],
    ),
    /** Two stages entered on one day: both count, or the earlier stage is left out. */
    sameDay: orElse(z.enum(SAME_DAY), 'COUNT'),
    /** Columns that answer the questions of a framework. */
    questionnaire: z
      .object({
        frameworkId: z.string().max(60),
        frameworkVersion: z.int().positive(),
        /** The column of the day of the answers, by `dateFormat`; the day of the file without one. */
        assessedOn: column.nullish(),
        questions: z
          .array(
            z.object({
              column,
              question: z.string().max(10),
              /** `answer: null` leaves the value out, with a finding. */
              values: z.array(z.object({ value, answer: z.enum(ANSWERS).nullish() })).max(200),
            }),
          )
          .min(1)
          .max(100),
      })
      .nullish(),
    keepOthersAsAttributes: z.boolean(),
    /** Since which day the file also lists what was stopped; null together with `livingOnly`. */
    completeSince: dayText.nullish(),
    livingOnly: z.boolean(),
    /** The file holds some rows of a register: those that are absent mean nothing, and it claims nothing of the whole. */
    isPartial: orElse(z.boolean(), false),
  });

/** How the columns of one file become initiatives. Columns are positions, from 0. */
export const importMapping = columnMapping(z.int().nonnegative()).extend({
  /** The day on which the file's facts are true. */
  asOfOn: dayText,
});
export type ImportMapping = z.output<typeof importMapping>;
