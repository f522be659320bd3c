import { Injectable } from '@nestjs/common';
import { NotFoundError, UnitOfWork } from '@pilotage/platform';
import { type RequestContext } from '@pilotage/tenancy';
import { SubjectAccess } from '../subject/subject-access.js';
import { type Subject, type SubmittedAssessment } from './assessment.js';
import { assessmentById } from './assessment.queries.js';

/** What members may read of submitted assessments. */
@Injectable()
export class AssessmentService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: SubjectAccess,
  ) {}

  /** One assessment, superseded or not. @throws NotFoundError when it does not exist for the caller */
  one(ctx: RequestContext, id: string): Promise<SubmittedAssessment> {
    return this.unitOfWork.read(ctx, async (tx) => {
      const assessment = await assessmentById(tx, id);
      if (!assessment) throw new NotFoundError('assessment');
      const subject = { kind: assessment.subjectKind, id: assessment.subjectId };
      await this.access.requireVisible(tx, ctx, subject, 'assessment');
      return assessment;
    });
  }

  /** @throws NotFoundError when the subject does not exist for the caller */
  async requireVisible(ctx: RequestContext, subject: Subject): Promise<void> {
    await this.unitOfWork.read(ctx, (tx) => this.access.requireVisible(tx, ctx, subject));
  }
}
