import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Precision } from '@pilotage/analytics';
import type { MemberId } from '@pilotage/platform';
import { connectionType, InstantScalar } from '@pilotage/platform/graphql';
import { DatedDay } from '../common/dated-day.graphql.js';
import { FindingSeverityEnum, ImportActEnum, ImportStateEnum, PrecisionEnum, RepairChoiceEnum } from '../graphql-enums.js'; // prettier-ignore
import type { ImportAct } from './import-acts.js';
import { importProgress } from './import.progress.js';
import { type ImportId, type ImportRow, type ImportState, isHalfDone, isHalfUndone } from './import.types.js';
import { ImportMapping } from './mapping/mapping.graphql.js';
import type { RepairChoice } from './plan/date-repairs.js';
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

  @Field(() => Int, {
    description: 'Stages with a day after that of the file; new plans and those in place of earlier ones.',
  })
  plans!: number;

  @Field(() => Int, {
    description: 'Rows whose answers became an assessment, a new one or in place of an earlier one.',
  })
  assessments!: number;

  @Field(() => Int, { description: 'New business units.' })
  units!: number;

  @Field(() => Int, { description: 'Findings in all rows, of all severities.' })
  findings!: number;

  @Field(() => Int, {
    description: 'Living initiatives that earlier files of this register listed and this one does not.',
  })
  absent!: number;

  @Field(() => Int, { description: 'Of the absent ones: still running, by what people said.' })
  absentRunning!: number;

  @Field(() => Int, { description: 'Of the absent ones: stopped, or merged into another one.' })
  absentEnded!: number;
}

@ObjectType({ description: 'What was taken back of an import, so far or in all.' })
export class ImportUndoCounts {
  @Field(() => Int, { description: 'Initiatives that the import had made, and that left every list.' })
  removed!: number;

  @Field(() => Int, {
    description:
      'Initiatives that the import had made and that people worked on since; they stay, and are found under INITIATIVE_KEPT.',
  })
  kept!: number;

  @Field(() => Int, { description: 'Records that the import had written.' })
  takenBack!: number;

  @Field(() => Int, {
    description: 'Records that hold again: the import had replaced them or taken them back.',
  })
  restored!: number;

  @Field(() => Int, { description: 'Business units that the import had made.' })
  units!: number;

  @Field(() => Int, {
    description: 'Business units that the import had made and that are used otherwise; they stay.',
  })
  unitsKept!: number;
}

@ObjectType({ description: 'An import by its name.' })
export class MendedImport {
  @Field(() => ID)
  id!: ImportId;

  @Field()
  fileName!: string;
}

@ObjectType({ description: 'What somebody did with an import.' })
export class ImportActRecord {
  @Field(() => ID)
  id!: string;

  @Field(() => ImportActEnum)
  act!: ImportAct;

  @Field(() => InstantScalar)
  doneAt!: Date;

  doneById!: MemberId | null;
}

@ObjectType()
export class DateReading {
  @Field(() => RepairChoiceEnum)
  choice!: RepairChoice;

  @Field(() => DatedDay)
  date!: DatedDay;
}

@ObjectType()
export class ImportFinding {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: 'As a spreadsheet counts: the first row of the file is row 1.' })
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

  @Field(() => [DateReading], {
    description: 'For a date that is written oddly: what it can mean, by the choice that means it.',
  })
  readings!: readonly DateReading[];

  @Field({ description: 'One of the readings is used, as the mapping says.' })
  isRepaired!: boolean;
}

@ObjectType({ description: 'A row of the file as it stands there.' })
export class FileRow {
  @Field(() => Int, { description: 'As a spreadsheet counts: the first row of the file is row 1.' })
  rowNumber!: number;

  @Field(() => [String], { description: 'Each cut to 200 characters.' })
  cells!: readonly string[];
}

@ObjectType()
export class FindingCount {
  @Field()
  code!: string;

  @Field(() => FindingSeverityEnum)
  severity!: FindingSeverity;

  @Field(() => Int, { description: 'How often it was found.' })
  count!: number;

  @Field({ description: 'It was found in whole columns, and the count is of these; else in rows and cells.' })
  isOfColumns!: boolean;

  @Field()
  message!: string;

  @Field(() => [ImportFinding], { description: 'The first three.' })
  examples!: readonly ImportFinding[];
}

@ObjectType({ description: 'How much of a column a format of dates reads, in rows; empty ones aside.' })
export class DateFormatFit {
  @Field()
  format!: string;

  @Field(() => PrecisionEnum)
  precision!: Precision;

  @Field(() => Int)
  read!: number;

  @Field(() => Int)
  unread!: number;

  @Field(() => Int, { description: 'Of those read; a large share says that months are meant.' })
  firstsOfMonth!: number;

  @Field(() => [String], { description: 'The first three that it does not read.' })
  unreadExamples!: readonly string[];
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
      'CANCELLED without counts: the file was discarded. With counts: stopped while it ran; they say what is imported. UNDONE: what it had imported is taken back.',
  })
  state!: ImportState;

  @Field(() => String, {
    nullable: true,
    description: 'UTF-8, UTF-16LE, UTF-16BE or WINDOWS-1252, as found; null for a workbook.',
  })
  encoding!: string | null;

  @Field(() => String, { nullable: true, description: 'What separates the cells; null for a workbook.' })
  delimiter!: string | null;

  @Field(() => String, { nullable: true, description: 'The sheet of a workbook; null for a text.' })
  sheet!: string | null;

  @Field(() => Int, {
    description: 'The row with the headers, as a spreadsheet counts. Rows above it are no data.',
  })
  headerRow!: number;

  @Field(() => Int, { description: 'Rows of data: those below the header with something in them.' })
  rowCount!: number;

  @Field(() => [ImportColumn])
  columns!: readonly ImportColumn[];

  @Field(() => ImportMapping, { nullable: true })
  mapping!: ImportMapping | null;

  @Field(() => ImportCounts, { nullable: true })
  counts!: ImportCounts | null;

  @Field(() => ImportUndoCounts, { nullable: true, description: 'Null unless it was, or is being, undone.' })
  undoCounts!: ImportUndoCounts | null;

  @Field(() => Int, { description: 'Counts up whenever it is set going: by a check, a start, an undoing.' })
  round!: number;

  @Field(() => Float, {
    nullable: true,
    description: '0..1 while checking, running, paused or being undone.',
  })
  progress!: number | null;

  @Field({
    description:
      'It stopped or was paused while it ran: some rows are imported, and it can only be started again.',
  })
  isHalfDone!: boolean;

  @Field({ description: 'Its undoing stopped: some of it is taken back, and it can only be undone again.' })
  isHalfUndone!: boolean;

  @Field(() => String, { nullable: true })
  error!: string | null;

  @Field(() => InstantScalar)
  createdAt!: Date;

  @Field(() => InstantScalar, { nullable: true })
  finishedAt!: Date | null;

  createdById!: MemberId | null;

  unitsVersion!: string | null;

  mendsImportId!: ImportId | null;
}

export const ImportConnection = connectionType(Import, 'Import');
export const ImportFindingConnection = connectionType(ImportFinding, 'ImportFinding');

export const toImport = ({ createdBy, ...row }: ImportRow): Import =>
  Object.assign(new Import(), {
    ...row,
    createdById: createdBy,
    progress: importProgress(row),
    isHalfDone: isHalfDone(row),
    isHalfUndone: isHalfUndone(row),
  });
