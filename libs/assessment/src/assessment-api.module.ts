import { Module } from '@nestjs/common';
import { PortfolioApiModule } from '@pilotage/portfolio/api';
import { TenancyApiModule } from '@pilotage/tenancy/api';
import { AssessmentPages } from './assessment/assessment.pages.js';
import { AssessmentLoader } from './assessment/assessment.loaders.js';
import { AssessmentResolver } from './assessment/assessment.resolver.js';
import { InitiativeAssessmentsResolver } from './assessment/initiative-assessments.resolver.js';
import { AssessmentModule } from './assessment.module.js';
import { DraftAnswerResolver, DraftResolver } from './draft/draft.resolver.js';
import { FrameworkResolver } from './framework/framework.resolver.js';

/** The GraphQL of assessments. */
@Module({
  imports: [TenancyApiModule, PortfolioApiModule, AssessmentModule],
  providers: [
    AssessmentLoader,
    AssessmentPages,
    AssessmentResolver,
    DraftAnswerResolver,
    DraftResolver,
    FrameworkResolver,
    InitiativeAssessmentsResolver,
  ],
  exports: [AssessmentLoader],
})
export class AssessmentApiModule {}
