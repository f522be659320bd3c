import { Module } from '@nestjs/common';
import { ImportedHistory, PortfolioModule } from '@pilotage/portfolio';
import { SetupSteps, TenancyModule } from '@pilotage/tenancy';
import { AssessmentService } from './assessment/assessment.service.js';
import { DraftService } from './draft/draft.service.js';
import { FrameworkService } from './framework/framework.service.js';
import { SubjectAccess } from './subject/subject-access.js';

const services = [SubjectAccess, AssessmentService, DraftService, FrameworkService];

/** What api and worker share. */
@Module({ imports: [TenancyModule, PortfolioModule], providers: services, exports: services })
export class AssessmentModule {
  constructor(steps: SetupSteps, imported: ImportedHistory) {
    imported.work.push(
      `select subject_id as id from assessment
        where tenant_id = $1 and subject_kind = 'INITIATIVE' and subject_id = any($2) and superseded_at is null`,
      `select subject_id as id from assessment_draft
        where tenant_id = $1 and subject_kind = 'INITIATIVE' and subject_id = any($2)`,
    );
    imported.unitUse.push(
      `select subject_id as id from assessment where tenant_id = $1 and subject_kind = 'UNIT' and subject_id = any($2)`,
      `select subject_id as id from assessment_draft where tenant_id = $1 and subject_kind = 'UNIT' and subject_id = any($2)`,
    );
    steps.add({
      key: 'ORGANISATION_CHECK',
      order: 20,
      isDone: async (tx) => {
        const sql = 'select from assessment where tenant_id = $1 and subject_id = $1 limit 1';
        return (await tx.query(sql, [tx.ctx.tenantId])).length > 0;
      },
    });
  }
}
