import {
  type Answer,
  type Answers,
  gateView,
  scoreAssessment,
  type ScoreRecord,
  scoreScale,
} from '@pilotage/analytics';
import { type Framework, GATE_STAGES, type ReadinessFramework } from '@pilotage/frameworks';
import { type StoredDimensionScore, type StoredGate, type StoredScore } from './assessment.js';

export interface Scoring {
  readonly overall: StoredScore;
  readonly dimensions: readonly StoredDimensionScore[];
  /** One per stage that asks something, none of a questionnaire; which of them is next is judged where the stage is known. */
  readonly gates: readonly StoredGate[];
}

/** What a round of answers comes to, in the integers that are stored. Unanswered keys may be missing or null. */
export function scoring(
  framework: Framework,
  answers: readonly { readonly questionKey: string; readonly value: Answer | null }[],
): Scoring {
  const values = new Map(answers.map(({ questionKey, value }) => [questionKey, value]));
  const { overall, dimensions } = scoreAssessment(framework, values);
  const denominator = denominatorOf(framework);
  return {
    overall: stored(overall, denominator),
    dimensions: dimensions.map((record) => ({
      dimensionKey: record.dimension,
      ...stored(record, denominator),
    })),
    gates: framework.kind === 'READINESS' ? gatesOf(framework, values) : [],
  };
}

function gatesOf({ questions }: ReadinessFramework, values: Answers): StoredGate[] {
  return GATE_STAGES.map((stage) => {
    const view = gateView(
      questions.map(({ key, gates }) => ({ key, minimum: gates[stage] })),
      values,
    );
    if (view.kind !== 'gate') return { stage, met: 0, of: 0, blocking: [] };
    return { stage, met: view.met, of: view.of, blocking: view.blocking.map(({ key }) => key) };
  });
}

function denominatorOf(framework: Framework): number {
  const scale = scoreScale(framework);
  if (scale.kind === 'unavailable')
    throw new RangeError(`${framework.id} cannot be scored: ${scale.reason}.`);
  return scale.denominator;
}

function stored({ counts, score, bounds }: ScoreRecord, denominator: number): StoredScore {
  return {
    answered: counts.answered,
    applicable: counts.applicable,
    denominator,
    numerator: score?.numerator ?? null,
    lower: bounds?.low.numerator ?? null,
    upper: bounds?.high.numerator ?? null,
  };
}
