import type { InitiativeId } from '../../initiative/initiative.types.js';
import type { AnswersOutcome, ImportedAnswers } from '../import-target.port.js';
import { type Finding, finding } from '../plan/finding.js';
import type { PlannedRow } from './planned-rows.js';

/** The answers of rows that have any, with the initiatives that were known or made; null where one is still to be made. */
export function answersOf(
  rows: readonly PlannedRow[],
  made: ReadonlyMap<number, InitiativeId> = new Map(),
): ImportedAnswers[] {
  return rows.flatMap((row): ImportedAnswers[] => {
    if (row.outcome === 'SKIPPED' || row.answers.answers.length === 0) return [];
    const { rowNumber, answers } = row;
    const initiativeId = 'initiativeId' in row ? row.initiativeId : (made.get(rowNumber) ?? null);
    return [{ rowNumber, initiativeId, ...answers }];
  });
}

/** What the answers add to the counts of their import, and what was found in them. */
export function sumOfAnswers(
  rows: readonly ImportedAnswers[],
  outcomes: readonly AnswersOutcome[],
): { assessments: number; found: { rowNumber: number; findings: readonly Finding[] }[] } {
  return {
    assessments: outcomes.filter((outcome) => outcome === 'RECORDED' || outcome === 'CORRECTED').length,
    found: rows
      .filter((_, index) => outcomes[index] === 'KEPT')
      .map(({ rowNumber }) => ({ rowNumber, findings: [finding('ANSWERS_KEPT')] })),
  };
}
