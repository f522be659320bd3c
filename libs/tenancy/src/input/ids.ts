import { isUuid, NotFoundError, type Id } from '@pilotage/platform';

/** An id as a client sent it. What is no UUID names nothing. @throws NotFoundError */
export function idFrom<Noun extends string>(text: string, noun: Lowercase<Noun>): Id<Noun> {
  if (!isUuid(text)) throw new NotFoundError(noun);
  return text as Id<Noun>;
}
