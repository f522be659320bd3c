import { NotFoundError } from '../errors/domain-error.js';
import { isUuid } from './id.js';

/**
 * An id as a client sent it, written the way we write them: it is compared as text as well as by the database. What
 * cannot be an id names nothing.
 *
 * @param noun what it would name, for the message
 * @throws NotFoundError
 */
export function idFrom<AnyId extends string>(text: string, noun: string): AnyId {
  if (!isUuid(text)) throw new NotFoundError(noun);
  return text.toLowerCase() as AnyId;
}
