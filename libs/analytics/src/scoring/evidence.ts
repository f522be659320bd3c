import { type Unavailable, unavailable } from '../common/unavailable.js';
import { type Answers } from './answer.js';

/** 0 asserted only; 1 a document or link is attached; 2 checked by somebody outside the team. */
export type EvidenceGrade = 0 | 1 | 2;

/** What stands behind one answer. */
export interface Evidence {
  readonly grade: EvidenceGrade;
  /** Too old to count, by the rule that is used for assessments. */
  readonly isStale: boolean;
}

/** What stands behind the answers of one assessment. `answered` = `asserted` + `stale` + `documented` + `checked`. */
export interface EvidenceReading {
  readonly kind: 'evidence';
  /** Questions answered Yes, Partial or No. */
  readonly answered: number;
  /** Grade 0, or nothing recorded. */
  readonly asserted: number;
  /** Grade 1 or 2, but stale. */
  readonly stale: number;
  /** Grade 1, not stale. */
  readonly documented: number;
  /** Grade 2, not stale. */
  readonly checked: number;
  /** (documented + checked) / answered, 0 to 1. */
  readonly confidence: number;
  /** checked / answered, 0 to 1. */
  readonly checkedShare: number;
}

/**
 * How sure a score is: the share of its answers that current evidence supports. It stands beside the score and is
 * never multiplied into it. Answers weigh the same here, whatever their questions weigh; a key without evidence is
 * asserted.
 */
export function evidenceOf(
  questions: readonly { readonly key: string }[],
  answers: Answers,
  evidence: ReadonlyMap<string, Evidence>,
): EvidenceReading | Unavailable<'no-answer'> {
  const counts = { asserted: 0, stale: 0, documented: 0, checked: 0 };
  for (const { key } of questions) {
    const answer = answers.get(key) ?? null;
    if (answer !== null && answer !== 'NOT_APPLICABLE') counts[standingOf(evidence.get(key))] += 1;
  }
  const supported = counts.documented + counts.checked;
  const answered = counts.asserted + counts.stale + supported;
  if (answered === 0) return unavailable('no-answer');
  return {
    kind: 'evidence',
    answered,
    ...counts,
    confidence: supported / answered,
    checkedShare: counts.checked / answered,
  };
}

function standingOf(evidence: Evidence | undefined): 'asserted' | 'stale' | 'documented' | 'checked' {
  if (!evidence || evidence.grade === 0) return 'asserted';
  if (evidence.isStale) return 'stale';
  return evidence.grade === 2 ? 'checked' : 'documented';
}
