import { STAGES, type AnswerValue, type Stage } from '@pilotage/web-ui';
import type { EnumOf, graphql } from '../../../shared/graphql/graphql.js';
import type { AiKind } from '../../../shared/words/ai-kind.js';
import type { ImportMapping } from '../imports.graphql.js';
import { COLUMN_USES, dateOfUse, dateUse, FIELDS, type ColumnUse, type DateOf } from './column-use.js';

/** What a value of the stage column means; undefined while nobody has said. */
export type StageChoice = Stage | 'LEAVE_OUT' | 'SKIP_ROWS';

export type KindChoice = AiKind | 'LEAVE_OUT';
export type RepairCode = EnumOf<'RepairCode'>;
export type RepairChoice = EnumOf<'RepairChoice'>;
export type StageRule = ImportMapping['stageRules'][number];

/** A column that answers a question, with what its values mean. */
export interface QuestionDraft {
  readonly column: number;
  readonly question: string;
  readonly values: Readonly<Record<string, AnswerValue | 'LEAVE_OUT'>>;
}

export interface QuestionnaireDraft {
  readonly frameworkId: string;
  readonly frameworkVersion: number;
  /** The column of the day of the answers, and how it is written; null: the day of the file. */
  readonly assessed: { readonly column: number; readonly format: string } | null;
  readonly questions: readonly QuestionDraft[];
}

/** The mapping while it is made: parts may be missing. Columns are positions, from 0. */
export interface MappingDraft {
  readonly identity: readonly number[];
  readonly uses: Readonly<Partial<Record<ColumnUse, number>>>;
  readonly stageValues: Readonly<Record<string, StageChoice>>;
  readonly stageRules: readonly StageRule[];
  readonly kindValues: Readonly<Record<string, KindChoice>>;
  readonly emptyValues: readonly string[];
  /** How each column of dates is written. */
  readonly formats: Readonly<Partial<Record<DateOf, string>>>;
  /** Those in whose column a first of month means the month. */
  readonly monthly: readonly DateOf[];
  /** The stages whose entry is dated by the column that dates the stage a row names. */
  readonly namedStages: readonly Stage[];
  readonly repairs: Readonly<Partial<Record<RepairCode, RepairChoice>>>;
  readonly sameDay: EnumOf<'SameDay'>;
  /** Null: no column answers a question; undefined: nobody has said, and it is guessed. */
  readonly questionnaire: QuestionnaireDraft | null | undefined;
  readonly keepOthersAsAttributes: boolean;
  readonly asOfOn: string;
  /** Whether the file also lists what was stopped; null: not said. */
  readonly coverage: 'ENDS_TOO' | 'LIVING_ONLY' | null;
  readonly completeSince: string;
  /** The file holds some rows of a register only. */
  readonly isPartial: boolean;
}

export const EMPTY_DRAFT: MappingDraft = {
  identity: [],
  uses: {},
  stageValues: {},
  stageRules: [],
  kindValues: {},
  emptyValues: ['n/a', 'na', 'none', 'null', '-'],
  formats: {},
  monthly: [],
  namedStages: STAGES,
  repairs: {},
  sameDay: 'COUNT',
  questionnaire: undefined,
  keepOthersAsAttributes: true,
  asOfOn: '',
  coverage: null,
  completeSince: '',
  isPartial: false,
};

/** What a column is used for; undefined when for nothing of its own. */
export function purposeOf({ uses }: MappingDraft, column: number): ColumnUse | undefined {
  return (Object.keys(uses) as ColumnUse[]).find((use) => uses[use] === column);
}

/** The column is used for that and nothing else; what was used for it before is free again. */
export function withUse(draft: MappingDraft, column: number, use: ColumnUse | null): MappingDraft {
  const others = Object.entries(draft.uses).filter(([, at]) => at !== column);
  const uses = Object.fromEntries(use ? [...others.filter(([name]) => name !== use), [use, column]] : others);
  // Values of another column mean something else.
  const stageValues = uses['stage'] === draft.uses.stage ? draft.stageValues : {};
  const kindValues = uses['kind'] === draft.uses.kind ? draft.kindValues : {};
  return { ...draft, uses, stageValues, kindValues };
}

export function withIdentity(draft: MappingDraft, column: number, isPart: boolean): MappingDraft {
  const others = draft.identity.filter((index) => index !== column);
  return { ...draft, identity: isPart ? [...others, column].sort((a, b) => a - b) : others };
}

/** The columns that hold a day of entry, in the order of the stages. */
export function datesOf({ uses }: MappingDraft): { readonly of: DateOf; readonly column: number }[] {
  return COLUMN_USES.flatMap((use) => {
    const of = dateOfUse(use);
    const column = uses[use];
    return of === null || column === undefined ? [] : [{ of, column }];
  });
}

/** Stages that a column which dates the stage a row names can date: those that have no column of their own. */
export const datable = ({ uses }: MappingDraft): Stage[] =>
  STAGES.filter((stage) => uses[dateUse(stage)] === undefined);

type MappingInput = ReturnType<typeof graphql.scalar<'ImportMappingInput'>>;

/** As the api takes it; null as long as there is no column for the name. */
export function toInput(draft: MappingDraft): MappingInput | null {
  const { uses, coverage } = draft;
  if (uses.name === undefined) return null;
  return {
    identity: [...draft.identity],
    name: uses.name,
    summary: uses.summary ?? null,
    unit: uses.unit ?? null,
    externalId: uses.externalId ?? null,
    kind: uses.kind ?? null,
    tags: uses.tags ?? null,
    stage: uses.stage ?? null,
    stageValues:
      uses.stage === undefined
        ? []
        : Object.entries(draft.stageValues).map(([value, choice]) => ({
            value,
            stage: choice === 'LEAVE_OUT' || choice === 'SKIP_ROWS' ? null : choice,
            isRowSkipped: choice === 'SKIP_ROWS',
          })),
    stageRules: draft.stageRules.map((rule) => ({ ...rule })),
    kindValues:
      uses.kind === undefined
        ? []
        : Object.entries(draft.kindValues).map(([value, choice]) => ({
            value,
            kind: choice === 'LEAVE_OUT' ? null : choice,
          })),
    emptyValues: [...draft.emptyValues],
    // Every column of a stage names its own.
    dateFormat: draft.questionnaire?.assessed?.format.trim() || null,
    dates: datesOf(draft).flatMap(({ of, column }) =>
      stagesOf(of, draft).map((stage) => ({
        stage,
        column,
        format: draft.formats[of]?.trim() ?? null,
        firstOfMonth: draft.monthly.includes(of) ? ('MONTH' as const) : ('DAY' as const),
        isOfNamedStage: of === 'NAMED',
      })),
    ),
    repairs: (Object.keys(draft.repairs) as RepairCode[]).map((code) => ({
      code,
      choice: draft.repairs[code] ?? 'LEAVE_OUT',
    })),
    sameDay: draft.sameDay,
    questionnaire: draft.questionnaire ? questionnaireInput(draft.questionnaire) : null,
    keepOthersAsAttributes: draft.keepOthersAsAttributes,
    asOfOn: draft.asOfOn,
    completeSince: coverage === 'ENDS_TOO' ? draft.completeSince : null,
    livingOnly: coverage === 'LIVING_ONLY',
    isPartial: draft.isPartial,
  };
}

const stagesOf = (of: DateOf, draft: MappingDraft): Stage[] =>
  of === 'NAMED' ? datable(draft).filter((stage) => draft.namedStages.includes(stage)) : [of];

function questionnaireInput({ questions, assessed, ...of }: QuestionnaireDraft) {
  return {
    ...of,
    assessedOn: assessed?.column ?? null,
    questions: questions.map(({ column, question, values }) => ({
      column,
      question,
      values: Object.entries(values).map(([value, choice]) => ({
        value,
        answer: choice === 'LEAVE_OUT' ? null : choice,
      })),
    })),
  };
}

const questionnaireFrom = (
  { questions, assessedOn, ...of }: NonNullable<ImportMapping['questionnaire']>,
  format: string | null,
): QuestionnaireDraft => ({
  ...of,
  assessed: assessedOn === null ? null : { column: assessedOn, format: format ?? '' },
  questions: questions.map(({ column, question, values }) => ({
    column,
    question,
    values: Object.fromEntries(values.map(({ value, answer }) => [value, answer ?? 'LEAVE_OUT'])),
  })),
});

/** A mapping that was checked before, to be changed. */
export function fromMapping(mapping: ImportMapping): MappingDraft {
  const uses: Partial<Record<ColumnUse, number>> = {};
  for (const field of FIELDS) {
    const column = mapping[field];
    if (column !== null) uses[field] = column;
  }
  const dates = mapping.dates.map(
    (date) => ({ ...date, of: date.isOfNamedStage ? 'NAMED' : date.stage }) as const,
  );
  for (const { of, column } of dates) uses[dateUse(of)] = column;
  const named = dates.filter(({ isOfNamedStage }) => isOfNamedStage).map(({ stage }) => stage);
  return {
    identity: mapping.identity,
    uses,
    stageValues: Object.fromEntries(
      mapping.stageValues.map(({ value, stage, isRowSkipped }) => [
        value,
        isRowSkipped ? 'SKIP_ROWS' : (stage ?? 'LEAVE_OUT'),
      ]),
    ),
    stageRules: mapping.stageRules,
    kindValues: Object.fromEntries(mapping.kindValues.map(({ value, kind }) => [value, kind ?? 'LEAVE_OUT'])),
    emptyValues: mapping.emptyValues,
    formats: Object.fromEntries(dates.map(({ of, format }) => [of, format ?? mapping.dateFormat ?? ''])),
    monthly: [...new Set(dates.flatMap(({ of, firstOfMonth }) => (firstOfMonth === 'MONTH' ? [of] : [])))],
    namedStages: named.length > 0 ? named : STAGES,
    repairs: Object.fromEntries(mapping.repairs.map(({ code, choice }) => [code, choice])),
    sameDay: mapping.sameDay,
    questionnaire: mapping.questionnaire && questionnaireFrom(mapping.questionnaire, mapping.dateFormat),
    keepOthersAsAttributes: mapping.keepOthersAsAttributes,
    asOfOn: mapping.asOfOn ?? '',
    coverage: mapping.livingOnly ? 'LIVING_ONLY' : 'ENDS_TOO',
    completeSince: mapping.completeSince ?? '',
    isPartial: mapping.isPartial,
  };
}

/** The question that a column answers. */
export const questionOf = ({ questionnaire }: MappingDraft, column: number): string | undefined =>
  questionnaire?.questions.find((one) => one.column === column)?.question;

/** Whether a column is used at all. */
export const isUsed = (draft: MappingDraft, column: number): boolean =>
  draft.identity.includes(column) ||
  purposeOf(draft, column) !== undefined ||
  questionOf(draft, column) !== undefined ||
  draft.questionnaire?.assessed?.column === column;
