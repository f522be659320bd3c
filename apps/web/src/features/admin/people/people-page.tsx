import { Box, Button, Text } from '@mantine/core';
import { DataTable, EmptyState, type Column } from '@pilotage/web-ui';
import { IconPlus, IconUsers } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { ResultOf } from '../../../shared/graphql/graphql.js';
import { useConnection } from '../../../shared/graphql/use-connection.js';
import { i18n } from '../../../shared/i18n.js';
import { PageHeader } from '../../../shared/ui/page-header.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { SearchField } from '../../../shared/ui/search-field.js';
import { ShowMore } from '../../../shared/ui/show-more.js';
import { peopleQuery, type Person } from './people.graphql.js';
import { PersonModal } from './person-modal.js';

const route = getRouteApi('/t/$slug/admin/people');
const connectionOf = (data: ResultOf<typeof peopleQuery>) => data.people;

export function PeoplePage() {
  const { search } = route.useSearch();
  const navigate = route.useNavigate();
  const { rows, showMore, isLoadingMore } = useConnection(peopleQuery, { search }, connectionOf);
  const [editing, setEditing] = useState<Person | 'new' | null>(null);
  const add = (
    <Button leftSection={<IconPlus size={17} aria-hidden />} onClick={() => setEditing('new')}>
      {i18n._('Add a person')}
    </Button>
  );
  const none = search ? (
    i18n._('Nobody is called that.')
  ) : (
    <EmptyState
      title={i18n._('Nobody yet')}
      icon={<IconUsers size={22} stroke={1.6} aria-hidden />}
      action={add}
    >
      {i18n._('Owners and sponsors of initiatives appear here, and everybody who has a seat.')}
    </EmptyState>
  );

  return (
    <>
      <PageHeader
        title={i18n._('People')}
        description={i18n._('Who may own or sponsor an initiative. A person needs no seat for that.')}
        actions={add}
      />
      <Box maw={360} mb="md">
        <SearchField
          label={i18n._('Find by name or e-mail')}
          value={search}
          onSearch={(text) => void navigate({ search: { search: text }, replace: true })}
        />
      </Box>
      <QueryView of={rows}>
        {(data) => (
          <>
            <DataTable
              caption={i18n._('People')}
              columns={columnsWith(setEditing)}
              rows={data.nodes}
              rowKey={({ id }) => id}
              empty={none}
            />
            <ShowMore rows={data} isLoading={isLoadingMore} onMore={showMore} />
          </>
        )}
      </QueryView>
      {editing && (
        <PersonModal
          key={editing === 'new' ? 'new' : editing.id}
          person={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}

function columnsWith(edit: (person: Person) => void): Column<Person>[] {
  return [
    {
      key: 'name',
      header: i18n._('Name'),
      isTitle: true,
      render: ({ name, email }) => (
        <>
          {name}
          <Text component="span" display="block" size="sm" c="dimmed" fw={400}>
            {email ?? i18n._('no e-mail address')}
          </Text>
        </>
      ),
    },
    {
      key: 'seat',
      header: i18n._('Seat'),
      render: ({ hasSeat }) => (hasSeat ? i18n._('Yes') : i18n._('No')),
    },
    {
      key: 'actions',
      header: i18n._('Actions'),
      width: '6rem',
      render: (person) => (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={i18n._('Edit {name}', { name: person.name })}
          onClick={() => edit(person)}
        >
          {i18n._('Edit')}
        </Button>
      ),
    },
  ];
}
