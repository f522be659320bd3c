import { i18n } from '../i18n.js';

/** What became of a request to the sign-in service. */
export type AuthOutcome = { readonly kind: 'done' } | { readonly kind: 'refused'; readonly message: string };

async function post(path: string, body: Record<string, unknown>): Promise<Response | null> {
  try {
    return await fetch(`/auth/${path}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  } catch {
    return null;
  }
}

const refused = (message: string): AuthOutcome => ({ kind: 'refused', message });

function failure(response: Response | null): AuthOutcome {
  if (!response) return refused(i18n._('The server cannot be reached. Check the connection and try again.'));
  if (response.status === 429) return refused(i18n._('Too many attempts. Wait a minute and try again.'));
  return refused(i18n._('Something went wrong on the server. Try again.'));
}

export async function signIn(email: string, password: string): Promise<AuthOutcome> {
  const response = await post('sign-in/email', { email, password });
  if (response?.ok) return { kind: 'done' };
  if (response && [400, 401, 403].includes(response.status)) {
    // One message for both, so that nobody learns which addresses have an account.
    return refused(
      i18n._('This e-mail address and password do not match. Check both, or reset your password.'),
    );
  }
  return failure(response);
}

/** Ends the session and loads the sign-in page afresh: nothing of this person stays in memory. */
export async function signOut(): Promise<void> {
  await post('sign-out', {});
  window.location.assign('/sign-in');
}

export async function requestPasswordReset(email: string): Promise<AuthOutcome> {
  const response = await post('request-password-reset', { email, redirectTo: '/reset-password' });
  return response?.ok ? { kind: 'done' } : failure(response);
}

export async function resetPassword(token: string, newPassword: string): Promise<AuthOutcome> {
  const response = await post('reset-password', { token, newPassword });
  if (response?.ok) return { kind: 'done' };
  if (response?.status === 400) {
    return refused(i18n._('This link has been used or has expired. Ask for a new one.'));
  }
  return failure(response);
}
