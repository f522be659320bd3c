import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ConflictUserError, IdempotencyKeyField, InvalidInputError } from '@pilotage/platform/graphql';
import { Import } from './import.graphql.js';
import { ImportMappingInput } from './mapping/mapping.inputs.js';

@InputType()
export class CheckImportInput {
  @Field(() => ID)
  importId!: string;

  @Field(() => ImportMappingInput)
  mapping!: ImportMappingInput;
}

@ObjectType()
export class CheckImportSuccess {
  @Field(() => Import)
  import!: Import;
}

export const CheckImportResult = createUnionType({
  name: 'CheckImportResult',
  types: () => [CheckImportSuccess, InvalidInputError, ConflictUserError] as const,
});

@InputType()
export class ChooseHeaderRowInput {
  @Field(() => ID)
  importId!: string;

  @Field(() => Int, { description: 'Its number as in firstRows.' })
  row!: number;
}

@ObjectType()
export class ChooseHeaderRowSuccess {
  @Field(() => Import)
  import!: Import;
}

export const ChooseHeaderRowResult = createUnionType({
  name: 'ChooseHeaderRowResult',
  types: () => [ChooseHeaderRowSuccess, InvalidInputError, ConflictUserError] as const,
});

@InputType()
export class CancelImportInput {
  @Field(() => ID)
  importId!: string;
}

@ObjectType()
export class CancelImportSuccess {
  @Field(() => Import)
  import!: Import;
}

export const CancelImportResult = createUnionType({
  name: 'CancelImportResult',
  types: () => [CancelImportSuccess, InvalidInputError, ConflictUserError] as const,
});

@InputType()
export class StartImportInput {
  @Field(() => ID)
  importId!: string;

  @IdempotencyKeyField()
  idempotencyKey!: string;
}

@ObjectType()
export class StartImportSuccess {
  @Field(() => Import)
  import!: Import;
}

export const StartImportResult = createUnionType({
  name: 'StartImportResult',
  types: () => [StartImportSuccess, InvalidInputError, ConflictUserError] as const,
});
