import { Button } from '@mantine/core';
import { EmptyState } from '@pilotage/web-ui';
import { IconPrinter } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { quarterWithMonths } from '../../shared/figures/quarter-words.js';
import { formatInstant } from '../../shared/format/time.js';
import { useApiQuery } from '../../shared/graphql/use-api-query.js';
import { usePolledQuery } from '../../shared/graphql/use-polled-query.js';
import { i18n } from '../../shared/i18n.js';
import { useTenant } from '../../shared/session/tenant-context.js';
import { AnchorLink } from '../../shared/ui/links.js';
import { PageHeader } from '../../shared/ui/page-header.js';
import { QueryView } from '../../shared/ui/query-view.js';
import { isOnItsWay, reportTitle, requestedWords } from './report-words.js';
import { Corrections, CORRECTIONS_ID } from './report/corrections.js';
import { LiveLink } from './report/live-link.js';
import { Manifest } from './report/manifest.js';
import { OnItsWay } from './report/on-its-way.js';
import { RecomputeButton, Rerun } from './report/rerun.js';
import { StoredResult } from './report/stored-result.js';
import { correctionsQuery, reportQuery, type Correction, type Report } from './reports.graphql.js';
import { useScopeWords } from '../../shared/figures/scope-words.js';

const route = getRouteApi('/t/$slug/reports/$reportId');

/** A report: its progress until it is stored, then the figures as they were published. */
export function ReportPage() {
  const { reportId } = route.useParams();
  const report = usePolledQuery(
    reportQuery,
    { id: reportId },
    (data) => data.report !== null && isOnItsWay(data.report.state),
  );
  return (
    <>
      {report.kind !== 'ready' && (
        <PageHeader title={i18n._('Report')} breadcrumbs={[<ToReports key="reports" />]} />
      )}
      <QueryView of={report} dimsOnRefresh={false}>
        {(data) =>
          data.report ? <ReportView report={data.report} /> : <EmptyState title={i18n._('No such report')} />
        }
      </QueryView>
    </>
  );
}

function ReportView({ report }: { readonly report: Report }) {
  const { can } = useTenant();
  const { rerun } = route.useSearch();
  const scopeWords = useScopeWords();
  const isStored = report.state === 'DONE';
  const checked = useApiQuery(correctionsQuery, { id: report.id }, { pause: !isStored });
  const corrected = checked.kind === 'ready' ? (checked.data.report?.correctedSince ?? null) : null;
  return (
    <>
      <PageHeader
        title={reportTitle(report)}
        asOf={<Head report={report} scope={scopeWords(report.filter)} corrected={corrected} />}
        breadcrumbs={[<ToReports key="reports" />]}
        actions={
          isStored && (
            <>
              <LiveLink report={report} />
              <Button
                variant="default"
                visibleFrom="sm"
                leftSection={<IconPrinter size={17} stroke={1.7} aria-hidden />}
                onClick={() => window.print()}
              >
                {i18n._('Print')}
              </Button>
              {can('report.request') && <RecomputeButton reportId={report.id} />}
            </>
          )
        }
      />
      {rerun && <Rerun id={rerun} original={report} />}
      {isStored ? <StoredResult report={report} /> : <OnItsWay report={report} />}
      {corrected && corrected.length > 0 && <Corrections corrections={corrected} />}
      {report.manifest && <Manifest manifest={report.manifest} />}
    </>
  );
}

function ToReports() {
  const { slug } = useTenant();
  return (
    <AnchorLink to="/t/$slug/reports" params={{ slug }}>
      {i18n._('Reports')}
    </AnchorLink>
  );
}

interface HeadProps {
  readonly report: Report;
  readonly scope: string;
  /** Null while it is not known. */
  readonly corrected: readonly Correction[] | null;
}

/** "Q3 FY26 (Jul to Sep 2026) · Whole portfolio · as known on … · published by … · nothing corrected since" */
function Head({ report, scope, corrected }: HeadProps) {
  const words = [
    quarterWithMonths(report.quarter),
    scope,
    i18n._('as known on {at}', { at: formatInstant(report.knownAt) }),
    requestedWords(report),
  ].join(' · ');
  if (!corrected) return words;
  if (corrected.length === 0) return `${words} · ${i18n._('nothing corrected since')}`;
  return (
    <>
      {words} {'· '}
      <a href={`#${CORRECTIONS_ID}`}>
        {i18n._('{count, plural, one {one figure corrected since} other {# figures corrected since}}', {
          count: corrected.length,
        })}
      </a>
    </>
  );
}
