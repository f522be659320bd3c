export { FactRefresher } from './fact/fact-refresher.js';
export { refreshFacts } from './fact/fact.jobs.js';
export { type NewReport, ReportService } from './report/report.service.js';
export { type ReportId, type ReportKind } from './report/report.js';
export { ReportingModule } from './reporting.module.js';
