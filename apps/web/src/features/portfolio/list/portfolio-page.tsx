import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useApiQuery } from '../../../shared/graphql/use-api-query.js';
import { i18n } from '../../../shared/i18n.js';
import { useTenant } from '../../../shared/session/tenant-context.js';
import { PageHeader } from '../../../shared/ui/page-header.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { AddInitiativeModal } from '../form/add-initiative-modal.js';
import { EmptyPortfolio, NothingMatches } from './empty-portfolio.js';
import { FilterBar } from './filter-bar.js';
import { PageSteps } from './page-steps.js';
import {
  countFilters,
  FIRST_PAGE,
  NO_FILTERS,
  variablesOf,
  type PortfolioSearch,
} from './portfolio-search.js';
import { PortfolioTable } from './portfolio-table.js';
import { portfolioQuery, type PortfolioPageData, type PortfolioVariables } from './portfolio.graphql.js';

const route = getRouteApi('/t/$slug/portfolio');

export function PortfolioPage() {
  const { can } = useTenant();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const variables = variablesOf(search);
  const portfolio = useApiQuery(portfolioQuery, variables);
  const isNarrowed = countFilters(search) > 0 || search.search !== undefined;

  const change = (values: Partial<PortfolioSearch>) =>
    void navigate({ search: { ...search, ...values, ...FIRST_PAGE }, replace: true });
  const showForm = (add: true | undefined) => void navigate({ search: { ...search, add }, replace: !add });

  const show = (page: PortfolioPageData) => {
    if (page.totalCount === 0 && !isNarrowed) return <EmptyPortfolio onAdd={() => showForm(true)} />;
    const { field: key, direction } = variables.order;
    return (
      <>
        <FilterBar search={search} onChange={change} />
        <PortfolioTable
          initiatives={page.nodes}
          sort={{ key, direction }}
          onSort={(sort) =>
            change({ order: sort.key as PortfolioVariables['order']['field'], direction: sort.direction })
          }
          empty={<NothingMatches onClear={() => change(NO_FILTERS)} />}
        />
        <PageSteps page={page} search={search} />
      </>
    );
  };

  return (
    <>
      <PageHeader
        title={i18n._('Portfolio')}
        description={i18n._(
          'Every AI initiative: where it stands, whose it is, and how ready it is to go on.',
        )}
        actions={
          can('initiative.contribute') && (
            <Button leftSection={<IconPlus size={17} aria-hidden />} onClick={() => showForm(true)}>
              {i18n._('Add initiative')}
            </Button>
          )
        }
      />
      <QueryView of={portfolio}>{(data) => show(data.initiatives)}</QueryView>
      {search.add && can('initiative.contribute') && (
        <AddInitiativeModal onClose={() => showForm(undefined)} />
      )}
    </>
  );
}
