import { ErrorState } from '@pilotage/web-ui';
import { QuarterView } from '../../../shared/figures/quarter/quarter-view.js';
import { TimeToProductionView } from '../../../shared/figures/time-to-production/time-to-production-view.js';
import { TrendView } from '../../../shared/figures/trend/trend-view.js';
import { i18n } from '../../../shared/i18n.js';
import type { Report } from '../reports.graphql.js';

/** The figures as they were stored, by the components of the live pages. */
export function StoredResult({ report }: { readonly report: Report }) {
  const { trend, timeToProduction, executiveQuarter } = report;
  if (trend) return <TrendView trend={trend} />;
  if (timeToProduction) return <TimeToProductionView figures={timeToProduction} />;
  if (executiveQuarter) return <QuarterView quarter={executiveQuarter} />;
  return <ErrorState message={i18n._('The stored result cannot be read')} />;
}
