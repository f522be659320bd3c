import { DATE_FORMAT_EXAMPLES, dateFormat, type Day, EARLIEST_DAY } from '@pilotage/analytics';
import { type FileColumn, tidy } from '../file/columns.js';
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
  ];
  const missing = used.find(([, index]) => index != null && !columns[index]);
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

function checkStages(mapping: ImportMapping): MappingProblem | null {
  const { stage, stageValues, dates, dateFormat: format } = mapping;
  if (stage == null && stageValues.length > 0)
    return problem(
      ['stage'],
      'Stage values are mapped, but no column. Choose the column that holds the stage.',
    );
  if (stage != null && stageValues.length === 0)
    return problem(['stageValues'], 'Say for each value of the stage column which stage it means, or none.');
  const values = stageValues.map(({ value, stage: meant }) => ({ value: tidy(value), meant: meant ?? null }));
  const twofold = values.findIndex(({ value, meant }, index) =>
    values.slice(0, index).some((other) => other.value === value && other.meant !== meant),
  );
  if (twofold >= 0)
    return problem(
      ['stageValues', String(twofold)],
      `The value "${values[twofold]!.value}" is mapped to two stages. Choose one.`,
    );
  const stages = dates.map((date) => date.stage);
  const twice = stages.findIndex((name, index) => stages.indexOf(name) < index);
  if (twice >= 0)
    return problem(
      ['dates', String(twice), 'stage'],
      `Two columns say when ${stages[twice]} was entered. Keep one.`,
    );
  if (dates.length > 0 && !format)
    return problem(
      ['dateFormat'],
      `Name the format of the dates, for example ${DATE_FORMAT_EXAMPLES.join(', ')}; it is never guessed.`,
    );
  if (format && !dateFormat(format))
    return problem(
      ['dateFormat'],
      `"${format}" is no date format. It must name the year with four digits, for example ${DATE_FORMAT_EXAMPLES.join(', ')}.`,
    );
  return null;
}

function checkClaim({ asOfOn, completeSince, livingOnly }: ImportMapping, today: Day): MappingProblem | null {
  if (asOfOn > today)
    return problem(['asOfOn'], `The facts cannot be true on a day in the future (today is ${today}).`);
  if (asOfOn < EARLIEST_DAY) return problem(['asOfOn'], `The day must not lie before ${EARLIEST_DAY}.`);
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
