import { formatDay } from '@pilotage/web-ui';
import { getRouteApi } from '@tanstack/react-router';
import { FilterBar } from '../../shared/figures/filter-bar.js';
import { KeepAsReport } from '../../shared/figures/keep-as-report.js';
import { useKeptQuarters } from '../../shared/figures/kept-quarters.js';
import { filterInput } from '../../shared/figures/portfolio-filter.js';
import { RegisterNote } from '../../shared/figures/register/register-note.js';
import { TimeToProductionView } from '../../shared/figures/time-to-production/time-to-production-view.js';
import { useApiQuery } from '../../shared/graphql/use-api-query.js';
import { useLoadPage } from '../../shared/graphql/use-further.js';
import { i18n } from '../../shared/i18n.js';
import { QuarterPicker } from '../../shared/pickers/quarter-picker.js';
import { PageHeader } from '../../shared/ui/page-header.js';
import { QueryView } from '../../shared/ui/query-view.js';
import { journeyRowsQuery, timeToProductionQuery } from './time-to-production.graphql.js';

const route = getRouteApi('/t/$slug/time-to-production');

/** How long pilots take to production, and how many never get there, as of today or a quarter's end. */
export function TimeToProductionPage() {
  const { quarterOf, ...filter } = route.useSearch();
  const navigate = route.useNavigate();
  const asked = { filter: filterInput(filter), quarterOf: quarterOf ?? null };
  const figures = useApiQuery(timeToProductionQuery, asked);
  const load = useLoadPage(journeyRowsQuery, asked, ({ timeToProduction }) => timeToProduction.rows);
  const quarters = useKeptQuarters();
  const shown = quarterOf
    ? quarters.find(({ from, to }) => from <= quarterOf && quarterOf <= to)
    : quarters.at(-1);
  return (
    <>
      <PageHeader
        title={i18n._('Time to production')}
        asOf={
          figures.kind === 'ready' &&
          i18n._('As of {day}', {
            day: formatDay({ on: figures.data.timeToProduction.asOf, precision: 'DAY' }),
          })
        }
        description={i18n._('From the first day in pilot to the first day in production or beyond.')}
        actions={<KeepAsReport kind="TIME_TO_PRODUCTION" quarterOf={quarterOf} filter={filter} />}
      />
      <FilterBar
        filter={filter}
        onFilter={(chosen) =>
          void navigate({ search: (search) => ({ ...search, ...chosen }), replace: true, resetScroll: false })
        }
      >
        <QuarterPicker
          quarters={quarters}
          value={shown?.to}
          onChange={(to) =>
            void navigate({
              search: (search) => ({ ...search, quarterOf: to === quarters.at(-1)?.to ? undefined : to }),
              resetScroll: false,
            })
          }
        />
      </FilterBar>
      <QueryView of={figures}>
        {(data) => (
          <>
            <RegisterNote coverage={data.registerCoverage} />
            <TimeToProductionView figures={data.timeToProduction} load={load} />
          </>
        )}
      </QueryView>
    </>
  );
}
