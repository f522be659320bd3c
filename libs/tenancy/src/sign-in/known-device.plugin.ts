import { createHash, randomBytes } from 'node:crypto';
import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import type { AttemptLimits, LimitRule } from './attempt-limits.js';

const PER_ACCOUNT: LimitRule = { window: 15 * 60, max: 10 };
const ONE_YEAR_SECONDS = 365 * 24 * 3600;

/** The key under which attempts from anywhere count against one address, whether or not it has an account. */
export const accountKey = (email: string): string => `account ${digest(email)}`;

const digest = (email: string): string =>
  createHash('sha256').update(email.trim().toLowerCase()).digest('hex');

/**
 * Slows down guessing against one account without letting a stranger lock its owner out. A browser that has signed in
 * before carries a signed cookie and has attempts of its own; all others share the account's. So a guesser uses up
 * the strangers' attempts only, and a new password by link frees those too (OWASP, "device cookies").
 */
export function knownDevice(limits: AttemptLimits, cookie: { name: string; secure: boolean }) {
  const isSignIn = (context: { path?: string }): boolean => context.path === '/sign-in/email';
  const emailOf = (body: unknown): string => {
    const email = (body as { email?: unknown } | undefined)?.email;
    return typeof email === 'string' ? email : '';
  };

  return {
    id: 'known-device',
    hooks: {
      before: [
        {
          matcher: isSignIn,
          handler: createAuthMiddleware(async (ctx) => {
            const email = emailOf(ctx.body);
            const value = await ctx.getSignedCookie(cookie.name, ctx.context.secret);
            const isKnown = typeof value === 'string' && value.startsWith(`${digest(email)}.`);
            // Counted before the password is looked at: concurrent guesses cannot all pass an old count.
            const { allowed } = await limits.consume(
              isKnown ? `device ${value}` : accountKey(email),
              PER_ACCOUNT,
            );
            if (allowed) return;
            throw new APIError('TOO_MANY_REQUESTS', {
              code: 'TOO_MANY_ATTEMPTS',
              message:
                'Too many attempts for this account. Wait 15 minutes, or ask for a new password by link.',
            });
          }),
        },
      ],
      after: [
        {
          matcher: isSignIn,
          handler: createAuthMiddleware(async (ctx) => {
            const signedIn = ctx.context.newSession;
            if (!signedIn) return;
            await limits.forget(accountKey(signedIn.user.email));
            const value = `${digest(signedIn.user.email)}.${randomBytes(16).toString('hex')}`;
            await ctx.setSignedCookie(cookie.name, value, ctx.context.secret, {
              httpOnly: true,
              sameSite: 'lax',
              secure: cookie.secure,
              path: '/',
              maxAge: ONE_YEAR_SECONDS,
            });
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin;
}
