import { defineEvent } from '@pilotage/platform';
import { z } from 'zod';

/** Somebody with an account asked for a new password. Who sends the mail makes the link: links are never stored. */
export const passwordResetRequested = defineEvent({
  name: 'password-reset-requested',
  payload: z.object({ userId: z.string().max(64) }),
  identityOf: ({ userId }) => userId,
});
