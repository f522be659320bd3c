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

/** "requested by M. Okafor on 10 Oct 2026, 09:15" */
export function requestedWords({ requestedBy, requestedAt }: ReportLine): string {
  const at = formatInstant(requestedAt);
  return requestedBy
    ? i18n._('requested by {name} on {at}', { name: requestedBy.name, at })
    : i18n._('requested on {at}', { at });
}
