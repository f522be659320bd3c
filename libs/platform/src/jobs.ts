export { Again, Handles, type JobHandlerClass, type JobRun } from './jobs/handler.js';
export { JobsModule } from './jobs/jobs.module.js';
export { JobRegistry } from './jobs/registry.js';
export { WorkerHost } from './jobs/worker-host.js';
export { nextRun } from './jobs/schedule.js';
