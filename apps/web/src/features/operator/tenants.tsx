import { Badge, Box, Button, Group, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { DataTable, EmptyState, formatNumber, type Column } from '@pilotage/web-ui';
import { IconBuildingCommunity, IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { formatInstant } from '../../shared/format/time.js';
import type { ResultOf } from '../../shared/graphql/graphql.js';
import { useConnection } from '../../shared/graphql/use-connection.js';
import { i18n } from '../../shared/i18n.js';
import { QueryView } from '../../shared/ui/query-view.js';
import { SearchField } from '../../shared/ui/search-field.js';
import { ShowMore } from '../../shared/ui/show-more.js';
import { CreateTenantModal } from './create-tenant-modal.js';
import { operatorTenantsQuery, type OperatorTenant } from './operator.graphql.js';
import { SuspendButton } from './suspend-button.js';

const route = getRouteApi('/operator');
const connectionOf = (data: ResultOf<typeof operatorTenantsQuery>) => data.operatorTenants;

export function Tenants() {
  const { search } = route.useSearch();
  const navigate = route.useNavigate();
  const { rows, showMore, isLoadingMore } = useConnection(operatorTenantsQuery, { search }, connectionOf);
  const [isCreating, creation] = useDisclosure(false);
  const create = (
    <Button leftSection={<IconPlus size={17} aria-hidden />} onClick={creation.open}>
      {i18n._('Create an organisation')}
    </Button>
  );
  const none = search ? (
    <Text p="md">{i18n._('No organisation is called that.')}</Text>
  ) : (
    <EmptyState
      title={i18n._('No organisation yet')}
      icon={<IconBuildingCommunity size={22} stroke={1.6} aria-hidden />}
    >
      {i18n._('Create the first one. Its administrator gets a link to join and sets up the rest.')}
    </EmptyState>
  );

  return (
    <section>
      <Group justify="space-between" mb="sm" gap="sm">
        <Title order={2}>{i18n._('Organisations')}</Title>
        {create}
      </Group>
      <Box maw={360} mb="md">
        <SearchField
          label={i18n._('Find an organisation')}
          value={search}
          onSearch={(text) => void navigate({ search: { search: text }, replace: true })}
        />
      </Box>
      <QueryView of={rows}>
        {(data) => (
          <>
            <DataTable
              caption={i18n._('Organisations')}
              columns={columns()}
              rows={data.nodes}
              rowKey={({ id }) => id}
              empty={none}
            />
            <ShowMore rows={data} isLoading={isLoadingMore} onMore={showMore} />
          </>
        )}
      </QueryView>
      {isCreating && <CreateTenantModal onClose={creation.close} />}
    </section>
  );
}

const columns = (): Column<OperatorTenant>[] => [
  {
    key: 'name',
    header: i18n._('Organisation'),
    isTitle: true,
    render: ({ name, slug }) => (
      <>
        {name}
        <Text component="span" display="block" size="sm" c="dimmed" fw={400}>
          {slug}
        </Text>
      </>
    ),
  },
  { key: 'state', header: i18n._('State'), render: (tenant) => <TenantState tenant={tenant} /> },
  {
    key: 'members',
    header: i18n._('Members'),
    isNumeric: true,
    render: ({ members }) => formatNumber(members),
  },
  { key: 'created', header: i18n._('Created'), render: ({ createdAt }) => formatInstant(createdAt) },
  {
    key: 'actions',
    header: i18n._('Actions'),
    width: '8rem',
    render: (tenant) => <SuspendButton tenant={tenant} />,
  },
];

function TenantState({ tenant }: { readonly tenant: OperatorTenant }) {
  return (
    <Group gap={6}>
      {tenant.isSuspended ? i18n._('Suspended') : i18n._('Active')}
      {tenant.isSample && (
        <Badge size="sm" variant="light" color="gray">
          {i18n._('Sample')}
        </Badge>
      )}
    </Group>
  );
}
