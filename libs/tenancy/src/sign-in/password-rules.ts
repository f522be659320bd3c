import { COMMON_PASSWORDS } from './common-passwords.js';

export const PASSWORD_MIN_LENGTH = 10;
export const PASSWORD_MAX_LENGTH = 128;

export type PasswordProblem = 'too-short' | 'too-long' | 'too-common' | 'contains-email';

/** What a person reads about each problem. */
export const PASSWORD_MESSAGES: Record<PasswordProblem, string> = {
  'too-short': `Use at least ${PASSWORD_MIN_LENGTH} characters. Three or four words are easy to remember.`,
  'too-long': `Use at most ${PASSWORD_MAX_LENGTH} characters.`,
  'too-common': 'This password is on every list of known passwords. Use another one.',
  'contains-email': 'Do not use your e-mail address as password.',
};

/**
 * Null when the password may be used. No rules of composition: they make passwords worse (NIST SP 800-63B, 5.1.1.2).
 * Length counts code points, so an emoji is one character.
 */
export function passwordProblem(password: string, email: string): PasswordProblem | null {
  const length = [...password].length;
  if (length < PASSWORD_MIN_LENGTH) return 'too-short';
  if (length > PASSWORD_MAX_LENGTH) return 'too-long';
  const lower = password.toLowerCase();
  if (isTrivial(lower)) return 'too-common';
  const address = email.toLowerCase();
  if (address && lower.includes(address)) return 'contains-email';
  return null;
}

/** On the list, on the list within digits and marks, or made of at most two different characters. */
function isTrivial(lower: string): boolean {
  const bare = lower.replace(/^[^a-z]+|[^a-z]+$/g, '');
  return COMMON_PASSWORDS.has(lower) || COMMON_PASSWORDS.has(bare) || new Set(lower).size <= 2;
}
