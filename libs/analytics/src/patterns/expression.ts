/** A fact as a rule sees it; null is recorded as "none". A fact that is not in the map was never asked for: unknown. */
export type FactValue = string | number | boolean | null;
/** Facts by name. */
export type Facts = ReadonlyMap<string, FactValue>;

/** Kleene's three values: a rule that needs an unknown fact is unknown, unless the rest already decides it. */
export type Truth = true | false | 'unknown';

export type Comparator = '==' | '!=' | '>' | '>=' | '<' | '<=';

/** A number, a word or a fact, or a sum, product, least or greatest of such. `answer(DF1)` is the fact of that name. */
export type Operand =
  | { readonly kind: 'literal'; readonly value: FactValue }
  | { readonly kind: 'fact'; readonly name: string }
  | {
      readonly kind: 'arithmetic';
      readonly operator: '+' | '-' | '*';
      readonly left: Operand;
      readonly right: Operand;
    }
  | { readonly kind: 'min' | 'max'; readonly values: readonly Operand[] };

export type Expression =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Expression[] }
  | {
      readonly kind: 'compare';
      readonly comparator: Comparator;
      readonly left: Operand;
      readonly right: Operand;
    }
  | {
      readonly kind: 'among';
      readonly operand: Operand;
      readonly values: readonly Operand[];
      readonly isNegated: boolean;
    }
  | { readonly kind: 'null-test'; readonly operand: Operand; readonly isNegated: boolean }
  /** A bare name, for example a signal's id in a verdict. */
  | { readonly kind: 'truth-of'; readonly name: string };

/** Whether a rule holds for these facts; never throws, whatever they are. */
export function evaluate(expression: Expression, facts: Facts): Truth {
  switch (expression.kind) {
    case 'and':
      return conjunction(expression.parts.map((part) => evaluate(part, facts)));
    case 'or':
      return negation(conjunction(expression.parts.map((part) => negation(evaluate(part, facts)))));
    case 'compare':
      return compare(
        expression.comparator,
        valueOf(expression.left, facts),
        valueOf(expression.right, facts),
      );
    case 'among': {
      const value = valueOf(expression.operand, facts);
      const found = expression.values.map((each) => compare('==', value, valueOf(each, facts)));
      const isAmong = negation(conjunction(found.map(negation)));
      if (value === 'na' && isAmong === false) return false;
      return expression.isNegated ? negation(isAmong) : isAmong;
    }
    case 'null-test': {
      const value = valueOf(expression.operand, facts);
      return value === undefined ? 'unknown' : (value === null) !== expression.isNegated;
    }
    case 'truth-of': {
      const value = facts.get(expression.name);
      return typeof value === 'boolean' ? value : 'unknown';
    }
  }
}

/**
 * The facts that made an expression true: of what is joined by `or` only what holds. In the order of the rule, each
 * once; empty for an expression that does not hold.
 */
export function groundsOf(expression: Expression, facts: Facts): string[] {
  if (evaluate(expression, facts) !== true) return [];
  return [...new Set(namesIn(expression, facts))];
}

function namesIn(expression: Expression, facts: Facts): string[] {
  switch (expression.kind) {
    case 'and':
    case 'or':
      return expression.parts.flatMap((part) => groundsOf(part, facts));
    case 'compare':
      return [expression.left, expression.right].flatMap(factsOf);
    case 'among':
      return [expression.operand, ...expression.values].flatMap(factsOf);
    case 'null-test':
      return factsOf(expression.operand);
    case 'truth-of':
      return [expression.name];
  }
}

function factsOf(operand: Operand): string[] {
  switch (operand.kind) {
    case 'literal':
      return [];
    case 'fact':
      return [operand.name];
    case 'arithmetic':
      return [operand.left, operand.right].flatMap(factsOf);
    case 'min':
    case 'max':
      return operand.values.flatMap(factsOf);
  }
}

function conjunction(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.includes('unknown') ? 'unknown' : true;
}

function negation(truth: Truth): Truth {
  return truth === 'unknown' ? 'unknown' : !truth;
}

/** Undefined where a fact is unknown or does not fit the operation. */
function valueOf(operand: Operand, facts: Facts): FactValue | undefined {
  switch (operand.kind) {
    case 'literal':
      return operand.value;
    case 'fact':
      return facts.get(operand.name);
    case 'arithmetic': {
      const [left, right] = [valueOf(operand.left, facts), valueOf(operand.right, facts)];
      if (typeof left !== 'number' || typeof right !== 'number') return undefined;
      return operand.operator === '+' ? left + right : operand.operator === '-' ? left - right : left * right;
    }
    case 'min':
    case 'max': {
      const values = operand.values.map((each) => valueOf(each, facts));
      const numbers = values.filter((value) => typeof value === 'number');
      return numbers.length === values.length ? Math[operand.kind](...numbers) : undefined;
    }
  }
}

/**
 * None (null) compares with nothing: an unanswered question is unknown, not a No. An answer "not applicable" asks
 * nothing of anybody, so `answer(X) != yes` is false there, not true.
 */
function compare(comparator: Comparator, left: FactValue | undefined, right: FactValue | undefined): Truth {
  if (left === undefined || right === undefined || left === null || right === null) return 'unknown';
  if (comparator === '==') return left === right;
  if (comparator === '!=') return left !== right && left !== 'na';
  if (typeof left !== 'number' || typeof right !== 'number') return 'unknown';
  switch (comparator) {
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
  }
}
