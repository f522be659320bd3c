import { Field, InterfaceType, ObjectType } from '@nestjs/graphql';
import { BadInputError, ConflictError } from '../errors/domain-error.js';

@InterfaceType({ description: 'Something the user can act on.' })
export abstract class UserError {
  @Field({ description: 'For people: what is wrong and what to do.' })
  message!: string;

  @Field(() => [String], { description: 'The input field, from the outside in.' })
  path!: string[];

  @Field({ description: 'For programs: a stable word.' })
  code!: string;
}

@ObjectType({ implements: () => UserError, description: 'The input cannot be taken as it is.' })
export class InvalidInputError extends UserError {}

@ObjectType('ConflictError', {
  implements: () => UserError,
  description: 'Somebody else changed this first. Read it again.',
})
export class ConflictUserError extends UserError {}

/**
 * Runs a use case and turns what the user can act on into members of the result union. Everything else stays thrown.
 */
export async function orUserError<T>(
  work: () => Promise<T>,
): Promise<T | InvalidInputError | ConflictUserError> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BadInputError) {
      return userError(InvalidInputError, error.message, error.path, error.reason);
    }
    if (error instanceof ConflictError)
      return userError(ConflictUserError, error.message, error.path, error.code);
    throw error;
  }
}

/** An instance of a user error's class, which is how a result union knows its type. */
export function userError<E extends UserError>(
  type: new () => E,
  message: string,
  path: readonly string[],
  code: string,
  rest: Partial<E> = {},
): E {
  return Object.assign(new type(), { message, path: [...path], code }, rest);
}
