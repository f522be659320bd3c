import { DataTable, formatNumber, type Column } from '@pilotage/web-ui';
import { formatInstant } from '../../../shared/format/time.js';
import { i18n } from '../../../shared/i18n.js';
import { AnchorLink } from '../../../shared/ui/links.js';
import type { ListedImport } from '../imports.graphql.js';
import { StateBadge } from '../result/state-badge.js';

export function ImportsTable({ imports }: { readonly imports: readonly ListedImport[] }) {
  return (
    <DataTable
      caption={i18n._('Imports, newest first')}
      columns={columns()}
      rows={imports}
      rowKey={({ id }) => id}
    />
  );
}

const columns = (): Column<ListedImport>[] => [
  {
    key: 'file',
    header: i18n._('File'),
    isTitle: true,
    render: ({ id, fileName }) => (
      <AnchorLink from="/t/$slug" to="/t/$slug/imports/$importId" params={{ importId: id }} inherit>
        {fileName}
      </AnchorLink>
    ),
  },
  { key: 'state', header: i18n._('State'), render: ({ state }) => <StateBadge state={state} /> },
  { key: 'rows', header: i18n._('Rows'), isNumeric: true, render: ({ rowCount }) => formatNumber(rowCount) },
  {
    key: 'created',
    header: i18n._('New'),
    isNumeric: true,
    render: (row) => countOf(row, (counts) => counts.created),
  },
  {
    key: 'changed',
    header: i18n._('Changed'),
    isNumeric: true,
    render: (row) => countOf(row, (counts) => counts.changed),
  },
  {
    key: 'skipped',
    header: i18n._('Skipped'),
    isNumeric: true,
    render: (row) => countOf(row, (counts) => counts.skipped),
  },
  {
    key: 'uploaded',
    header: i18n._('Uploaded'),
    render: ({ createdAt, createdBy }) =>
      [formatInstant(createdAt), createdBy?.name].filter(Boolean).join(', '),
  },
];

/** Only what was done counts here, not what a check says would be; one that was cancelled has counts only if it ran. */
function countOf(
  { state, counts }: ListedImport,
  pick: (counts: NonNullable<ListedImport['counts']>) => number,
) {
  const isOver = state === 'DONE' || state === 'CANCELLED';
  return isOver && counts ? formatNumber(pick(counts)) : <span className="pl-muted">–</span>;
}
