import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { PASSWORD_MESSAGES, passwordProblem } from './password-rules.js';

const PATHS = ['/reset-password', '/change-password'];

/** Holds the routes that set a password to the same rules as a new account. */
export const passwordRules = {
  id: 'password-rules',
  hooks: {
    before: [
      {
        matcher: ({ path }: { path?: string }): boolean => path !== undefined && PATHS.includes(path),
        handler: createAuthMiddleware(async (ctx) => {
          const password = (ctx.body as { newPassword?: unknown } | undefined)?.newPassword;
          const problem = typeof password === 'string' ? passwordProblem(password, '') : null;
          if (!problem) return;
          throw new APIError('BAD_REQUEST', {
            code: `PASSWORD_${problem.toUpperCase().replaceAll('-', '_')}`,
            message: PASSWORD_MESSAGES[problem],
          });
        }),
      },
    ],
  },
} satisfies BetterAuthPlugin;
