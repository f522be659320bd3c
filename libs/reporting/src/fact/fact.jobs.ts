import { defineJob } from '@pilotage/platform';
import { z } from 'zod';

/** Brings a tenant's facts up to its history and calendar; also what its timer starts at each of its midnights. */
export const refreshFacts = defineJob({
  name: 'refresh-facts',
  queue: 'interactive',
  payload: z.object({ tenantId: z.uuid() }),
  identityOf: ({ tenantId }) => tenantId,
});
