/** A member of a result union. */
interface Typed {
  readonly __typename: string;
}

/** One function per member of the union; a new member does not compile until it has one. */
type Cases<Union extends Typed, Result> = {
  readonly [Name in Union['__typename']]: (member: Extract<Union, { __typename: Name }>) => Result;
};

/**
 * The exhaustive switch over a result union.
 * @example matchResult(outcome, { SaveUnitSuccess: ..., InvalidInputError: form.refuse, ConflictError: form.refuse })
 */
export function matchResult<Union extends Typed, Result>(
  outcome: Union,
  cases: Cases<Union, Result>,
): Result {
  const name: Union['__typename'] = outcome.__typename;
  const handle = cases[name] as (member: Union) => Result;
  return handle(outcome);
}
