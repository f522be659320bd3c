import { Badge } from '@mantine/core';
import { usePolledQuery } from '../../shared/graphql/use-polled-query.js';
import { isOnItsWay, stateWords } from './report-words.js';
import { reportStateQuery, type ReportLine } from './reports.graphql.js';

const COLOURS = {
  PENDING: 'gray',
  ADMITTED: 'gray',
  RUNNING: 'petrol',
  DONE: 'green',
  FAILED: 'red',
  CANCELLED: 'gray',
} as const;

const ASK_AGAIN_MS = 2_000;

/** How far a report of a list is. It alone is asked again while it runs: the list keeps the pages that it shows. */
export function CurrentState({ report }: { readonly report: ReportLine }) {
  const asked = usePolledQuery(
    reportStateQuery,
    { id: report.id },
    (data) => data.report !== null && isOnItsWay(data.report.state),
    { everyMs: ASK_AGAIN_MS, pause: !isOnItsWay(report.state) },
  );
  return <StateMark report={(asked.kind === 'ready' && asked.data.report) || report} />;
}

/** In words; the colour only helps. */
function StateMark({ report }: { readonly report: Pick<ReportLine, 'state' | 'progress'> }) {
  return (
    <Badge variant="light" color={COLOURS[report.state]} radius="sm">
      {stateWords(report)}
    </Badge>
  );
}
