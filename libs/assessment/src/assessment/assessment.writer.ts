import { type Day, minDay } from '@pilotage/analytics';
import { CORE_FRAMEWORK_ID, type Framework } from '@pilotage/frameworks';
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
  /** Whose rows it is made of; absent when somebody submitted it. */
  readonly importId?: string;
}

/** As `recordAssessments`, of one. */
export const recordAssessment = (tx: TenantTx, assessment: NewAssessment): Promise<void> =>
  recordAssessments(tx, [assessment]);

/**
 * Records assessments with their scores, gates and answers: the one way into history, for submissions as for what is
 * imported. As many statements for one as for fifty. Whether the subjects exist and may be assessed was decided before.
 *
 * @throws ConflictError when a corrected assessment was superseded meanwhile
 */
export async function recordAssessments(tx: TenantTx, assessments: readonly NewAssessment[]): Promise<void> {
  if (assessments.length === 0) return;
  // Before the history lock, as every writer of an initiative's history: the other order could deadlock.
  await lockInitiatives(tx, assessments.flatMap(initiativeOf));
  const scored = assessments.map((assessment) => ({
    ...assessment,
    ...scoring(assessment.framework, assessment.answers),
  }));
  await tx.history.supersedeAll(
    'assessment',
    scored.flatMap((one) => (one.corrects ? [{ liveRowId: one.corrects.id, successor: rowOf(one) }] : [])),
  );
  await tx.history.append('assessment', scored.filter(({ corrects }) => !corrects).map(rowOf));
  await tx.insert(
    'assessment_dimension',
    scored.flatMap(({ id, dimensions }) =>
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
    ),
  );
  await tx.insert(
    'assessment_gate',
    scored.flatMap(({ id, gates }) => gates.map((gate) => ({ assessmentId: id, ...gate }))),
  );
  await tx.insert(
    'assessment_answer',
    scored.flatMap(({ id, answers }) =>
      answers.map(({ value, ...rest }) => ({ assessmentId: id, answer: value, ...rest })),
    ),
  );
  await noteReadiness(tx, assessments);
}

/** Takes live assessments back: nothing stands in their place. @throws ConflictError unless all are live */
export async function retractAssessments(
  tx: TenantTx,
  retracted: readonly Pick<NewAssessment, 'id' | 'subject' | 'framework' | 'asOfOn'>[],
): Promise<void> {
  await lockInitiatives(tx, retracted.flatMap(initiativeOf));
  await tx.history.supersedeAll(
    'assessment',
    retracted.map(({ id }) => ({ liveRowId: id, successor: null })),
  );
  await noteReadiness(tx, retracted);
}

type Recorded = Pick<NewAssessment, 'subject' | 'framework' | 'asOfOn'> &
  Partial<Pick<NewAssessment, 'corrects'>>;

/** Lists and figures of an initiative follow its readiness; of a questionnaire they know nothing. */
async function noteReadiness(tx: TenantTx, recorded: readonly Recorded[]): Promise<void> {
  const changes = recorded
    .filter(({ framework }) => framework.id === CORE_FRAMEWORK_ID)
    .flatMap((one) =>
      initiativeOf(one).map((initiativeId) => ({
        initiativeId,
        fromOn: one.corrects ? minDay(one.asOfOn, one.corrects.asOfOn) : one.asOfOn,
      })),
    );
  if (changes.length === 0) return;
  const assessed = await tx.query<{ initiativeId: InitiativeId; assessedOn: Day | null }>(
    `select i.id as "initiativeId", (select max(a.as_of_on) from assessment a
              where a.tenant_id = $1 and a.subject_id = i.id and a.framework_id = $3 and a.superseded_at is null
            ) as "assessedOn"
       from unnest($2::uuid[]) as i (id)`,
    [tx.ctx.tenantId, [...new Set(changes.map(({ initiativeId }) => initiativeId))], CORE_FRAMEWORK_ID],
  );
  await noteAssessed(tx, assessed);
  await markChanged(tx, changes);
}

const initiativeOf = ({ subject }: Pick<NewAssessment, 'subject'>): InitiativeId[] =>
  subject.kind === 'INITIATIVE' ? [subject.id as InitiativeId] : [];

function rowOf({
  id,
  subject,
  framework,
  asOfOn,
  importId,
  overall,
}: NewAssessment & ReturnType<typeof scoring>) {
  return {
    id,
    subjectKind: subject.kind,
    subjectId: subject.id,
    frameworkId: framework.id,
    frameworkVersion: framework.version,
    asOfOn,
    importId,
    answered: overall.answered,
    applicable: overall.applicable,
    scoreDen: overall.denominator,
    scoreNum: overall.numerator,
    lowerNum: overall.lower,
    upperNum: overall.upper,
  };
}
