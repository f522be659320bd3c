import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Day, Stage } from '@pilotage/analytics';
import type { MemberId } from '@pilotage/platform';
import { connectionType, DayScalar, InstantScalar } from '@pilotage/platform/graphql';
import { FindingSeverityEnum, ImportStateEnum, StageEnum } from '../graphql-enums.js';
import { importProgress } from './import.progress.js';
import { type ImportId, type ImportRow, type ImportState, isHalfDone } from './import.types.js';
import { MAPPING } from './mapping/mapping.words.js';
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
  @Field({ description: MAPPING.value })
  value!: string;

  @Field(() => StageEnum, { nullable: true, description: MAPPING.meaning })
  stage!: Stage | null;
}

@ObjectType()
export class StageDateMapping {
  @Field(() => Int, { description: MAPPING.date })
  column!: number;

  @Field(() => StageEnum)
  stage!: Stage;
}

@ObjectType({ description: MAPPING.itself })
export class ImportMapping {
  @Field(() => [Int], { description: MAPPING.identity })
  identity!: readonly number[];

  @Field(() => Int, { description: MAPPING.name })
  name!: number;

  @Field(() => Int, { nullable: true, description: MAPPING.summary })
  summary!: number | null;

  @Field(() => Int, { nullable: true, description: MAPPING.unit })
  unit!: number | null;

  @Field(() => Int, { nullable: true, description: MAPPING.externalId })
  externalId!: number | null;

  @Field(() => Int, { nullable: true, description: MAPPING.kind })
  kind!: number | null;

  @Field(() => Int, { nullable: true, description: MAPPING.tags })
  tags!: number | null;

  @Field(() => Int, { nullable: true, description: MAPPING.stage })
  stage!: number | null;

  @Field(() => [StageValueMapping], { description: MAPPING.stageValues })
  stageValues!: readonly StageValueMapping[];

  @Field(() => String, { nullable: true, description: MAPPING.dateFormat })
  dateFormat!: string | null;

  @Field(() => [StageDateMapping], { description: MAPPING.dates })
  dates!: readonly StageDateMapping[];

  @Field({ description: MAPPING.keepOthersAsAttributes })
  keepOthersAsAttributes!: boolean;

  @Field(() => DayScalar, { description: MAPPING.asOfOn })
  asOfOn!: Day;

  @Field(() => DayScalar, { nullable: true, description: MAPPING.completeSince })
  completeSince!: Day | null;

  @Field({ description: MAPPING.livingOnly })
  livingOnly!: boolean;
}

@ObjectType({ description: 'What came of the rows; after a check what would come of them.' })
export class ImportCounts {
  @Field(() => Int, { description: 'Rows gone through so far; at the end all of the file.' })
  rows!: number;

  @Field(() => Int, { description: 'Rows that became nothing; each has a finding that says why.' })
  skipped!: number;

  @Field(() => Int, { description: 'Rows that became a new initiative.' })
  created!: number;

  @Field(() => Int, {
    description: 'Rows that say something else of a known initiative than the import before.',
  })
  changed!: number;

  @Field(() => Int, { description: 'Rows that say of a known initiative what the import before said.' })
  unchanged!: number;

  @Field(() => Int, {
    description: 'Entries into stages, by their dates; new ones and those in place of earlier ones.',
  })
  events!: number;

  @Field(() => Int, { description: 'Stages seen on the day of the file, with no date of entry.' })
  observations!: number;

  @Field(() => Int, { description: 'New business units.' })
  units!: number;

  @Field(() => Int, { description: 'Findings in all rows, of all severities.' })
  findings!: number;
}

@ObjectType()
export class ImportFinding {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: 'As a spreadsheet counts: the header is row 1.' })
  rowNumber!: number;

  @Field(() => Int, { nullable: true, description: 'From 0; null where it is about the whole row.' })
  column!: number | null;

  @Field({ description: 'Which kind of finding, such as DATE_UNREADABLE; the message says it in words.' })
  code!: string;

  @Field(() => FindingSeverityEnum)
  severity!: FindingSeverity;

  @Field({ description: 'What was found, and what was done with it.' })
  message!: string;

  @Field(() => String, { nullable: true, description: 'What the row has there, cut to 200 characters.' })
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

  @Field(() => ImportStateEnum, {
    description:
      'CANCELLED without counts: the file was discarded. With counts: stopped while it ran; they say what is imported.',
  })
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
    isHalfDone: isHalfDone(row),
  });
