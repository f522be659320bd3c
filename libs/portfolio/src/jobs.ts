import { processImport } from './import/import.jobs.js';

export { PortfolioJobsModule } from './portfolio-jobs.module.js';

/** Every job of this library. */
export const portfolioJobs = [processImport];
