import { type JobContract } from '@pilotage/platform';
import { refreshFacts } from './fact/fact.jobs.js';
import { computeReportJob } from './report/report.jobs.js';

export { ReportingJobsModule } from './reporting-jobs.module.js';

/** Every job of this library. */
export const reportingJobs: readonly Pick<JobContract<never>, 'kind' | 'name'>[] = [
  computeReportJob,
  refreshFacts,
];
