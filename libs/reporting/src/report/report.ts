import { type Day } from '@pilotage/analytics';
import { type Id, type MemberId, type ReceiptId } from '@pilotage/platform';
import { type ExecutiveQuarter } from '../executive/executive-quarter.js';
import { type QuarterView } from '../period/period.js';
import { type PortfolioFilter } from '../period/scope.js';
import { type TimeToProduction } from '../time-to-production/time-to-production.js';
import { type Trend } from '../trend/trend.js';

export type ReportId = Id<'Report'>;

export const REPORT_KINDS = ['TREND', 'TIME_TO_PRODUCTION', 'EXECUTIVE_QUARTER'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

export const JOB_STATES = ['PENDING', 'ADMITTED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED'] as const;
export type JobState = (typeof JOB_STATES)[number];

/** What a report is of: the same always gives the same result. */
export interface ReportRequest {
  readonly kind: ReportKind;
  /** The last quarter of the period. */
  readonly quarter: QuarterView;
  readonly filter: PortfolioFilter;
  readonly knownAt: Date;
}

export type ReportResult =
  | { readonly kind: 'TREND'; readonly trend: Trend }
  | { readonly kind: 'TIME_TO_PRODUCTION'; readonly timeToProduction: TimeToProduction }
  | { readonly kind: 'EXECUTIVE_QUARTER'; readonly executiveQuarter: ExecutiveQuarter };

/** What the result was made of and by what, for whoever wants to make it again. */
export interface ReportManifest {
  readonly engineVersion: string;
  readonly nodeVersion: string;
  readonly methodVersion: string;
  readonly inputDigest: string;
  readonly resultDigest: string;
  readonly counts: readonly { readonly name: string; readonly count: number }[];
  readonly from: Day;
  readonly to: Day;
  readonly knownAt: string;
  readonly filter: PortfolioFilter;
  /** Framework versions of the assessments that counted. */
  readonly frameworks: readonly string[];
}

/** A row of `report` with how far its receipt is. */
export interface Report extends ReportRequest {
  readonly id: ReportId;
  readonly state: JobState;
  /** 0 to 1; null before it runs. */
  readonly progress: number | null;
  readonly receiptId: ReceiptId;
  readonly requestedAt: Date;
  readonly requestedBy: MemberId | null;
  readonly finishedAt: Date | null;
  readonly error: string | null;
  readonly resultDigest: string | null;
  readonly manifest: ReportManifest | null;
  readonly rerunOf: ReportId | null;
}
