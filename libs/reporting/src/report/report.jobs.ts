import { defineJob } from '@pilotage/platform';
import { z } from 'zod';

/** Computes one requested report and stores it. */
export const computeReportJob = defineJob({
  name: 'compute-report',
  queue: 'bulk',
  payload: z.object({ tenantId: z.uuid(), reportId: z.uuid() }),
  identityOf: ({ reportId }) => reportId,
  leaseMs: 30_000,
});
