import { BadInputError } from '@pilotage/platform';
import type { z } from 'zod';

/** @throws BadInputError naming the first field that is wrong, and why */
export function parseInput<T>(schema: z.ZodType<T>, input: unknown, field?: string): T {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  throw new BadInputError(issue.message, [...(field ? [field] : []), ...issue.path.map(String)]);
}
