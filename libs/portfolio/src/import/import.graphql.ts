import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Day, Stage } from '@pilotage/analytics';
import type { MemberId } from '@pilotage/platform';
import { connectionType, DayScalar, InstantScalar } from '@pilotage/platform/graphql';
import { FindingSeverityEnum, ImportStateEnum, StageEnum } from '../graphql-enums.js';
import { importProgress } from './import.progress.js';
import type { ImportId, ImportRow, ImportState } from './import.types.js';
import type { FindingSeverity } from './plan/finding.js';

@ObjectType({ description: 'A column of the file; columns are known by position, headers repeat.' })
export class ImportColumn {
  @Field(() => Int)
  index!: number;

  @Field()
  header!: string;

  @Field(() => [String], { description: 'The first three different values.' })
  samples!: readonly string[];

  @Field(() => Int, { description: 'Rows with something in it.' })
  filled!: number;
}

@ObjectType()
export class StageValueMapping {
  @Field()
  value!: string;

  @Field(() => StageEnum, { nullable: true, description: 'Null: left out, with a finding.' })
  stage!: Stage | null;
}

@ObjectType({ description: 'The column that holds the day on which a stage was entered.' })
export class StageDateMapping {
  @Field(() => Int)
  column!: number;

  @Field(() => StageEnum)
  stage!: Stage;
}

@ObjectType({ description: 'How the columns become initiatives. Columns are positions, from 0.' })
export class ImportMapping {
  @Field(() => [Int], { description: 'The columns whose values together tell one row from another.' })
  identity!: readonly number[];

  @Field(() => Int)
  name!: number;

  @Field(() => Int, { nullable: true })
  summary!: number | null;

  @Field(() => Int, { nullable: true })
  unit!: number | null;

  @Field(() => Int, { nullable: true })
  externalId!: number | null;

  @Field(() => Int, { nullable: true })
  kind!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Tags, separated by comma, semicolon, bar or line break.',
  })
  tags!: number | null;

  @Field(() => Int, { nullable: true })
  stage!: number | null;

  @Field(() => [StageValueMapping])
  stageValues!: readonly StageValueMapping[];

  @Field(() => String, { nullable: true, description: 'Such as M/D/YYYY; named, never guessed.' })
  dateFormat!: string | null;

  @Field(() => [StageDateMapping])
  dates!: readonly StageDateMapping[];

  @Field()
  keepOthersAsAttributes!: boolean;

  @Field(() => DayScalar, { description: 'The day on which the facts of the file are true.' })
  asOfOn!: Day;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'Since which day the file also lists what was stopped.',
  })
  completeSince!: Day | null;

  @Field({ description: 'The file lists living initiatives only.' })
  livingOnly!: boolean;
}

@ObjectType({ description: 'What came of the rows; after a check what would come of them.' })
export class ImportCounts {
  @Field(() => Int)
  rows!: number;

  @Field(() => Int)
  skipped!: number;

  @Field(() => Int)
  created!: number;

  @Field(() => Int)
  changed!: number;

  @Field(() => Int)
  unchanged!: number;

  @Field(() => Int)
  events!: number;

  @Field(() => Int)
  observations!: number;

  @Field(() => Int)
  units!: number;

  @Field(() => Int)
  findings!: number;
}

@ObjectType()
export class ImportFinding {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: 'As a spreadsheet counts: the header is row 1.' })
  rowNumber!: number;

  @Field(() => Int, { nullable: true })
  column!: number | null;

  @Field()
  code!: string;

  @Field(() => FindingSeverityEnum)
  severity!: FindingSeverity;

  @Field()
  message!: string;

  @Field(() => String, { nullable: true })
  value!: string | null;
}

@ObjectType()
export class FindingCount {
  @Field()
  code!: string;

  @Field(() => FindingSeverityEnum)
  severity!: FindingSeverity;

  @Field(() => Int)
  count!: number;

  @Field()
  message!: string;
}

@ObjectType()
export class ValueCount {
  @Field()
  value!: string;

  @Field(() => Int)
  count!: number;
}

@ObjectType()
export class Import {
  @Field(() => ID)
  id!: ImportId;

  @Field()
  fileName!: string;

  @Field(() => ImportStateEnum)
  state!: ImportState;

  @Field({ description: 'UTF-8 or WINDOWS-1252, as found.' })
  encoding!: string;

  @Field()
  delimiter!: string;

  @Field(() => Int)
  rowCount!: number;

  @Field(() => [ImportColumn])
  columns!: readonly ImportColumn[];

  @Field(() => ImportMapping, { nullable: true })
  mapping!: ImportMapping | null;

  @Field(() => ImportCounts, { nullable: true })
  counts!: ImportCounts | null;

  @Field(() => Float, { nullable: true, description: '0..1 while checking or running.' })
  progress!: number | null;

  @Field({
    description: 'It stopped while it ran: some rows are imported, and it can only be started again.',
  })
  isHalfDone!: boolean;

  @Field(() => String, { nullable: true })
  error!: string | null;

  @Field(() => InstantScalar)
  createdAt!: Date;

  @Field(() => InstantScalar, { nullable: true })
  finishedAt!: Date | null;

  createdById!: MemberId | null;
}

export const ImportConnection = connectionType(Import, 'Import');
export const ImportFindingConnection = connectionType(ImportFinding, 'ImportFinding');

export const toImport = ({ createdBy, ...row }: ImportRow): Import =>
  Object.assign(new Import(), {
    ...row,
    createdById: createdBy,
    progress: importProgress(row),
    isHalfDone: row.state === 'FAILED' && row.pass === 'RUN',
  });
