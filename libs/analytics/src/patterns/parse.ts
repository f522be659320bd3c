import { type Comparator, type Expression, type Operand } from './expression.js';

export type ParsedExpression =
  | { readonly kind: 'expression'; readonly expression: Expression }
  /** `at` is the position of the character that was not understood. */
  | { readonly kind: 'not-understood'; readonly at: number; readonly expected: string };

/** Words that stand for themselves; every other name is a fact. */
const WORDS = new Set([
  'yes',
  'partial',
  'no',
  'na',
  'idea',
  'pilot',
  'limited_production',
  'production',
  'scaled',
  'ended',
]);
const COMPARATORS: readonly Comparator[] = ['==', '!=', '>=', '<=', '>', '<'];

/** A rule is a line or two. Longer ones, or deeper ones, come from nobody who wants them read. */
const [MOST_CHARACTERS, MOST_BRACKETS] = [2000, 50];

/**
 * Reads the rule language of failure patterns: comparisons (== != > >= < <= in not_in is_null not_null) joined by
 * `and`, which binds tighter, and `or`, with brackets; operands are numbers, true, false, words, facts, calls such as
 * `answer(DF1)`, min(…) and max(…), and + − *. At most 2,000 characters, and 50 brackets within each other.
 */
export function parseExpression(text: string): ParsedExpression {
  if (text.length > MOST_CHARACTERS)
    return { kind: 'not-understood', at: MOST_CHARACTERS, expected: 'the end' };
  try {
    const parser = new Parser(text);
    const expression = parser.disjunction();
    parser.expectEnd();
    return { kind: 'expression', expression };
  } catch (error) {
    if (error instanceof NotUnderstood)
      return { kind: 'not-understood', at: error.at, expected: error.expected };
    throw error;
  }
}

class NotUnderstood extends Error {
  constructor(
    readonly at: number,
    readonly expected: string,
  ) {
    super(`Expected ${expected} at ${at}.`);
  }
}

interface Token {
  readonly text: string;
  readonly at: number;
}

function tokensOf(text: string): Token[] {
  return [...text.matchAll(/[A-Za-z_][A-Za-z_0-9]*|\d+(?:\.\d+)?|[=!<>]=|\S/g)].map((match) => ({
    text: match[0],
    at: match.index,
  }));
}

class Parser {
  private readonly tokens: readonly Token[];
  private position = 0;
  private depth = 0;

  constructor(private readonly text: string) {
    this.tokens = tokensOf(text);
  }

  disjunction(): Expression {
    const parts = [this.conjunction()];
    while (this.take('or')) parts.push(this.conjunction());
    return parts.length === 1 ? parts[0]! : { kind: 'or', parts };
  }

  expectEnd(): void {
    if (this.position < this.tokens.length) this.fail('and, or, or the end');
  }

  private conjunction(): Expression {
    const parts = [this.condition()];
    while (this.take('and')) parts.push(this.condition());
    return parts.length === 1 ? parts[0]! : { kind: 'and', parts };
  }

  private condition(): Expression {
    if (this.take('(')) return this.within(() => this.disjunction(), ')');
    const left = this.sum();
    if (this.take('is_null')) return { kind: 'null-test', operand: left, isNegated: false };
    if (this.take('not_null')) return { kind: 'null-test', operand: left, isNegated: true };
    if (this.take('in')) return { kind: 'among', operand: left, values: this.bracketed(), isNegated: false };
    if (this.take('not_in'))
      return { kind: 'among', operand: left, values: this.bracketed(), isNegated: true };
    const comparator = COMPARATORS.find((candidate) => this.take(candidate));
    if (comparator) return { kind: 'compare', comparator, left, right: this.sum() };
    if (left.kind === 'fact') return { kind: 'truth-of', name: left.name };
    return this.fail('a comparison');
  }

  private bracketed(): Operand[] {
    this.expect('[');
    return this.within(() => this.list(), ']');
  }

  private list(): Operand[] {
    const values = [this.sum()];
    while (this.take(',')) values.push(this.sum());
    return values;
  }

  /** What stands up to a closing bracket; the opening one is taken. */
  private within<Read>(read: () => Read, closing: string): Read {
    this.depth += 1;
    if (this.depth > MOST_BRACKETS) this.fail('fewer brackets');
    const inner = read();
    this.expect(closing);
    this.depth -= 1;
    return inner;
  }

  private sum(): Operand {
    let left = this.product();
    for (;;) {
      const operator = this.take('+') ? '+' : this.take('-') ? '-' : null;
      if (operator === null) return left;
      left = { kind: 'arithmetic', operator, left, right: this.product() };
    }
  }

  private product(): Operand {
    let left = this.operand();
    while (this.take('*')) left = { kind: 'arithmetic', operator: '*', left, right: this.operand() };
    return left;
  }

  private operand(): Operand {
    const isNegative = this.take('-');
    const token = this.tokens[this.position];
    if (token && /^\d/.test(token.text)) {
      this.position += 1;
      return { kind: 'literal', value: isNegative ? 0 - Number(token.text) : Number(token.text) };
    }
    if (isNegative) return this.fail('a number');
    if (!token || !/^[A-Za-z_]/.test(token.text)) return this.fail('a number, a word or a fact');
    this.position += 1;
    if (token.text === 'true' || token.text === 'false')
      return { kind: 'literal', value: token.text === 'true' };
    if (WORDS.has(token.text)) return { kind: 'literal', value: token.text };
    if (!this.take('(')) return { kind: 'fact', name: token.text };
    if (token.text === 'min' || token.text === 'max')
      return { kind: token.text, values: this.within(() => this.list(), ')') };
    const argument = this.tokens[this.position]?.text ?? '';
    if (!/^[A-Za-z_]/.test(argument)) return this.fail('an id');
    this.position += 1;
    this.expect(')');
    return { kind: 'fact', name: `${token.text}(${argument})` };
  }

  private take(text: string): boolean {
    if (this.tokens[this.position]?.text !== text) return false;
    this.position += 1;
    return true;
  }

  private expect(text: string): void {
    if (!this.take(text)) this.fail(text);
  }

  private fail(expected: string): never {
    throw new NotUnderstood(this.tokens[this.position]?.at ?? this.text.length, expected);
  }
}
