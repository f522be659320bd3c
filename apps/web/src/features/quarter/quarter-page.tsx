import { Button } from '@mantine/core';
import { EmptyState } from '@pilotage/web-ui';
import { IconCalendarStats, IconPrinter } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import type { ExecutiveQuarter } from '../../shared/figures/quarter/executive-quarter.graphql.js';
import { KeepAsReport } from '../../shared/figures/keep-as-report.js';
import { Recomputing } from '../../shared/figures/recomputing.js';
import { QuarterView } from '../../shared/figures/quarter/quarter-view.js';
import { monthsOf, quarterSoFar } from '../../shared/figures/quarter-words.js';
import { quartersQuery } from '../../shared/figures/quarters.graphql.js';
import { formatInstant } from '../../shared/format/time.js';
import type { ResultOf } from '../../shared/graphql/graphql.js';
import { useApiQuery } from '../../shared/graphql/use-api-query.js';
import { useLoadPage } from '../../shared/graphql/use-further.js';
import { usePolledQuery } from '../../shared/graphql/use-polled-query.js';
import { i18n } from '../../shared/i18n.js';
import { QuarterPicker } from '../../shared/pickers/quarter-picker.js';
import { useTenant } from '../../shared/session/tenant-context.js';
import { ButtonLink } from '../../shared/ui/links.js';
import { PageHeader } from '../../shared/ui/page-header.js';
import { QueryView } from '../../shared/ui/query-view.js';
import { Published } from './published.js';
import { executiveQuarterQuery, overLimitQuery } from './quarter.graphql.js';

const route = getRouteApi('/t/$slug/quarter');

/** How far the live page reaches back; older quarters are had as stored reports. */
const QUARTERS = 13;

/** One quarter on one page, as it is known now; asks again while some of it is being recomputed. */
export function QuarterPage() {
  const { quarterOf } = route.useSearch();
  const navigate = route.useNavigate();
  const { name } = useTenant();
  const page = usePolledQuery(
    executiveQuarterQuery,
    { quarterOf: quarterOf ?? null },
    (data) => data.executiveQuarter.pending > 0,
  );
  const load = {
    PILOT: useLoadPage(overLimitQuery, { quarterOf, stage: 'PILOT' }, overLimitOf),
    LIMITED_PRODUCTION: useLoadPage(overLimitQuery, { quarterOf, stage: 'LIMITED_PRODUCTION' }, overLimitOf),
  };
  const known = useApiQuery(quartersQuery, { count: QUARTERS });
  const shown = page.kind === 'ready' ? page.data.executiveQuarter : null;
  return (
    <>
      <PageHeader
        title={shown ? quarterSoFar(shown.quarter) : i18n._('Quarter')}
        asOf={
          shown && (
            <>
              {[
                name,
                i18n._('AI portfolio'),
                monthsOf(shown.quarter),
                ...(shown.factsAt ? [i18n._('as known on {at}', { at: formatInstant(shown.factsAt) })] : []),
              ].join(' · ')}
              <Published quarterTo={shown.quarter.to} />
            </>
          )
        }
        actions={
          <>
            <QuarterPicker
              quarters={known.kind === 'ready' ? known.data.quarters : []}
              value={shown?.quarter.to}
              onChange={(to) => void navigate({ search: { quarterOf: to } })}
            />
            <Button
              variant="default"
              visibleFrom="sm"
              leftSection={<IconPrinter size={17} stroke={1.7} aria-hidden />}
              onClick={() => window.print()}
            >
              {i18n._('Print')}
            </Button>
            <KeepAsReport kind="EXECUTIVE_QUARTER" quarterOf={shown?.quarter.to ?? quarterOf} />
          </>
        }
      />
      <QueryView of={page} dimsOnRefresh={(shown?.pending ?? 0) === 0}>
        {({ executiveQuarter }) => (
          <>
            <Recomputing pending={executiveQuarter.pending} />
            {isEmpty(executiveQuarter) ? (
              <NothingYet />
            ) : (
              <QuarterView quarter={executiveQuarter} load={load} />
            )}
          </>
        )}
      </QueryView>
    </>
  );
}

const overLimitOf = ({ executiveQuarter }: ResultOf<typeof overLimitQuery>) =>
  executiveQuarter.stuck.initiatives;

const isEmpty = ({ quarters }: ExecutiveQuarter): boolean => quarters.every(({ active }) => active === 0);

function NothingYet() {
  const { slug, can } = useTenant();
  return (
    <EmptyState
      title={i18n._('Nothing to report yet')}
      icon={<IconCalendarStats size={22} stroke={1.6} aria-hidden />}
      action={
        <ButtonLink to={can('import.run') ? '/t/$slug/imports' : '/t/$slug/portfolio'} params={{ slug }}>
          {can('import.run') ? i18n._('Import a list') : i18n._('Open the portfolio')}
        </ButtonLink>
      }
    >
      {i18n._('This page tells of the quarter once initiatives and their stages are recorded.')}
    </EmptyState>
  );
}
