import { defineEvent } from '@pilotage/platform';
import { z } from 'zod';

/** A setting counts from another day on, or differently; what was computed with it is to be computed again. */
export const settingsChanged = defineEvent({
  name: 'settings-changed',
  payload: z.object({ tenantId: z.uuid() }),
  identityOf: ({ tenantId }) => tenantId,
});
