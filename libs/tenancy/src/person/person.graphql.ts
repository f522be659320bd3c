import { createUnionType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { ConflictUserError, connectionType, InvalidInputError } from '@pilotage/platform/graphql';
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
  @Field(() => ID, { nullable: true, description: 'Absent: a new person.' })
  id?: string | null;

  @Field()
  name!: string;

  @Field(() => String, { nullable: true })
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
