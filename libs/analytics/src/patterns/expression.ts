/** A fact as a rule sees it; null is recorded as "none". A fact that is not in the map was never asked for: unknown. */
export type FactValue = string | number | boolean | null;
export type Facts = ReadonlyMap<string, FactValue>;

/** Kleene's three values: a rule that needs an unknown fact is unknown, unless the rest already decides it. */
export type Truth = true | false | 'unknown';

export type Comparator = '==' | '!=' | '>' | '>=' | '<' | '<=';

/** A number, a word or a fact, or a sum or product of such. `answer(DF1)` is the fact of that name. */
export type Operand =
  | { readonly kind: 'literal'; readonly value: FactValue }
  | { readonly kind: 'fact'; readonly name: string }
  | {
      readonly kind: 'arithmetic';
      readonly operator: '+' | '-' | '*';
      readonly left: Operand;
      readonly right: Operand;
    };

export type Expression =
  | { readonly kind: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
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

export function evaluate(expression: Expression, facts: Facts): Truth {
  switch (expression.kind) {
    case 'and': {
      const [left, right] = [evaluate(expression.left, facts), evaluate(expression.right, facts)];
      if (left === false || right === false) return false;
      return left === true && right === true ? true : 'unknown';
    }
    case 'or': {
      const [left, right] = [evaluate(expression.left, facts), evaluate(expression.right, facts)];
      if (left === true || right === true) return true;
      return left === false && right === false ? false : 'unknown';
    }
    case 'compare':
      return compare(
        expression.comparator,
        valueOf(expression.left, facts),
        valueOf(expression.right, facts),
      );
    case 'among': {
      const value = valueOf(expression.operand, facts);
      const found = expression.values.map((each) => compare('==', value, valueOf(each, facts)));
      if (value === undefined || value === null) return 'unknown';
      if (value === 'na' && !found.includes(true)) return false;
      return found.includes(true) !== expression.isNegated;
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

/** Undefined where a fact is unknown or does not fit the operation. */
function valueOf(operand: Operand, facts: Facts): FactValue | undefined {
  if (operand.kind === 'literal') return operand.value;
  if (operand.kind === 'fact') return facts.get(operand.name);
  const [left, right] = [valueOf(operand.left, facts), valueOf(operand.right, facts)];
  if (typeof left !== 'number' || typeof right !== 'number') return undefined;
  return operand.operator === '+' ? left + right : operand.operator === '-' ? left - right : left * right;
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
