import type { EnumOf } from '../../../shared/graphql/graphql.js';
import { i18n } from '../../../shared/i18n.js';
import type { OfficeWork } from './office.graphql.js';

export interface OpenPoint {
  /** What the portfolio is narrowed to behind the link; the findings are on the page of their import. */
  readonly key: EnumOf<'Attention'> | 'IMPORT_FINDINGS';
  readonly count: number;
  /** Behind the count: "initiatives without an owner". */
  readonly words: string;
  readonly why: string;
}

/** What the office has to put right, the most first; what is in order is not listed. */
export function openPoints(work: OfficeWork): OpenPoint[] {
  const points: OpenPoint[] = [
    {
      key: 'NEVER_ASSESSED',
      count: work.neverAssessed,
      words: i18n._('{count, plural, one {initiative} other {initiatives}} never assessed', {
        count: work.neverAssessed,
      }),
      why: i18n._('They are missing from readiness.'),
    },
    {
      key: 'NOT_CONFIRMED_90_DAYS',
      count: work.notConfirmed90Days,
      words: i18n._('{count, plural, one {stage} other {stages}} not confirmed for 90 days', {
        count: work.notConfirmed90Days,
      }),
      why: i18n._('Ask the owners whether they are still there.'),
    },
    {
      key: 'ASSESSMENT_STALE',
      count: work.stale,
      words: i18n._('{count, plural, one {assessment} other {assessments}} out of date', {
        count: work.stale,
      }),
      why: i18n._('They no longer count in the averages.'),
    },
    {
      key: 'OVER_LIMIT_NO_PLAN',
      count: work.overLimitNoPlan,
      words: i18n._('{count, plural, one {pilot} other {pilots}} over the limit with no plan recorded', {
        count: work.overLimitNoPlan,
      }),
      why: i18n._('Decide: scale, extend once, or stop.'),
    },
    {
      key: 'LONG_IN_LIMITED_PRODUCTION',
      count: work.longInLimitedProduction,
      words: i18n._('over the limit in limited production'),
      why: i18n._('Decide: scale or stop. One step may hide a stuck pilot.'),
    },
    {
      key: 'WITHOUT_STAGE',
      count: work.withoutStage,
      words: i18n._('{count, plural, one {initiative} other {initiatives}} without a recorded stage', {
        count: work.withoutStage,
      }),
      why: i18n._('They are in no count by stage.'),
    },
    {
      key: 'WITHOUT_OWNER',
      count: work.withoutOwner,
      words: i18n._('{count, plural, one {initiative} other {initiatives}} without an owner', {
        count: work.withoutOwner,
      }),
      why: i18n._('Nobody answers for them.'),
    },
    {
      key: 'WITHOUT_SPONSOR',
      count: work.withoutSponsor,
      words: i18n._('{count, plural, one {initiative} other {initiatives}} without a sponsor', {
        count: work.withoutSponsor,
      }),
      why: i18n._('Nobody decides on them.'),
    },
    {
      key: 'IMPORT_FINDINGS',
      count: work.importFindings,
      words: i18n._('import {count, plural, one {finding} other {findings}}', { count: work.importFindings }),
      why: i18n._('Rows that could not be read as they stand.'),
    },
  ];
  return points.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
}
