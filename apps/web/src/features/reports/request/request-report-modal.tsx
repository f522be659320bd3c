import { useApiQuery } from '../../../shared/graphql/use-api-query.js';
import { quartersQuery } from '../../../shared/figures/quarters.graphql.js';
import { i18n } from '../../../shared/i18n.js';
import { Dialog } from '../../../shared/ui/dialog.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { RequestReportForm, type WantedReport } from './request-report-form.js';

interface RequestReportModalProps {
  readonly wanted: WantedReport;
  readonly onClose: () => void;
}

const QUARTERS = 20;

/** Asks for a report. What is chosen already comes from the address; each opening starts anew. */
export function RequestReportModal({ wanted, onClose }: RequestReportModalProps) {
  const quarters = useApiQuery(quartersQuery, { count: QUARTERS });
  // Opened with its fields: a dialog puts the focus where it is told only when that is there from the start.
  if (quarters.kind === 'loading') return null;
  return (
    <Dialog onClose={onClose} title={i18n._('Request a report')} size="lg">
      <QueryView of={quarters}>
        {(data) => <RequestReportForm wanted={wanted} quarters={data.quarters} onCancel={onClose} />}
      </QueryView>
    </Dialog>
  );
}
