import { createUnionType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { ConflictUserError, IdempotencyKeyField, InvalidInputError } from '@pilotage/platform/graphql';
import { Import } from './import.graphql.js';

@InputType()
export class PauseImportInput {
  @Field(() => ID)
  importId!: string;
}

@ObjectType()
export class PauseImportSuccess {
  @Field(() => Import)
  import!: Import;
}

export const PauseImportResult = createUnionType({
  name: 'PauseImportResult',
  types: () => [PauseImportSuccess, InvalidInputError, ConflictUserError] as const,
});

@InputType()
export class UndoImportInput {
  @Field(() => ID)
  importId!: string;

  @IdempotencyKeyField()
  idempotencyKey!: string;
}

@ObjectType()
export class UndoImportSuccess {
  @Field(() => Import)
  import!: Import;
}

export const UndoImportResult = createUnionType({
  name: 'UndoImportResult',
  types: () => [UndoImportSuccess, InvalidInputError, ConflictUserError] as const,
});
