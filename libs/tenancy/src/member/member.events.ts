import { defineEvent } from '@pilotage/platform';
import { z } from 'zod';

/** Somebody was invited, or invited again. Who sends the mail makes a link of its own: links are never stored. */
export const memberInvited = defineEvent({
  name: 'member-invited',
  payload: z.object({ tenantId: z.uuid(), memberId: z.uuid() }),
  identityOf: ({ memberId }) => memberId,
});
