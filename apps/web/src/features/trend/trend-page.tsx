import { Select } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { FilterBar } from '../../shared/figures/filter-bar.js';
import { filterInput } from '../../shared/figures/portfolio-filter.js';
import { quarterSoFar } from '../../shared/figures/quarter-words.js';
import { KeepAsReport } from '../../shared/figures/keep-as-report.js';
import { lastQuarters, PERIOD_QUARTERS, useKeptQuarters } from '../../shared/figures/kept-quarters.js';
import { Recomputing } from '../../shared/figures/recomputing.js';
import { RegisterNote } from '../../shared/figures/register/register-note.js';
import { TrendView } from '../../shared/figures/trend/trend-view.js';
import { formatInstant } from '../../shared/format/time.js';
import type { ResultOf } from '../../shared/graphql/graphql.js';
import { usePolledQuery } from '../../shared/graphql/use-polled-query.js';
import { i18n } from '../../shared/i18n.js';
import { QuarterPicker } from '../../shared/pickers/quarter-picker.js';
import { PageHeader } from '../../shared/ui/page-header.js';
import { QueryView } from '../../shared/ui/query-view.js';
import { trendQuery } from './trend.graphql.js';

const route = getRouteApi('/t/$slug/trend');

const PERIODS = [4, 8, 12, 16, 20];

type Trend = ResultOf<typeof trendQuery>['trend'];

/** The trend as it is now, from facts; asks again while some of them are being recomputed. */
export function TrendPage() {
  const { quarters = PERIOD_QUARTERS, quarterOf, ...filter } = route.useSearch();
  const navigate = route.useNavigate();
  const trend = usePolledQuery(
    trendQuery,
    { filter: filterInput(filter), quarters, quarterOf: quarterOf ?? null },
    (data) => data.trend.pending > 0,
  );
  const kept = useKeptQuarters();
  const shown = trend.kind === 'ready' ? trend.data.trend : null;
  const last = shown?.quarters.at(-1)?.quarter.to;
  const known = kept.findIndex(({ to }) => to === last) + 1;
  return (
    <>
      <PageHeader
        title={i18n._('Trend')}
        asOf={shown && asOfWords(shown)}
        description={i18n._('How the portfolio moves from quarter to quarter, and why.')}
        actions={<KeepAsReport kind="TREND" quarterOf={quarterOf} filter={filter} />}
      />
      <FilterBar
        filter={filter}
        onFilter={(chosen) =>
          void navigate({ search: (search) => ({ ...search, ...chosen }), replace: true, resetScroll: false })
        }
      >
        <Select
          aria-label={i18n._('Period')}
          allowDeselect={false}
          w={160}
          value={String(quarters)}
          data={[...new Set([...PERIODS.filter((count) => count <= known), quarters])]
            .sort((a, b) => a - b)
            .map((count) => ({ value: String(count), label: i18n._('{count} quarters', { count }) }))}
          onChange={(count) =>
            void navigate({
              search: (search) => ({
                ...search,
                quarters: Number(count) === PERIOD_QUARTERS ? undefined : Number(count),
              }),
              replace: true,
              resetScroll: false,
            })
          }
        />
        <QuarterPicker
          label={i18n._('Up to the quarter')}
          quarters={lastQuarters(kept, quarters)}
          value={last}
          onChange={(to) =>
            void navigate({
              search: (search) => ({ ...search, quarterOf: to === kept.at(-1)?.to ? undefined : to }),
              replace: true,
              resetScroll: false,
            })
          }
        />
      </FilterBar>
      <QueryView of={trend} dimsOnRefresh={(shown?.pending ?? 0) === 0}>
        {(data) => (
          <>
            <Recomputing pending={data.trend.pending} />
            <RegisterNote coverage={data.registerCoverage} />
            <TrendView trend={data.trend} />
          </>
        )}
      </QueryView>
    </>
  );
}

function asOfWords({ quarters, factsAt }: Trend): string | null {
  const [first, last] = [quarters[0]?.quarter, quarters.at(-1)?.quarter];
  if (!first || !last) return null;
  const period = i18n._('{from} to {to}', { from: first.label, to: quarterSoFar(last) });
  return factsAt ? `${period} · ${i18n._('as known on {at}', { at: formatInstant(factsAt) })}` : period;
}
