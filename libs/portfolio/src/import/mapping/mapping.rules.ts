import { DATE_FORMAT_EXAMPLES, dateFormat, type Day, EARLIEST_DAY } from '@pilotage/analytics';
import { type FileColumn, tidy } from '../file/columns.js';
import { DATE_REPAIRS } from '../plan/date-repairs.js';
import type { ImportMapping } from './mapping.js';

export interface MappingProblem {
  readonly path: readonly string[];
  readonly message: string;
}

const MAX_IDENTITY_COLUMNS = 10;

/** The first thing that is wrong with a mapping for these columns, with its fix; null when it can be used. */
export function checkMapping(
  mapping: ImportMapping,
  columns: readonly FileColumn[],
  today: Day,
): MappingProblem | null {
  return (
    checkColumns(mapping, columns) ??
    checkIdentity(mapping) ??
    checkStages(mapping) ??
    checkKinds(mapping) ??
    checkDates(mapping) ??
    checkNamedStage(mapping) ??
    checkQuestionnaire(mapping) ??
    checkClaim(mapping, today)
  );
}

function checkColumns(mapping: ImportMapping, columns: readonly FileColumn[]): MappingProblem | null {
  const used: [path: string[], index: number | null | undefined][] = [
    ...mapping.identity.map((index, position): [string[], number] => [['identity', String(position)], index]),
    ...(['name', 'summary', 'unit', 'externalId', 'kind', 'tags', 'stage'] as const).map(
      (field): [string[], number | null | undefined] => [[field], mapping[field]],
    ),
    ...mapping.dates.map(({ column }, position): [string[], number] => [
      ['dates', String(position), 'column'],
      column,
    ]),
    ...mapping.stageRules.flatMap(({ when, and }, position): [string[], number | undefined][] => [
      [['stageRules', String(position), 'when', 'column'], when.column],
      [['stageRules', String(position), 'and', 'column'], and?.column],
    ]),
  ];
  const { questionnaire } = mapping;
  const asked: typeof used = [
    [['questionnaire', 'assessedOn'], questionnaire?.assessedOn],
    ...(questionnaire?.questions ?? []).map(({ column }, position): [string[], number] => [
      ['questionnaire', 'questions', String(position), 'column'],
      column,
    ]),
  ];
  const missing = [...used, ...asked].find(([, index]) => index != null && !columns[index]);
  if (!missing) return null;
  return problem(
    missing[0],
    `There is no column ${missing[1]}: the file has ${columns.length} columns, from 0 to ${columns.length - 1}. Choose one of them.`,
  );
}

function checkIdentity({ identity }: ImportMapping): MappingProblem | null {
  if (identity.length === 0)
    return problem(['identity'], 'Choose at least one column that tells one initiative from another.');
  if (identity.length > MAX_IDENTITY_COLUMNS)
    return problem(['identity'], `Choose at most ${MAX_IDENTITY_COLUMNS} columns as identity.`);
  if (new Set(identity).size < identity.length)
    return problem(['identity'], 'A column is chosen twice. Choose each once.');
  return null;
}

function checkStages({ stage, stageValues, stageRules }: ImportMapping): MappingProblem | null {
  if (stage == null && stageValues.length > 0)
    return problem(
      ['stage'],
      'Stage values are mapped, but no column. Choose the column that holds the stage.',
    );
  if (stage != null && stageValues.length + stageRules.length === 0)
    return problem(['stageValues'], 'Say for each value of the stage column which stage it means, or none.');
  const reasoned = stageRules.findIndex((rule) => rule.reason && rule.stage !== 'ENDED');
  if (reasoned >= 0)
    return problem(
      ['stageRules', String(reasoned), 'reason'],
      'A reason is recorded with an end only. Choose the stage ENDED, or leave the reason out.',
    );
  const both = stageValues.findIndex((one) => one.isRowSkipped && one.stage);
  if (both >= 0)
    return problem(
      ['stageValues', String(both)],
      `Rows with the value "${stageValues[both]!.value}" are skipped and have a stage. Choose one.`,
    );
  const values = stageValues.map(({ value, stage: meant, isRowSkipped }) => ({
    value,
    meant: isRowSkipped ? 'skipped' : (meant ?? null),
  }));
  return checkValues(['stageValues'], values, 'stages');
}

function checkKinds({ kind, kindValues }: ImportMapping): MappingProblem | null {
  if (kind == null && kindValues.length > 0)
    return problem(['kind'], 'Kinds are mapped, but no column. Choose the column that holds the kind of AI.');
  const values = kindValues.map((one) => ({ value: one.value, meant: one.kind ?? null }));
  return checkValues(['kindValues'], values, 'kinds');
}

function checkValues(
  path: readonly string[],
  values: readonly { readonly value: string; readonly meant: string | null }[],
  what: string,
): MappingProblem | null {
  const tidied = values.map(({ value, meant }) => ({ value: tidy(value), meant }));
  const twofold = tidied.findIndex(({ value, meant }, index) =>
    tidied.slice(0, index).some((other) => other.value === value && other.meant !== meant),
  );
  if (twofold < 0) return null;
  return problem(
    [...path, String(twofold)],
    `The value "${tidied[twofold]!.value}" is mapped to two ${what}. Choose one.`,
  );
}

function checkDates({ dates, dateFormat: common, repairs }: ImportMapping): MappingProblem | null {
  const stages = dates.map((date) => date.stage);
  const twice = stages.findIndex((name, index) => stages.indexOf(name) < index);
  if (twice >= 0)
    return problem(
      ['dates', String(twice), 'stage'],
      `Two columns say when ${stages[twice]} was entered. Keep one.`,
    );
  if (dates.some(({ format }) => !format) && !common)
    return problem(
      ['dateFormat'],
      `Name the format of the dates, for example ${DATE_FORMAT_EXAMPLES.join(', ')}; it is never guessed.`,
    );
  const formats: [path: string[], name: string | null | undefined][] = [
    [['dateFormat'], common],
    ...dates.map(({ format }, position): [string[], typeof format] => [
      ['dates', String(position), 'format'],
      format,
    ]),
  ];
  const wrong = formats.find(([, name]) => name && !dateFormat(name));
  if (wrong)
    return problem(
      wrong[0],
      `"${wrong[1]}" is no date format. It must name the year with four digits, for example ${DATE_FORMAT_EXAMPLES.join(', ')}.`,
    );
  const codes = repairs.map(({ code }) => code);
  const again = codes.findIndex((code, index) => codes.indexOf(code) < index);
  if (again >= 0) return problem(['repairs', String(again)], `${codes[again]} is repaired twice. Keep one.`);
  const odd = repairs.findIndex(
    ({ code, choice }) => choice !== 'LEAVE_OUT' && !DATE_REPAIRS[code].some((other) => other === choice),
  );
  if (odd < 0) return null;
  const { code, choice } = repairs[odd]!;
  return problem(
    ['repairs', String(odd), 'choice'],
    `${choice} is no way to read ${code}. Choose LEAVE_OUT or ${DATE_REPAIRS[code].join(' or ')}.`,
  );
}

/** A column that dates the stage a row names. */
function checkNamedStage({ dates, stage, stageRules }: ImportMapping): MappingProblem | null {
  const named = dates.filter(({ isOfNamedStage }) => isOfNamedStage);
  if (named.length > 0 && stage == null && stageRules.length === 0)
    return problem(
      ['stage'],
      'A column dates the stage that a row names, but no column names one. Choose the column that holds the stage.',
    );
  const other = dates.findIndex(
    ({ column, isOfNamedStage }) => isOfNamedStage && column !== named[0]!.column,
  );
  if (other < 0) return null;
  return problem(
    ['dates', String(other), 'column'],
    'Two columns date the stage that a row names. Keep one.',
  );
}

function checkQuestionnaire({ questionnaire, dateFormat: format }: ImportMapping): MappingProblem | null {
  if (!questionnaire) return null;
  const { assessedOn, questions } = questionnaire;
  if (assessedOn != null && !format)
    return problem(
      ['dateFormat'],
      `Name the format of the day of the answers, for example ${DATE_FORMAT_EXAMPLES.join(', ')}; it is never guessed.`,
    );
  const keys = questions.map(({ question }) => question);
  const twice = keys.findIndex((key, index) => keys.indexOf(key) < index);
  if (twice >= 0)
    return problem(
      ['questionnaire', 'questions', String(twice), 'question'],
      `Two columns answer ${keys[twice]}. Keep one.`,
    );
  for (const [index, { values }] of questions.entries()) {
    const meant = values.map((one) => ({ value: one.value, meant: one.answer ?? null }));
    const twofold = checkValues(['questionnaire', 'questions', String(index), 'values'], meant, 'answers');
    if (twofold) return twofold;
  }
  return null;
}

/** Whether the framework is there and has the questions that columns are mapped to; null when it does. */
export function checkQuestions(
  { questions, frameworkId }: NonNullable<ImportMapping['questionnaire']>,
  known: readonly string[] | null,
): MappingProblem | null {
  if (!known)
    return problem(
      ['questionnaire', 'frameworkId'],
      `There is no framework ${frameworkId} in this version. Choose one of the list.`,
    );
  const unknown = questions.findIndex(({ question }) => !known.includes(question));
  if (unknown < 0) return null;
  return problem(
    ['questionnaire', 'questions', String(unknown), 'question'],
    `${frameworkId} asks initiatives no question ${questions[unknown]!.question}; what only the organisation is asked is inherited. Leave its column out.`,
  );
}

function checkClaim(
  { asOfOn, completeSince, livingOnly, isPartial }: ImportMapping,
  today: Day,
): MappingProblem | null {
  if (asOfOn > today)
    return problem(['asOfOn'], `The facts cannot be true on a day in the future (today is ${today}).`);
  if (asOfOn < EARLIEST_DAY) return problem(['asOfOn'], `The day must not lie before ${EARLIEST_DAY}.`);
  if (isPartial) return null;
  if (livingOnly && completeSince)
    return problem(
      ['completeSince'],
      'A file of living initiatives only is complete since no day. Choose one of the two answers.',
    );
  if (!livingOnly && !completeSince)
    return problem(
      ['completeSince'],
      'Say since which day the file also lists stopped initiatives, or that it lists living ones only.',
    );
  if (completeSince && completeSince > asOfOn)
    return problem(['completeSince'], `The day must not lie after the day of the facts, ${asOfOn}.`);
  return null;
}

const problem = (path: readonly string[], message: string): MappingProblem => ({
  path: ['mapping', ...path],
  message,
});
