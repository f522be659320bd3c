import { ProgressReceipt } from '@pilotage/web-ui';
import { i18n } from '../../../shared/i18n.js';
import { useTenant } from '../../../shared/session/tenant-context.js';
import { someOf } from '../../../shared/figures/portfolio-filter.js';
import { AnchorLink } from '../../../shared/ui/links.js';
import { reportTitle } from '../report-words.js';
import type { Report } from '../reports.graphql.js';

/** Before the report is stored: how far it is, or why it failed and how to ask again. */
export function OnItsWay({ report }: { readonly report: Report }) {
  const { slug, can } = useTenant();
  const { kind, quarter, filter, state, progress, error } = report;
  const hasEnded = state === 'FAILED' || state === 'CANCELLED';
  return (
    <ProgressReceipt
      label={reportTitle(report)}
      state={state}
      progress={progress}
      error={error}
      detail={
        hasEnded ? undefined : i18n._('It appears here by itself. You can leave this page; it goes on.')
      }
    >
      {hasEnded && can('report.request') && (
        <AnchorLink
          to="/t/$slug/reports"
          params={{ slug }}
          search={{
            request: kind,
            quarterOf: quarter.to,
            unitIds: someOf(filter.unitIds),
            kinds: someOf(filter.kinds),
          }}
          size="sm"
        >
          {i18n._('Request it again')}
        </AnchorLink>
      )}
    </ProgressReceipt>
  );
}
