import { createUnionType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import {
  ConflictUserError,
  connectionType,
  IdempotencyKeyField,
  InvalidInputError,
} from '@pilotage/platform/graphql';
import type { PersonId, PersonRow } from './person.js';

@ObjectType({ description: 'Somebody who may own, sponsor or record something, with or without a seat.' })
export class Person {
  @Field(() => ID)
  id!: PersonId;

  @Field()
  name!: string;

  @Field(() => String, { nullable: true })
  email!: string | null;

  @Field({ description: 'True for members, and for those invited.' })
  hasSeat!: boolean;
}

export const toPerson = ({ id, name, email, hasSeat }: PersonRow): Person =>
  Object.assign(new Person(), { id, name, email, hasSeat });

export const PersonConnection = connectionType(Person, 'Person');

@InputType()
export class SavePersonInput {
  @IdempotencyKeyField()
  idempotencyKey!: string;

  @Field(() => ID, { nullable: true, description: 'Absent: a new person.' })
  id?: string | null;

  @Field()
  name!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Absent: none. Of somebody with a seat only who manages members may change it; links of an open invitation end.',
  })
  email?: string | null;
}

@ObjectType()
export class SavePersonSuccess {
  @Field(() => Person)
  person!: Person;
}

export const SavePersonResult = createUnionType({
  name: 'SavePersonResult',
  types: () => [SavePersonSuccess, InvalidInputError, ConflictUserError] as const,
});
