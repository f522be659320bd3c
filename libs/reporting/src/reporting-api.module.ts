import { Module } from '@nestjs/common';
import { AssessmentModule } from '@pilotage/assessment';
import { AssessmentApiModule } from '@pilotage/assessment/api';
import { PortfolioApiModule } from '@pilotage/portfolio/api';
import { TenancyApiModule } from '@pilotage/tenancy/api';
import { QuestionnaireReader } from './questionnaire/questionnaire.reader.js';
import { QuestionnaireResolver } from './questionnaire/questionnaire.resolver.js';
import { PageReader } from './reading/page-reader.js';
import {
  ExecutiveQuarterResolver,
  PageResolver,
  StuckFigureResolver,
  TimeToProductionResolver,
} from './reading/page.resolver.js';
import { RegisterReader } from './register/register.reader.js';
import { RegisterResolver, UnitCoverageResolver } from './register/register.resolver.js';
import { ReportReader } from './report/report.reader.js';
import { ReportResolver } from './report/report.resolver.js';
import { ReportingModule } from './reporting.module.js';
import { WorkReader } from './work/work.reader.js';
import { WorkResolver } from './work/work.resolver.js';

/** Reporting's part of the api: live pages, stored reports, what waits for whom. */
@Module({
  imports: [ReportingModule, TenancyApiModule, PortfolioApiModule, AssessmentModule, AssessmentApiModule],
  providers: [
    ExecutiveQuarterResolver,
    PageReader,
    PageResolver,
    QuestionnaireReader,
    QuestionnaireResolver,
    RegisterReader,
    RegisterResolver,
    ReportReader,
    ReportResolver,
    StuckFigureResolver,
    TimeToProductionResolver,
    UnitCoverageResolver,
    WorkReader,
    WorkResolver,
  ],
})
export class ReportingApiModule {}
