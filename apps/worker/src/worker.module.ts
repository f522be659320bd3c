import { Module, type DynamicModule } from '@nestjs/common';
import { AssessmentModule, importTarget } from '@pilotage/assessment';
import { DeliveryJobsModule, deliveryJobs } from '@pilotage/delivery/jobs';
import {
  CoreModule,
  DatabaseModule,
  HealthModule,
  MetricsModule,
  type Config,
  type Logger,
} from '@pilotage/platform';
import { JobsModule } from '@pilotage/platform/jobs';
import { PortfolioJobsModule, portfolioJobs } from '@pilotage/portfolio/jobs';
import { ReportingJobsModule, reportingJobs } from '@pilotage/reporting/jobs';

/** The parts of the worker: the handlers of each library, and what runs them. */
@Module({})
export class WorkerModule {
  static forRoot(config: Config, logger: Logger): DynamicModule {
    return {
      module: WorkerModule,
      // What libraries ask of those above them.
      global: true,
      providers: [importTarget],
      exports: [importTarget],
      imports: [
        CoreModule.forRoot(config, logger),
        DatabaseModule.forRoot(),
        HealthModule,
        MetricsModule,
        PortfolioJobsModule,
        AssessmentModule,
        ReportingJobsModule,
        DeliveryJobsModule,
        JobsModule.forRoot([...portfolioJobs, ...reportingJobs, ...deliveryJobs]),
      ],
    };
  }
}
