import { type Answer, seededRandom } from '@pilotage/analytics';
import { type AssessmentAnswer, type AssessmentId } from '@pilotage/assessment';
import { type ReadinessFramework } from '@pilotage/frameworks';

/** In this organisation, as in most, the data lag behind. */
const HELD_BACK: Readonly<Record<string, number>> = { DF: 0.22, RC: 0.06 };

/** Answers that fit an overall readiness of 0 to 1, the same for the same seed. */
export function answersFor(
  framework: ReadinessFramework,
  readiness: number,
  seed: number,
  inherited: { readonly id: AssessmentId; readonly answers: readonly AssessmentAnswer[] } | null,
): AssessmentAnswer[] {
  const random = seededRandom(seed);
  // The readier, the more alike: at the top every answer is Yes.
  const spread = Math.min(1, 4 * (1 - readiness));
  return framework.questions.map((question) => {
    const level = readiness - spread * ((HELD_BACK[question.dimension] ?? 0) + (random() - 0.5) * 0.7);
    const isLeftOpen = random() < 0.05 * spread;
    const fromAbove = inherited?.answers.find(({ questionKey }) => questionKey === question.key);
    if (question.scope === 'ORGANISATION' && inherited && fromAbove) {
      return { ...fromAbove, note: null, inheritedFrom: inherited.id, isConfirmed: false };
    }
    const value = isLeftOpen ? null : valueAt(level);
    return {
      questionKey: question.key,
      value,
      note: value === 'PARTIAL' ? (question.ifPartial[0] ?? null) : null,
      actionRequired: value === 'NO' || value === 'PARTIAL' ? question.action : null,
      evidence: null,
      inheritedFrom: null,
      isConfirmed: true,
    };
  });
}

function valueAt(level: number): Answer {
  if (level > 0.62) return 'YES';
  return level > 0.3 ? 'PARTIAL' : 'NO';
}
