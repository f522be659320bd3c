import { Module } from '@nestjs/common';
import { TenancyModule } from '@pilotage/tenancy';
import { RefreshFactsBySettings, RefreshFactsHandler, RefreshFactsOfChanged } from './fact/fact.handlers.js';
import { ComputeReportHandler } from './report/report.handler.js';
import { ReportingModule } from './reporting.module.js';

/** Reporting's part of the worker. */
@Module({
  imports: [ReportingModule, TenancyModule],
  providers: [ComputeReportHandler, RefreshFactsBySettings, RefreshFactsHandler, RefreshFactsOfChanged],
})
export class ReportingJobsModule {}
