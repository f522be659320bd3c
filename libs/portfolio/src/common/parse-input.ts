import { BadInputError, isUuid, NotFoundError } from '@pilotage/platform';
import type { z } from 'zod';

/** @throws BadInputError naming the first field that is wrong, and why */
export function parseInput<T>(schema: z.ZodType<T>, input: unknown, field: string): T {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  throw new BadInputError(issue.message, [field, ...issue.path.map(String)]);
}

/** @throws NotFoundError for what cannot be an id: it is nobody's */
export function idOf<Id extends string>(text: string, noun: string): Id {
  if (!isUuid(text)) throw new NotFoundError(noun);
  return text.toLowerCase() as Id;
}
