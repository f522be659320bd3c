import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

function parseDay(value: unknown): string {
  if (typeof value === 'string' && DAY.test(value)) {
    const day = new Date(`${value}T00:00:00Z`);
    if (day.toISOString().startsWith(value)) return value;
  }
  throw badInput('A day is written YYYY-MM-DD, such as 2026-03-31.');
}

function parseInstant(value: unknown): Date {
  const instant = typeof value === 'string' ? new Date(value) : new Date(Number.NaN);
  if (!Number.isNaN(instant.getTime())) return instant;
  throw badInput('An instant is written like 2026-03-31T12:00:00.000Z.');
}

const badInput = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

/** A calendar day as text, in and out: it never becomes an instant. */
export const DayScalar = new GraphQLScalarType<string, string>({
  name: 'Day',
  description: 'A calendar day, YYYY-MM-DD.',
  serialize: String,
  parseValue: parseDay,
  parseLiteral: (node) => parseDay(node.kind === Kind.STRING ? node.value : null),
});

/** An instant: a Date inside, ISO 8601 outside. */
export const InstantScalar = new GraphQLScalarType<Date, string>({
  name: 'Instant',
  description: 'An instant, ISO 8601 in UTC with milliseconds.',
  serialize: (value) => (value instanceof Date ? value : new Date(String(value))).toISOString(),
  parseValue: parseInstant,
  parseLiteral: (node) => parseInstant(node.kind === Kind.STRING ? node.value : null),
});
