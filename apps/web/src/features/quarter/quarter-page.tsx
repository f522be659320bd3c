import { Button } from '@mantine/core';
import { EmptyState } from '@pilotage/web-ui';
import { IconCalendarStats, IconPrinter } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import type { ExecutiveQuarter } from '../../shared/figures/quarter/executive-quarter.graphql.js';
import { FilterBar } from '../../shared/figures/filter-bar.js';
import { KeepAsReport } from '../../shared/figures/keep-as-report.js';
import { lastQuarters, PERIOD_QUARTERS, useKeptQuarters } from '../../shared/figures/kept-quarters.js';
import { filterInput } from '../../shared/figures/portfolio-filter.js';
import { Recomputing } from '../../shared/figures/recomputing.js';
import { RegisterNote } from '../../shared/figures/register/register-note.js';
import { QuarterView } from '../../shared/figures/quarter/quarter-view.js';
import { monthsOf, quarterSoFar } from '../../shared/figures/quarter-words.js';
import { useScopeWords } from '../../shared/figures/scope-words.js';
import { formatInstant } from '../../shared/format/time.js';
import type { ResultOf } from '../../shared/graphql/graphql.js';
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

/** One quarter on one page, as it is known now; asks again while some of it is being recomputed. */
export function QuarterPage() {
  const { quarterOf, ...filter } = route.useSearch();
  const navigate = route.useNavigate();
  const { name } = useTenant();
  const scopeWords = useScopeWords();
  const chosen = filterInput(filter);
  const asked = { filter: chosen, quarterOf: quarterOf ?? null };
  const page = usePolledQuery(executiveQuarterQuery, asked, (data) => data.executiveQuarter.pending > 0);
  const load = {
    PILOT: useLoadPage(overLimitQuery, { ...asked, stage: 'PILOT' }, overLimitOf),
    LIMITED_PRODUCTION: useLoadPage(overLimitQuery, { ...asked, stage: 'LIMITED_PRODUCTION' }, overLimitOf),
  };
  const kept = useKeptQuarters();
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
                ...(chosen ? [scopeWords(chosen)] : []),
                monthsOf(shown.quarter),
                ...(shown.factsAt ? [i18n._('as known on {at}', { at: formatInstant(shown.factsAt) })] : []),
              ].join(' · ')}
              <Published quarterTo={shown.quarter.to} filter={filter} />
            </>
          )
        }
        actions={
          <>
            <Button
              variant="default"
              visibleFrom="sm"
              leftSection={<IconPrinter size={17} stroke={1.7} aria-hidden />}
              onClick={() => window.print()}
            >
              {i18n._('Print')}
            </Button>
            <KeepAsReport
              kind="EXECUTIVE_QUARTER"
              quarterOf={shown?.quarter.to ?? quarterOf}
              filter={filter}
            />
          </>
        }
      />
      <FilterBar
        filter={filter}
        onFilter={(wanted) =>
          void navigate({ search: (search) => ({ ...search, ...wanted }), replace: true, resetScroll: false })
        }
      >
        <QuarterPicker
          quarters={lastQuarters(kept, PERIOD_QUARTERS)}
          value={shown?.quarter.to}
          onChange={(to) => void navigate({ search: (search) => ({ ...search, quarterOf: to }) })}
        />
      </FilterBar>
      <QueryView of={page} dimsOnRefresh={(shown?.pending ?? 0) === 0}>
        {({ executiveQuarter, registerCoverage }) => (
          <>
            <Recomputing pending={executiveQuarter.pending} />
            {isEmpty(executiveQuarter) ? (
              <NothingYet isNarrowed={chosen !== null} />
            ) : (
              <>
                <QuarterView quarter={executiveQuarter} load={load} />
                <RegisterNote coverage={registerCoverage} />
              </>
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

function NothingYet({ isNarrowed }: { readonly isNarrowed: boolean }) {
  const { slug, can } = useTenant();
  if (isNarrowed)
    return (
      <EmptyState
        title={i18n._('No initiative in this part of the portfolio')}
        icon={<IconCalendarStats size={22} stroke={1.6} aria-hidden />}
      >
        {i18n._('Choose other units or kinds of AI, or a later quarter.')}
      </EmptyState>
    );
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
