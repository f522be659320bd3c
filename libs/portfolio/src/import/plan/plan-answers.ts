import { type Answer, type DateFormat, type Day, EARLIEST_DAY, readDate } from '@pilotage/analytics';
import { tidy } from '../file/columns.js';
import type { ImportedAnswer } from '../import-target.port.js';
import { type ImportMapping, VALUE_CHARACTERS } from '../mapping/mapping.js';
import { type Finding, finding } from './finding.js';
import type { RowPlanner } from './row-planner.js';

/** A mapping's questionnaire made ready for its file. */
export interface QuestionPlanner {
  readonly assessedOn: { readonly column: number; readonly format: DateFormat } | null;
  readonly questions: readonly {
    readonly column: number;
    readonly question: string;
    readonly answerOf: ReadonlyMap<string, Answer | null>;
  }[];
}

export interface PlannedAnswers {
  /** The day on which they are true. */
  readonly asOfOn: Day;
  readonly answers: readonly ImportedAnswer[];
}

export interface ReadAnswers extends PlannedAnswers {
  readonly findings: readonly Finding[];
  /** Columns whose text could not be used; kept as attributes, so that nothing of the file is lost. */
  readonly unusedColumns: readonly number[];
}

export function questionPlanner(
  questionnaire: NonNullable<ImportMapping['questionnaire']>,
  format: DateFormat | null,
): QuestionPlanner {
  const { assessedOn, questions } = questionnaire;
  return {
    assessedOn: assessedOn == null || !format ? null : { column: assessedOn, format },
    questions: questions.map(({ column, question, values }) => ({
      column,
      question,
      answerOf: new Map(values.map(({ value, answer }) => [asMapped(value), answer ?? null])),
    })),
  };
}

/**
 * What a row answers to the questions of the mapping. A text that the mapping knows means what it says there, also one
 * that means elsewhere that a cell is empty.
 */
export function planAnswers(cells: readonly string[], planner: RowPlanner): ReadAnswers {
  const { questionnaire, mapping } = planner;
  if (!questionnaire) return { asOfOn: mapping.asOfOn, answers: [], findings: [], unusedColumns: [] };
  const answers: ImportedAnswer[] = [];
  const unmapped: Finding[] = [];
  for (const { column, question, answerOf } of questionnaire.questions) {
    const text = (cells[column] ?? '').trim();
    const answer = answerOf.get(asMapped(text));
    if (answer) answers.push({ question, answer, text });
    else if (planner.textOf(cells, column) !== '') unmapped.push(finding('ANSWER_UNMAPPED', column, text));
  }
  const { asOfOn, findings } = readDay(cells, planner, questionnaire);
  return {
    asOfOn,
    answers,
    findings: [...unmapped, ...(answers.length > 0 ? findings : [])],
    unusedColumns: unmapped.map(({ columnIndex }) => columnIndex!),
  };
}

function readDay(
  cells: readonly string[],
  planner: RowPlanner,
  { assessedOn }: QuestionPlanner,
): { asOfOn: Day; findings: Finding[] } {
  const { asOfOn } = planner.mapping;
  const text = planner.textOf(cells, assessedOn?.column);
  if (!assessedOn || text === '') return { asOfOn, findings: [] };
  const read = readDate(text, assessedOn.format);
  if (read.kind === 'date' && read.on >= EARLIEST_DAY && read.on <= asOfOn)
    return { asOfOn: read.on, findings: [] };
  return { asOfOn, findings: [finding('ASSESSED_ON_UNUSABLE', assessedOn.column, text)] };
}

/** As the values of a column are counted and mapped: tidied, and cut. */
const asMapped = (text: string): string => [...tidy(text)].slice(0, VALUE_CHARACTERS).join('');
