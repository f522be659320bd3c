import { i18n } from '../i18n.js';

/** What became of a request to the sign-in service. */
export type AuthOutcome = { readonly kind: 'done' } | AuthRefusal;

interface AuthRefusal {
  readonly kind: 'refused';
  readonly message: string;
}

export type ResetOutcome =
  | { readonly kind: 'mailed' }
  /** This installation sends no mail. */
  | { readonly kind: 'not-mailed' }
  | AuthRefusal;

interface Answer {
  /** HTTP status; 0 when there was no answer at all. */
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly isMailed: boolean;
}

const textOf = (body: unknown, field: 'code' | 'message'): string => {
  const value: unknown = body && typeof body === 'object' ? Reflect.get(body, field) : undefined;
  return typeof value === 'string' ? value : '';
};

async function post(path: string, input: Record<string, unknown>): Promise<Answer> {
  try {
    const response = await fetch(`/auth/${path}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input),
    });
    const body: unknown = await response.json().catch(() => null);
    const isMailed = Boolean(body) && Reflect.get(Object(body), 'isMailed') === true;
    return {
      status: response.status,
      code: textOf(body, 'code'),
      message: textOf(body, 'message'),
      isMailed,
    };
  } catch {
    return { status: 0, code: '', message: '', isMailed: false };
  }
}

const isDone = ({ status }: Answer): boolean => status >= 200 && status < 300;
const refused = (message: string): AuthRefusal => ({ kind: 'refused', message });

function failure({ status, code, message }: Answer): AuthRefusal {
  if (status === 0)
    return refused(i18n._('The server cannot be reached. Check the connection and try again.'));
  if (status === 429) {
    const fallback = i18n._('Too many attempts. Wait a minute and try again.');
    return refused(code === 'TOO_MANY_ATTEMPTS' ? message : fallback);
  }
  if (status === 403) {
    return refused(
      i18n._(
        'This page was opened under another address than the service is set up for. Ask whoever runs it.',
      ),
    );
  }
  return refused(i18n._('Something went wrong on the server. Try again.'));
}

export async function signIn(email: string, password: string): Promise<AuthOutcome> {
  const answer = await post('sign-in/email', { email, password });
  if (isDone(answer)) return { kind: 'done' };
  if (answer.status === 400 || answer.status === 401) {
    // One message for both, so that nobody learns which addresses have an account.
    return refused(
      i18n._('This e-mail address and password do not match. Check both, or reset your password.'),
    );
  }
  return failure(answer);
}

/** Ends the session; the caller loads a page afresh, so that nothing of this person stays in memory. */
export async function endSession(): Promise<void> {
  await post('sign-out', {});
}

export async function signOut(): Promise<void> {
  await endSession();
  window.location.assign('/sign-in');
}

export async function requestPasswordReset(email: string): Promise<ResetOutcome> {
  const answer = await post('request-password-reset', { email });
  if (!isDone(answer)) return failure(answer);
  return { kind: answer.isMailed ? 'mailed' : 'not-mailed' };
}

export async function resetPassword(token: string, newPassword: string): Promise<AuthOutcome> {
  const answer = await post('reset-password', { token, newPassword });
  if (isDone(answer)) return { kind: 'done' };
  if (answer.code.startsWith('PASSWORD_') && answer.message) return refused(answer.message);
  if (answer.status === 400)
    return refused(i18n._('This link has been used or has expired. Ask for a new one.'));
  return failure(answer);
}
