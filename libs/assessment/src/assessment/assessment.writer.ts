import { type Day, minDay } from '@pilotage/analytics';
import { type Framework } from '@pilotage/frameworks';
import { type TenantTx } from '@pilotage/platform';
import { type InitiativeId, lockInitiatives, markChanged, noteAssessed } from '@pilotage/portfolio';
import { type AssessmentAnswer, type AssessmentId, type Subject } from './assessment.js';
import { scoring } from './scoring.rules.js';

export interface NewAssessment {
  readonly id: AssessmentId;
  readonly subject: Subject;
  readonly framework: Framework;
  readonly asOfOn: Day;
  /** One per question of the framework. */
  readonly answers: readonly AssessmentAnswer[];
  /** The live assessment this one replaces. */
  readonly corrects: { readonly id: AssessmentId; readonly asOfOn: Day } | null;
}

/**
 * Records an assessment with its scores, gates and answers: the one way into history, for submissions as for what is
 * imported. Whether the subject exists and may be assessed was decided before.
 *
 * @throws ConflictError when the corrected assessment was superseded meanwhile
 */
export async function recordAssessment(tx: TenantTx, assessment: NewAssessment): Promise<void> {
  const { id, subject, framework, asOfOn, answers, corrects } = assessment;
  const initiativeId = subject.kind === 'INITIATIVE' ? (subject.id as InitiativeId) : null;
  const { overall, dimensions, gates } = scoring(framework, answers);
  // Before the history lock, as every writer of an initiative's history: the other order could deadlock.
  if (initiativeId) await lockInitiatives(tx, [initiativeId]);
  const row = {
    id,
    subjectKind: subject.kind,
    subjectId: subject.id,
    frameworkId: framework.id,
    frameworkVersion: framework.version,
    asOfOn,
    answered: overall.answered,
    applicable: overall.applicable,
    scoreDen: overall.denominator,
    scoreNum: overall.numerator,
    lowerNum: overall.lower,
    upperNum: overall.upper,
  };
  if (corrects) await tx.history.supersede('assessment', corrects.id, row);
  else await tx.history.append('assessment', [row]);
  await tx.insert(
    'assessment_dimension',
    dimensions.map((score) => ({
      assessmentId: id,
      dimensionKey: score.dimensionKey,
      answered: score.answered,
      applicable: score.applicable,
      den: score.denominator,
      num: score.numerator,
      lowerNum: score.lower,
      upperNum: score.upper,
    })),
  );
  await tx.insert(
    'assessment_gate',
    gates.map((gate) => ({ assessmentId: id, ...gate })),
  );
  await tx.insert(
    'assessment_answer',
    answers.map(({ value, ...rest }) => ({ assessmentId: id, answer: value, ...rest })),
  );
  if (initiativeId) {
    const [newest] = await tx.query<{ assessedOn: Day }>(
      `select max(as_of_on) as "assessedOn" from assessment
        where tenant_id = $1 and subject_id = $2 and superseded_at is null`,
      [tx.ctx.tenantId, initiativeId],
    );
    await noteAssessed(tx, [{ initiativeId, assessedOn: newest?.assessedOn ?? null }]);
    await markChanged(tx, [{ initiativeId, fromOn: corrects ? minDay(asOfOn, corrects.asOfOn) : asOfOn }]);
  }
}
