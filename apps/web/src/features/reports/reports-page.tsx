import { Button, SegmentedControl, Text } from '@mantine/core';
import { DataTable, EmptyState, type Column } from '@pilotage/web-ui';
import { IconFileAnalytics, IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode } from 'react';
import { monthsOf } from '../../shared/figures/quarter-words.js';
import { useScopeWords } from '../../shared/figures/scope-words.js';
import { formatInstant } from '../../shared/format/time.js';
import type { ResultOf } from '../../shared/graphql/graphql.js';
import { useConnection } from '../../shared/graphql/use-connection.js';
import { i18n } from '../../shared/i18n.js';
import { useTenant } from '../../shared/session/tenant-context.js';
import { AnchorLink } from '../../shared/ui/links.js';
import { PageHeader } from '../../shared/ui/page-header.js';
import { QueryView } from '../../shared/ui/query-view.js';
import { ShowMore } from '../../shared/ui/show-more.js';
import { REPORT_KINDS, reportKindLabel, type ReportKind } from './report-kind.js';
import { reportTitle } from './report-words.js';
import { reportsQuery, type ReportLine } from './reports.graphql.js';
import classes from './reports-page.module.css';
import { RequestReportModal } from './request/request-report-modal.js';
import { CurrentState } from './state-mark.js';

const route = getRouteApi('/t/$slug/reports');
const connectionOf = (data: ResultOf<typeof reportsQuery>) => data.reports;

const ALL = 'ALL';

/** What was requested and stored, and the form that asks for more. */
export function ReportsPage() {
  const { kind, request, ...wanted } = route.useSearch();
  const navigate = route.useNavigate();
  const { slug, can } = useTenant();
  const scopeWords = useScopeWords();
  const { rows, showMore, isLoadingMore } = useConnection(reportsQuery, { kind: kind ?? null }, connectionOf);

  const mayRequest = can('report.request');
  const add = mayRequest && (
    <Button
      leftSection={<IconPlus size={17} aria-hidden />}
      onClick={() => void navigate({ search: { kind, request: kind ?? 'EXECUTIVE_QUARTER' } })}
    >
      {i18n._('Request a report')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={i18n._('Reports')}
        description={i18n._(
          'Figures of a period as they were known at an instant, kept for good. Asked again, they are the same.',
        )}
        actions={add}
      />
      <SegmentedControl
        className={classes['kinds']}
        aria-label={i18n._('Kind of report')}
        value={kind ?? ALL}
        onChange={(chosen) =>
          void navigate({ search: { kind: REPORT_KINDS.find((known) => known === chosen) }, replace: true })
        }
        data={[
          { value: ALL, label: i18n._('All') },
          ...REPORT_KINDS.map((value) => ({ value, label: reportKindLabel(value) })),
        ]}
      />
      <QueryView of={rows}>
        {(data) => (
          <>
            <DataTable
              caption={i18n._('Reports')}
              columns={columnsOf(slug, scopeWords)}
              rows={data.nodes}
              rowKey={({ id }) => id}
              empty={<NoReports kind={kind} mayRequest={mayRequest} action={add} />}
            />
            <ShowMore rows={data} isLoading={isLoadingMore} onMore={showMore} />
          </>
        )}
      </QueryView>
      {request && mayRequest && (
        <RequestReportModal
          wanted={{ ...wanted, kind: request }}
          onClose={() => void navigate({ search: { kind }, replace: true })}
        />
      )}
    </>
  );
}

interface NoReportsProps {
  readonly kind: ReportKind | undefined;
  readonly mayRequest: boolean;
  readonly action: ReactNode;
}

function NoReports({ kind, mayRequest, action }: NoReportsProps) {
  return (
    <EmptyState
      title={kind ? i18n._('No report of this kind yet') : i18n._('No reports yet')}
      icon={<IconFileAnalytics size={22} stroke={1.6} aria-hidden />}
      action={action}
    >
      {mayRequest
        ? i18n._('Request one at the end of a quarter: it keeps the figures as they were known then.')
        : i18n._('The programme office requests them; the live pages show the figures of today.')}
    </EmptyState>
  );
}

const columnsOf = (
  slug: string,
  scopeWords: (filter: ReportLine['filter']) => string,
): Column<ReportLine>[] => [
  {
    key: 'report',
    header: i18n._('Report'),
    isTitle: true,
    render: (report) => (
      <>
        <AnchorLink to="/t/$slug/reports/$reportId" params={{ slug, reportId: report.id }}>
          {reportTitle(report)}
        </AnchorLink>
        <Text component="span" display="block" size="sm" c="dimmed" fw={400}>
          {monthsOf(report.quarter)}
        </Text>
      </>
    ),
  },
  { key: 'scope', header: i18n._('Part'), render: ({ filter }) => scopeWords(filter) },
  { key: 'known', header: i18n._('As known on'), render: ({ knownAt }) => formatInstant(knownAt) },
  {
    key: 'requested',
    header: i18n._('Requested'),
    render: ({ requestedBy, requestedAt }) => (
      <>
        {requestedBy?.name}
        <Text component="span" display="block" size="sm" c="dimmed">
          {formatInstant(requestedAt)}
        </Text>
      </>
    ),
  },
  { key: 'state', header: i18n._('State'), render: (report) => <CurrentState report={report} /> },
];
