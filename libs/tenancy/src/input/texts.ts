import { BadInputError } from '@pilotage/platform';
import { z } from 'zod';

const EMAIL = z.email().max(254);
const LONGEST_NAME = 200;

/**
 * A name as people type it: trimmed, inner white space made single.
 *
 * @throws BadInputError when nothing or too much is left
 */
export function nameFrom(text: string, path: readonly string[]): string {
  const name = text.normalize('NFC').trim().replace(/\s+/g, ' ');
  if (name === '') throw new BadInputError('Enter a name.', path, 'EMPTY');
  if (name.length > LONGEST_NAME) {
    throw new BadInputError(`A name has at most ${LONGEST_NAME} characters.`, path, 'TOO_LONG');
  }
  return name;
}

/** Lower case, so that one address is one person. @throws BadInputError */
export function emailFrom(text: string, path: readonly string[]): string {
  const email = text.trim().toLowerCase();
  if (EMAIL.safeParse(email).success) return email;
  throw new BadInputError('Enter an e-mail address, such as ada@example.com.', path, 'NOT_AN_EMAIL');
}

/** For finding and sorting: no case, no accents, so that `ozlem` finds Özlem. */
export const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
