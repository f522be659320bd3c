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
import { MAPPING } from './mapping/mapping.words.js';

@InputType()
export class StageValueMappingInput {
  @Field({ description: MAPPING.value })
  value!: string;

  @Field(() => StageEnum, { nullable: true, description: MAPPING.meaning })
  stage?: Stage | null;
}

@InputType()
export class StageDateMappingInput {
  @Field(() => Int, { description: MAPPING.date })
  column!: number;

  @Field(() => StageEnum)
  stage!: Stage;
}

@InputType({ description: MAPPING.itself })
export class ImportMappingInput {
  @Field(() => [Int], { description: MAPPING.identity })
  identity!: number[];

  @Field(() => Int, { description: MAPPING.name })
  name!: number;

  @Field(() => Int, { nullable: true, description: MAPPING.summary })
  summary?: number | null;

  @Field(() => Int, { nullable: true, description: MAPPING.unit })
  unit?: number | null;

  @Field(() => Int, { nullable: true, description: MAPPING.externalId })
  externalId?: number | null;

  @Field(() => Int, { nullable: true, description: MAPPING.kind })
  kind?: number | null;

  @Field(() => Int, { nullable: true, description: MAPPING.tags })
  tags?: number | null;

  @Field(() => Int, { nullable: true, description: MAPPING.stage })
  stage?: number | null;

  @Field(() => [StageValueMappingInput], { description: MAPPING.stageValues })
  stageValues!: StageValueMappingInput[];

  @Field(() => String, { nullable: true, description: MAPPING.dateFormat })
  dateFormat?: string | null;

  @Field(() => [StageDateMappingInput], { description: MAPPING.dates })
  dates!: StageDateMappingInput[];

  @Field({ description: MAPPING.keepOthersAsAttributes })
  keepOthersAsAttributes!: boolean;

  @Field(() => DayScalar, { description: MAPPING.asOfOn })
  asOfOn!: Day;

  @Field(() => DayScalar, { nullable: true, description: MAPPING.completeSince })
  completeSince?: Day | null;

  @Field({ description: MAPPING.livingOnly })
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
