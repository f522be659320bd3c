import type { EnumOf } from '../../shared/graphql/graphql.js';
import { i18n } from '../../shared/i18n.js';

export type ReportKind = EnumOf<'ReportKind'>;

export const REPORT_KINDS = [
  'EXECUTIVE_QUARTER',
  'TREND',
  'TIME_TO_PRODUCTION',
] as const satisfies ReportKind[];

export function reportKindLabel(kind: ReportKind): string {
  switch (kind) {
    case 'EXECUTIVE_QUARTER':
      return i18n._('Quarter');
    case 'TREND':
      return i18n._('Trend');
    case 'TIME_TO_PRODUCTION':
      return i18n._('Time to production');
  }
}

/** What one gets, for the choice. */
export function reportKindMeaning(kind: ReportKind): string {
  switch (kind) {
    case 'EXECUTIVE_QUARTER':
      return i18n._('One page for executives: what moved, why, and what is stuck.');
    case 'TREND':
      return i18n._('Eight quarters of stages and readiness, and what moved them.');
    case 'TIME_TO_PRODUCTION':
      return i18n._('Which share of pilots reached production, and after how long.');
  }
}
