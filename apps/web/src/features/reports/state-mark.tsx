import { Badge } from '@mantine/core';
import type { ReportLine } from './reports.graphql.js';
import { stateWords } from './report-words.js';

const COLOURS = {
  PENDING: 'gray',
  ADMITTED: 'gray',
  RUNNING: 'petrol',
  DONE: 'green',
  FAILED: 'red',
  CANCELLED: 'gray',
} as const;

/** How far a report is, in words; the colour only helps. */
export function StateMark({ report }: { readonly report: Pick<ReportLine, 'state' | 'progress'> }) {
  return (
    <Badge variant="light" color={COLOURS[report.state]} radius="sm">
      {stateWords(report)}
    </Badge>
  );
}
