import { Field } from '@nestjs/graphql';

/** The field of an input that makes or starts something; see `withIdempotency`. */
export const IdempotencyKeyField = (): PropertyDecorator =>
  Field(() => String, {
    description:
      'New for each intent, 8 to 100 characters; the same one again, within 24 hours, finds what the first request made.',
  });
