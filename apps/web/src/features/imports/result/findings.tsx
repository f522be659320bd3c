import { Badge } from '@mantine/core';
import { DataTable, formatNumber, type Column } from '@pilotage/web-ui';
import { getRouteApi } from '@tanstack/react-router';
import { useApiQuery } from '../../../shared/graphql/use-api-query.js';
import { i18n } from '../../../shared/i18n.js';
import { AnchorLink } from '../../../shared/ui/links.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import type { Import } from '../imports.graphql.js';
import { canMap } from '../wizard/steps.js';
import { findingSummaryQuery, type FindingCount } from './findings.graphql.js';
import { FindingsDownload } from './findings-download.js';
import { FindingRows } from './finding-rows.js';
import { Examples, Repair } from './repair.js';
import classes from './result.module.css';

const route = getRouteApi('/t/$slug/imports/$importId');

/** What was found in the rows: by kind, and row by row. */
export function Findings({ source }: { readonly source: Import }) {
  const { code, open } = route.useSearch();
  const summary = useApiQuery(findingSummaryQuery, { id: source.id });
  return (
    <section className={classes['section']}>
      <h2 className={classes['title']}>{i18n._('Findings')}</h2>
      <QueryView of={summary}>
        {(data) => {
          const kinds = data.import?.findingSummary ?? [];
          if (kinds.length === 0)
            return <p className="pl-muted">{i18n._('None: every row reads as it stands.')}</p>;
          const chosen = kinds.find((kind) => kind.code === code);
          return (
            <>
              <FindingsDownload source={source} hasSkipped={(source.counts?.skipped ?? 0) > 0} />
              <DataTable
                caption={i18n._('Findings by kind')}
                columns={columns(source, code)}
                rows={kinds}
                rowKey={({ code: name, severity }) => `${name} ${severity}`}
              />
              <FindingRows
                key={chosen?.code}
                source={source}
                kind={chosen}
                isOpen={open === true && chosen === undefined}
              />
            </>
          );
        }}
      </QueryView>
    </section>
  );
}

/** How often, and in what, where it is not rows and cells. */
const foundText = ({ count, isOfColumns }: FindingCount): string =>
  isOfColumns ? i18n._('{count, plural, one {1 column} other {# columns}}', { count }) : formatNumber(count);

const columns = (source: Import, code: string | undefined): Column<FindingCount>[] => [
  {
    key: 'message',
    header: i18n._('Finding'),
    isTitle: true,
    render: (kind) => (
      <>
        <span className={classes['message']}>{kind.message}</span>
        <Examples kind={kind} />
        {canMap(source) && <Repair source={source} kind={kind} />}
      </>
    ),
  },
  {
    key: 'severity',
    header: i18n._('Effect'),
    width: '10rem',
    render: ({ severity }) => <SeverityBadge severity={severity} />,
  },
  {
    key: 'count',
    header: i18n._('Found'),
    isNumeric: true,
    width: '7rem',
    render: foundText,
  },
  {
    key: 'show',
    header: i18n._('Show'),
    width: '7rem',
    render: (kind) => (
      <AnchorLink
        from="/t/$slug/imports/$importId"
        to="/t/$slug/imports/$importId"
        search={{ step: 'result', code: kind.code === code ? undefined : kind.code }}
        resetScroll={false}
        size="sm"
        aria-label={
          kind.code === code
            ? i18n._('Show all findings')
            : i18n._('Show rows: {message}', { message: kind.message })
        }
      >
        {kind.code === code ? i18n._('Show all') : i18n._('Show rows')}
      </AnchorLink>
    ),
  },
];

function SeverityBadge({ severity }: Pick<FindingCount, 'severity'>) {
  switch (severity) {
    case 'ROW_SKIPPED':
      return (
        <Badge variant="light" color="red" radius="sm">
          {i18n._('Row skipped')}
        </Badge>
      );
    case 'WARNING':
      return (
        <Badge variant="light" color="yellow" radius="sm">
          {i18n._('To look at')}
        </Badge>
      );
    case 'INFO':
      return (
        <Badge variant="light" color="gray" radius="sm">
          {i18n._('For information')}
        </Badge>
      );
  }
}
