import { createHash } from 'node:crypto';
import { BadInputError } from '../errors/domain-error.js';
import { isUuid } from '../id/id.js';

/** The largest page a client may ask for. */
export const MAX_PAGE = 100;

/** Where a page ended: the sort value as SQL text (null where it is null) and the id that makes the order total. */
export interface Cursor {
  value: string | null;
  id: string;
}

/** What a cursor is good for: the same list in the same order. */
const fingerprint = (list: unknown): string =>
  createHash('sha256').update(JSON.stringify(list)).digest('base64url').slice(0, 12);

/** Opaque to clients; bound to `list` (filter, order and direction), so that it cannot be used with another one. */
export function encodeCursor(cursor: Cursor, list: unknown): string {
  return Buffer.from(JSON.stringify([cursor.value, cursor.id, fingerprint(list)])).toString('base64url');
}

/** @throws BadInputError when the cursor is not ours, or of another list */
export function decodeCursor(text: string | null | undefined, list: unknown): Cursor | null {
  if (text == null) return null;
  const parsed = parse(text);
  if (parsed && parsed[2] === fingerprint(list)) return { value: parsed[0], id: parsed[1] };
  throw new BadInputError(
    'This page does not belong to the list asked for. Start again from the first page.',
    ['after'],
    'BAD_CURSOR',
  );
}

function parse(text: string): [string | null, string, string] | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (!Array.isArray(value) || value.length !== 3) return null;
    const [sort, id, hash] = value as unknown[];
    const isOurs = (sort === null || typeof sort === 'string') && typeof id === 'string' && isUuid(id);
    return isOurs && typeof hash === 'string' ? [sort, id, hash] : null;
  } catch {
    return null;
  }
}

/** @throws BadInputError unless 1..100 */
export function pageSize(first: number): number {
  if (Number.isInteger(first) && first >= 1 && first <= MAX_PAGE) return first;
  throw new BadInputError(`A page has 1 to ${MAX_PAGE} rows.`, ['first'], 'PAGE_SIZE');
}
