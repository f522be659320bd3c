import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Day, Stage } from '@pilotage/analytics';
import {
  ConflictUserError,
  DayScalar,
  IdempotencyKeyField,
  InvalidInputError,
} from '@pilotage/platform/graphql';
import { StageEnum } from '../graphql-enums.js';
import { Import } from './import.graphql.js';

@InputType()
export class StageValueMappingInput {
  @Field()
  value!: string;

  @Field(() => StageEnum, { nullable: true })
  stage?: Stage | null;
}

@InputType()
export class StageDateMappingInput {
  @Field(() => Int)
  column!: number;

  @Field(() => StageEnum)
  stage!: Stage;
}

@InputType()
export class ImportMappingInput {
  @Field(() => [Int])
  identity!: number[];

  @Field(() => Int)
  name!: number;

  @Field(() => Int, { nullable: true })
  summary?: number | null;

  @Field(() => Int, { nullable: true })
  unit?: number | null;

  @Field(() => Int, { nullable: true })
  externalId?: number | null;

  @Field(() => Int, { nullable: true })
  kind?: number | null;

  @Field(() => Int, { nullable: true })
  tags?: number | null;

  @Field(() => Int, { nullable: true })
  stage?: number | null;

  @Field(() => [StageValueMappingInput])
  stageValues!: StageValueMappingInput[];

  @Field(() => String, { nullable: true })
  dateFormat?: string | null;

  @Field(() => [StageDateMappingInput])
  dates!: StageDateMappingInput[];

  @Field()
  keepOthersAsAttributes!: boolean;

  @Field(() => DayScalar)
  asOfOn!: Day;

  @Field(() => DayScalar, { nullable: true })
  completeSince?: Day | null;

  @Field()
  livingOnly!: boolean;
}

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
