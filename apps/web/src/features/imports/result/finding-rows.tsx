import { Text, Title } from '@mantine/core';
import { DataTable, formatNumber, type Column } from '@pilotage/web-ui';
import type { ResultOf } from '../../../shared/graphql/graphql.js';
import { useConnection } from '../../../shared/graphql/use-connection.js';
import { i18n } from '../../../shared/i18n.js';
import { AnchorLink } from '../../../shared/ui/links.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { ShowMore } from '../../../shared/ui/show-more.js';
import type { Import } from '../imports.graphql.js';
import { findingsQuery, NO_FINDINGS, type Finding, type FindingCount } from './findings.graphql.js';
import { columnLetter } from '../mapping/column-letter.js';
import classes from './result.module.css';

interface FindingRowsProps {
  readonly source: Import;
  /** Undefined: of every kind. */
  readonly kind: FindingCount | undefined;
  /** Only rows that were skipped or that somebody should look at. */
  readonly isOpen: boolean;
}

const connectionOf = (data: ResultOf<typeof findingsQuery>) => data.import?.findings ?? NO_FINDINGS;

/** The findings in the order of the rows, as a spreadsheet counts them. */
export function FindingRows({ source, kind, isOpen }: FindingRowsProps) {
  const { rows, showMore, isLoadingMore } = useConnection(
    findingsQuery,
    { id: source.id, code: kind?.code ?? null, isOpen },
    connectionOf,
  );
  return (
    <section className={classes['section']}>
      <Title order={3} mb="sm">
        {kind?.message ?? i18n._('Row by row')}
      </Title>
      {isOpen && (
        <Text c="dimmed" mb="sm">
          {i18n._('Only rows that were skipped or are to look at.')}{' '}
          <AnchorLink
            from="/t/$slug/imports/$importId"
            to="/t/$slug/imports/$importId"
            search={{ step: 'result' }}
            resetScroll={false}
            inherit
          >
            {i18n._('Show all')}
          </AnchorLink>
        </Text>
      )}
      <QueryView of={rows}>
        {(data) => (
          <>
            <DataTable
              isDense
              caption={kind?.message ?? i18n._('Findings row by row')}
              columns={columnsFor(source, kind === undefined)}
              rows={data.nodes}
              rowKey={({ id }) => id}
            />
            <ShowMore rows={data} isLoading={isLoadingMore} onMore={showMore} />
          </>
        )}
      </QueryView>
    </section>
  );
}

function columnsFor({ columns, headerRow }: Import, withMessage: boolean): Column<Finding>[] {
  return [
    {
      key: 'row',
      header: i18n._('Row'),
      isTitle: true,
      width: '6rem',
      // What only all rows together tell stands beside the header.
      render: ({ rowNumber }) => (rowNumber === headerRow ? i18n._('Header') : formatNumber(rowNumber)),
    },
    ...(withMessage
      ? [{ key: 'message', header: i18n._('Finding'), render: ({ message }: Finding) => message }]
      : []),
    {
      key: 'column',
      header: i18n._('Column'),
      width: '28%',
      render: ({ column }) =>
        column === null ? (
          <span className="pl-muted">{i18n._('the row')}</span>
        ) : (
          `${columnLetter(column)} ${columns[column]?.header ?? ''}`
        ),
    },
    {
      key: 'value',
      header: i18n._('Value'),
      render: ({ value }) =>
        value ? <span className={classes['value']}>{value}</span> : <span className="pl-muted">–</span>,
    },
  ];
}
