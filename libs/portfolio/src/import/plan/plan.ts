import { AI_KINDS, type AiKind, INITIATIVE_LIMITS } from '../../initiative/initiative.types.js';
import { cut, tidy } from '../file/columns.js';
import { isFilled } from '../file/file-row.js';
import type { PlannedFacts } from './facts.js';
import { type Finding, finding } from './finding.js';
import { findOddCells } from './odd-cells.js';
import { planAnswers, type PlannedAnswers } from './plan-answers.js';
import { planStages } from './plan-stages.js';
import type { RowPlanner } from './row-planner.js';

export type RowPlan =
  | { readonly kind: 'skipped'; readonly findings: readonly Finding[] }
  | {
      readonly kind: 'planned';
      readonly facts: PlannedFacts;
      readonly answers: PlannedAnswers;
      readonly findings: readonly Finding[];
    };

/** A row with what is known of it within its file. */
export interface PlannableRow {
  readonly cells: readonly string[];
  readonly hasIdentity: boolean;
  /** An earlier row has the same identity and the same cells. */
  readonly isRepeated: boolean;
  /** Another row has the same identity and other cells. */
  readonly isShared: boolean;
}

/** Decides what a row becomes, or why it becomes nothing. Whatever cannot be used is a finding, never a guess. */
export function planRow(row: PlannableRow, planner: RowPlanner): RowPlan {
  const { mapping } = planner;
  const cell = (index: number | null | undefined): string => planner.textOf(row.cells, index);
  const name = tidy(cell(mapping.name));
  if (isOfTotals(row.cells)) return skipped(finding('ROW_OF_TOTALS'));
  if (name === '') return skipped(finding('NAME_MISSING', mapping.name));
  if (!row.hasIdentity) return skipped(finding('IDENTITY_MISSING', mapping.identity[0]));
  if (row.isRepeated) return skipped(finding('ROW_REPEATED'));
  const stages = planStages(row.cells, planner);
  if (stages.isRowSkipped) return skipped(finding('ROW_LEFT_OUT', mapping.stage, cell(mapping.stage)));

  const findings: Finding[] = [
    ...checkShape(row, planner.columnCount),
    ...findOddCells(row.cells.slice(0, planner.columnCount)),
  ];
  const fitted = (index: number | null | undefined, text: string, characters: number): string => {
    if (text.length > characters) findings.push(finding('TEXT_CUT', index, text));
    return cut(text, characters);
  };
  if (mapping.unit != null && unitName(cell(mapping.unit)) === '')
    findings.push(finding('UNIT_MISSING', mapping.unit));
  const kind = readKind(cell(mapping.kind), planner);
  if (kind === null) findings.push(finding('KIND_UNKNOWN', mapping.kind, cell(mapping.kind)));
  findings.push(...stages.findings);
  const { asOfOn, answers, ...read } = planAnswers(row.cells, planner);
  findings.push(...read.findings);
  const kept = [
    ...planner.others.map(({ index }) => index),
    ...(kind === null ? [mapping.kind!] : []),
    ...stages.unusedColumns,
    ...read.unusedColumns,
  ];
  const tags = [
    ...new Set(readTags(cell(mapping.tags)).map((tag) => fitted(mapping.tags, tag, INITIATIVE_LIMITS.tag))),
  ];
  const beyond = tags.slice(INITIATIVE_LIMITS.tags);
  if (beyond.length > 0) findings.push(finding('TAGS_LEFT_OUT', mapping.tags, beyond.join('; ')));
  const facts: PlannedFacts = {
    name: fitted(mapping.name, name, INITIATIVE_LIMITS.name),
    summary: fitted(mapping.summary, cell(mapping.summary), INITIATIVE_LIMITS.summary),
    kind: kind ?? 'UNKNOWN',
    externalId:
      fitted(mapping.externalId, tidy(cell(mapping.externalId)), INITIATIVE_LIMITS.externalId) || null,
    tags: tags.slice(0, INITIATIVE_LIMITS.tags),
    attributes: kept
      .filter((index) => cell(index) !== '')
      .map((index) => ({ name: planner.names[index]!, value: cell(index) })),
    unit: fitted(mapping.unit, unitName(cell(mapping.unit)), INITIATIVE_LIMITS.unitName) || null,
    events: stages.events,
    ...(stages.plans.length > 0 && { plans: stages.plans }),
    stage: stages.stage,
    ...(stages.endReason !== null && { endReason: stages.endReason }),
    asOfOn: mapping.asOfOn,
  };
  return { kind: 'planned', facts, answers: { asOfOn, answers }, findings };
}

/** The name of a unit as it is looked for and made. */
export const unitName = (text: string): string => tidy(text).normalize('NFC');

const skipped = (reason: Finding): RowPlan => ({ kind: 'skipped', findings: [reason] });

const TOTALS = /^(grand |sub-?)?(totals?|sum|gesamt|summe|totaal|somme)\s*:?$/i;
const NUMBER = /^[-+(]?[\p{Sc}\s]*\d[\d.,' \u00A0]*[\p{Sc}\p{L}%\s]{0,4}\)?$/u;

function isOfTotals(cells: readonly string[]): boolean {
  const filled = cells.filter(isFilled).map(tidy);
  return (
    filled.some((text) => TOTALS.test(text)) && filled.every((text) => TOTALS.test(text) || NUMBER.test(text))
  );
}

/** A file of fewer columns may hold little else. */
const FEWEST_COLUMNS = 3;

function checkShape({ cells, isShared }: PlannableRow, columnCount: number): Finding[] {
  const found: Finding[] = [];
  if (columnCount >= FEWEST_COLUMNS && cells.filter(isFilled).length === 1)
    found.push(finding('ROW_OF_NAME_ONLY'));
  if (isShared) found.push(finding('IDENTITY_SHARED'));
  if (cells.length < columnCount) found.push(finding('CELLS_MISSING', cells.length));
  const beyond = cells.slice(columnCount).filter((text) => text.trim() !== '');
  if (beyond.length > 0) found.push(finding('CELLS_BEYOND_HEADER', null, beyond.join(' ')));
  return found;
}

/** By the mapping, else by its name: "Generative" and "GENERATIVE" alike; empty is unknown, anything else null. */
function readKind(text: string, { kindOf }: RowPlanner): AiKind | null {
  if (text === '') return 'UNKNOWN';
  const meant = kindOf.get(tidy(text));
  if (meant !== undefined) return meant;
  return AI_KINDS.find((kind) => kind === text.toUpperCase()) ?? null;
}

/** In the order of letters. */
const readTags = (text: string): string[] =>
  [...new Set(text.split(/[;,|\n]/).map(tidy))].filter((tag) => tag !== '').sort();
