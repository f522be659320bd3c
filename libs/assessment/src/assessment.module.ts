import { Module } from '@nestjs/common';
import { PortfolioModule } from '@pilotage/portfolio';
import { TenancyModule } from '@pilotage/tenancy';
import { AssessmentService } from './assessment/assessment.service.js';
import { DraftService } from './draft/draft.service.js';
import { SubjectAccess } from './subject/subject-access.js';

const services = [SubjectAccess, AssessmentService, DraftService];

/** What api and worker share. */
@Module({ imports: [TenancyModule, PortfolioModule], providers: services, exports: services })
export class AssessmentModule {}
