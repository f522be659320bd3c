import { formatShare, jobStateLabel, type JobState } from '@pilotage/web-ui';
import { formatInstant } from '../../shared/format/time.js';
import { i18n } from '../../shared/i18n.js';
import { reportKindLabel } from './report-kind.js';
import type { ReportLine } from './reports.graphql.js';

/** Still on its way: ask again. */
export const isOnItsWay = (state: JobState): boolean =>
  state === 'PENDING' || state === 'ADMITTED' || state === 'RUNNING';

/** "Trend, Q3 FY26" */
export const reportTitle = ({ kind, quarter }: Pick<ReportLine, 'kind' | 'quarter'>): string =>
  `${reportKindLabel(kind)}, ${quarter.label}`;

/** "Running 40 %" */
export function stateWords({ state, progress }: Pick<ReportLine, 'state' | 'progress'>): string {
  const label = jobStateLabel(state);
  return state === 'RUNNING' && progress !== null ? `${label} ${formatShare(progress)}` : label;
}

/** "published by M. Okafor on 10 Oct 2026, 09:15"; "requested" until it is stored. */
export function requestedWords({ state, requestedBy, requestedAt, finishedAt }: ReportLine): string {
  const isPublished = state === 'DONE' && finishedAt !== null;
  const at = formatInstant(isPublished ? finishedAt : requestedAt);
  const name = requestedBy?.name;
  if (isPublished)
    return name ? i18n._('published by {name} on {at}', { name, at }) : i18n._('published on {at}', { at });
  return name ? i18n._('requested by {name} on {at}', { name, at }) : i18n._('requested on {at}', { at });
}
