import type { LinkProps } from '@tanstack/react-router';
import { i18n } from '../../../shared/i18n.js';
import type { OfficeWork } from './office.graphql.js';

export interface OpenPoint {
  readonly key: string;
  readonly count: number;
  /** Behind the count: "initiatives without an owner". */
  readonly words: string;
  readonly why: string;
  readonly to: Extract<LinkProps['to'], `/t/$slug/${string}`>;
}

/** What the office has to put right, the most first; what is in order is not listed. */
export function openPoints(work: OfficeWork): OpenPoint[] {
  const point = (
    key: string,
    count: number,
    words: string,
    why: string,
    to: OpenPoint['to'] = '/t/$slug/portfolio',
  ) => ({
    key,
    count,
    words,
    why,
    to,
  });
  return [
    point(
      'neverAssessed',
      work.neverAssessed,
      i18n._('{count, plural, one {initiative} other {initiatives}} never assessed', {
        count: work.neverAssessed,
      }),
      i18n._('They are missing from readiness.'),
    ),
    point(
      'notConfirmed',
      work.notConfirmed90Days,
      i18n._('{count, plural, one {stage} other {stages}} not confirmed for 90 days', {
        count: work.notConfirmed90Days,
      }),
      i18n._('Ask the owners whether they are still there.'),
    ),
    point(
      'stale',
      work.stale,
      i18n._('{count, plural, one {assessment} other {assessments}} out of date', { count: work.stale }),
      i18n._('They no longer count in the averages.'),
    ),
    point(
      'overLimit',
      work.overLimitNoPlan,
      i18n._('{count, plural, one {pilot} other {pilots}} over the limit with no plan recorded', {
        count: work.overLimitNoPlan,
      }),
      i18n._('Decide: scale, extend once, or stop.'),
    ),
    point(
      'withoutOwner',
      work.withoutOwner,
      i18n._('{count, plural, one {initiative} other {initiatives}} without an owner', {
        count: work.withoutOwner,
      }),
      i18n._('Nobody answers for them.'),
    ),
    point(
      'importFindings',
      work.importFindings,
      i18n._('import {count, plural, one {finding} other {findings}}', { count: work.importFindings }),
      i18n._('Rows that could not be read as they stand.'),
      '/t/$slug/imports',
    ),
  ]
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}
