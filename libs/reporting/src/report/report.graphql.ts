import {
  createUnionType,
  Field,
  Float,
  ID,
  InputType,
  Int,
  ObjectType,
  registerEnumType,
} from '@nestjs/graphql';
import { type Day } from '@pilotage/analytics';
import { type MemberId } from '@pilotage/platform';
import {
  connectionType,
  DayScalar,
  IdempotencyKeyField,
  InstantScalar,
  InvalidInputError,
} from '@pilotage/platform/graphql';
import { AiKindEnum } from '@pilotage/portfolio/api';
import { Quarter } from '@pilotage/tenancy/api';
import { PortfolioFilter } from '../trend/trend.graphql.js';
import { type Correction as CorrectionView } from './corrections.js';
import {
  type JobState,
  type Report as ReportRow,
  type ReportId,
  type ReportKind,
  type ReportManifest as Manifest,
} from './report.js';

export const ReportKindEnum = {
  TREND: 'TREND',
  TIME_TO_PRODUCTION: 'TIME_TO_PRODUCTION',
  EXECUTIVE_QUARTER: 'EXECUTIVE_QUARTER',
} as const;
registerEnumType(ReportKindEnum, { name: 'ReportKind' });

export const JobStateEnum = {
  PENDING: 'PENDING',
  ADMITTED: 'ADMITTED',
  RUNNING: 'RUNNING',
  DONE: 'DONE',
  FAILED: 'FAILED',
  CANCELLED: 'CANCELLED',
} as const;
registerEnumType(JobStateEnum, { name: 'JobState', description: 'How far queued work is.' });

@ObjectType()
export class PortfolioFilterEcho {
  @Field(() => [ID])
  unitIds!: readonly string[];

  @Field(() => [AiKindEnum])
  kinds!: readonly string[];
}

@ObjectType()
export class NamedCount {
  @Field()
  name!: string;

  @Field(() => Int)
  count!: number;
}

@ObjectType({ description: 'What a result was made of and by what.' })
export class ReportManifest {
  @Field()
  engineVersion!: string;

  @Field()
  nodeVersion!: string;

  @Field()
  methodVersion!: string;

  @Field({ description: 'SHA-256 over the canonical JSON of everything that was read.' })
  inputDigest!: string;

  @Field({ description: 'SHA-256 over the canonical JSON of the result, numbers to 12 digits.' })
  resultDigest!: string;

  @Field(() => [NamedCount], { description: 'How many of what were read.' })
  counts!: readonly NamedCount[];

  @Field(() => DayScalar)
  from!: Day;

  @Field(() => DayScalar)
  to!: Day;

  @Field(() => InstantScalar)
  knownAt!: Date;

  @Field(() => [String], { description: 'Framework versions of the assessments that counted.' })
  frameworks!: readonly string[];
}

@ObjectType({ description: 'A figure that differs.' })
export class Correction implements CorrectionView {
  @Field()
  figure!: string;

  @Field()
  published!: string;

  @Field()
  now!: string;
}

@ObjectType({
  description: 'A stored result for a period, as known at an instant; asked again it is the same.',
})
export class Report {
  @Field(() => ID)
  id!: ReportId;

  @Field(() => ReportKindEnum)
  kind!: ReportKind;

  @Field(() => Quarter, { description: "The period's last quarter." })
  quarter!: Quarter;

  @Field(() => PortfolioFilterEcho)
  filter!: PortfolioFilterEcho;

  @Field(() => InstantScalar)
  knownAt!: Date;

  @Field(() => JobStateEnum)
  state!: JobState;

  @Field(() => Float, { nullable: true, description: '0 to 1.' })
  progress!: number | null;

  @Field(() => InstantScalar)
  requestedAt!: Date;

  @Field(() => InstantScalar, { nullable: true })
  finishedAt!: Date | null;

  @Field(() => String, { nullable: true })
  error!: string | null;

  @Field(() => ReportManifest, { nullable: true })
  manifest!: ReportManifest | null;

  @Field(() => String, { nullable: true })
  resultDigest!: string | null;

  requestedById!: MemberId | null;
  /** For the fields that other rows answer. */
  row!: ReportRow;
}

export const ReportConnection = connectionType(Report, 'Report');

export function toReport(row: ReportRow): Report {
  const { requestedBy, manifest, ...rest } = row;
  return Object.assign(new Report(), {
    ...rest,
    quarter: row.quarter,
    manifest: manifest && toManifest(manifest),
    requestedById: requestedBy,
    row,
  });
}

const toManifest = (manifest: Manifest): ReportManifest =>
  Object.assign(new ReportManifest(), { ...manifest, knownAt: new Date(manifest.knownAt) });

@InputType()
export class RequestReportInput {
  @IdempotencyKeyField()
  idempotencyKey!: string;

  @Field(() => ReportKindEnum)
  kind!: ReportKind;

  @Field(() => DayScalar, { description: "Any day of the period's last quarter." })
  quarterOf!: Day;

  @Field(() => PortfolioFilter, { nullable: true })
  filter?: PortfolioFilter | null;

  @Field(() => InstantScalar, {
    nullable: true,
    description: 'As known at; now when absent or later than now.',
  })
  knownAt?: Date | null;
}

@ObjectType()
export class RequestReportSuccess {
  @Field(() => Report)
  report!: Report;
}

export const RequestReportResult = createUnionType({
  name: 'RequestReportResult',
  types: () => [RequestReportSuccess, InvalidInputError] as const,
});

@InputType()
export class RerunReportInput {
  @Field(() => ID)
  reportId!: string;

  @IdempotencyKeyField()
  idempotencyKey!: string;
}

@ObjectType()
export class RerunReportSuccess {
  @Field(() => Report, {
    description: 'A report of its own, queued; it says whether it is equal once it is done.',
  })
  report!: Report;
}

export const RerunReportResult = createUnionType({
  name: 'RerunReportResult',
  types: () => [RerunReportSuccess, InvalidInputError] as const,
});
