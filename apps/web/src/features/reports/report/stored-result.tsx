import { ErrorState } from '@pilotage/web-ui';
import { QuarterView } from '../../../shared/figures/quarter/quarter-view.js';
import { TimeToProductionView } from '../../../shared/figures/time-to-production/time-to-production-view.js';
import { TrendView } from '../../../shared/figures/trend/trend-view.js';
import type { ResultOf } from '../../../shared/graphql/graphql.js';
import { useLoadPage } from '../../../shared/graphql/use-further.js';
import { i18n } from '../../../shared/i18n.js';
import { reportOverLimitQuery, reportRowsQuery, type Report } from '../reports.graphql.js';

const overLimitOf = ({ report }: ResultOf<typeof reportOverLimitQuery>) =>
  report?.executiveQuarter?.stuck.initiatives;

/** The figures as they were stored, by the components of the live pages. */
export function StoredResult({ report }: { readonly report: Report }) {
  const { id, trend, timeToProduction, executiveQuarter } = report;
  const loadRows = useLoadPage(reportRowsQuery, { id }, (data) => data.report?.timeToProduction?.rows);
  const loadOverLimit = {
    PILOT: useLoadPage(reportOverLimitQuery, { id, stage: 'PILOT' }, overLimitOf),
    LIMITED_PRODUCTION: useLoadPage(reportOverLimitQuery, { id, stage: 'LIMITED_PRODUCTION' }, overLimitOf),
  };
  if (trend) return <TrendView trend={trend} />;
  if (timeToProduction) return <TimeToProductionView figures={timeToProduction} load={loadRows} />;
  if (executiveQuarter) return <QuarterView quarter={executiveQuarter} load={loadOverLimit} />;
  return <ErrorState message={i18n._('The stored result cannot be read')} />;
}
