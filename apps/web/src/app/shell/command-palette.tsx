import { Spotlight, spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import { useDebouncedValue } from '@mantine/hooks';
import { IconBuildingCommunity, IconLogout, IconMoonStars, IconSearch, IconSun } from '@tabler/icons-react';
import { useMantineColorScheme } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { graphql } from '../../shared/graphql/graphql.js';
import { useApiQuery } from '../../shared/graphql/use-api-query.js';
import { i18n } from '../../shared/i18n.js';
import { signOut } from '../../shared/session/auth.js';
import { useTenant } from '../../shared/session/tenant-context.js';
import { navigationOf } from './navigation.js';

const findInitiativesQuery = graphql(`
  query FindInitiatives($search: String!) {
    initiatives(filter: { search: $search }, first: 6) {
      nodes {
        id
        key
        name
      }
    }
  }
`);

/** Go anywhere, find an initiative, switch the organisation, from the keyboard. Opens whenever `openings` grows. */
export function CommandPalette({ openings }: { readonly openings: number }) {
  const tenant = useTenant();
  const [query, setQuery] = useState('');
  useEffect(() => spotlight.open(), [openings]);

  return (
    <Spotlight
      actions={[...useFoundInitiatives(query), ...usePageActions(), ...useCommands()]}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      highlightQuery
      scrollable
      maxHeight={420}
      limit={20}
      attributes={{ content: { 'aria-label': i18n._('Search and go to') } }}
      nothingFound={i18n._('Nothing found')}
      searchProps={{
        leftSection: <IconSearch size={18} stroke={1.6} aria-hidden />,
        placeholder: i18n._('Find an initiative or a page of {name}', { name: tenant.name }),
        'aria-label': i18n._('Search'),
      }}
    />
  );
}

function useFoundInitiatives(query: string): SpotlightActionGroupData[] {
  const tenant = useTenant();
  const navigate = useNavigate({ from: '/t/$slug' });
  const [search] = useDebouncedValue(query.trim(), 200);
  const found = useApiQuery(
    findInitiativesQuery,
    { search },
    { pause: search.length < 2 || !tenant.can('portfolio.read') },
  );
  if (found.kind !== 'ready' || search.length < 2) return [];
  return [
    {
      group: i18n._('Initiatives'),
      actions: found.data.initiatives.nodes.map(({ id, key, name }) => ({
        id,
        label: name,
        description: key,
        keywords: query,
        onClick: () =>
          void navigate({ to: '/t/$slug/initiatives/$initiativeId', params: { initiativeId: id } }),
      })),
    },
  ];
}

function usePageActions(): SpotlightActionGroupData[] {
  const tenant = useTenant();
  const navigate = useNavigate({ from: '/t/$slug' });
  return navigationOf(tenant).map((section) => ({
    group: section.label ?? i18n._('Go to'),
    actions: section.items.map((item) => ({
      id: item.to,
      label: item.label,
      leftSection: <item.icon size={18} stroke={1.6} aria-hidden />,
      onClick: () => void navigate({ to: item.to }),
    })),
  }));
}

function useCommands(): SpotlightActionGroupData[] {
  const tenant = useTenant();
  const navigate = useNavigate();
  const { setColorScheme } = useMantineColorScheme();
  const others = tenant.viewer.tenants.filter((other) => other.id !== tenant.id && !other.isSuspended);
  return [
    {
      group: i18n._('Commands'),
      actions: [
        ...others.map((other) => ({
          id: other.id,
          label: i18n._('Switch to {name}', { name: other.name }),
          leftSection: <IconBuildingCommunity size={18} stroke={1.6} aria-hidden />,
          onClick: () => void navigate({ to: '/t/$slug', params: { slug: other.slug } }),
        })),
        {
          id: 'light',
          label: i18n._('Light appearance'),
          leftSection: <IconSun size={18} stroke={1.6} aria-hidden />,
          onClick: () => setColorScheme('light'),
        },
        {
          id: 'dark',
          label: i18n._('Dark appearance'),
          leftSection: <IconMoonStars size={18} stroke={1.6} aria-hidden />,
          onClick: () => setColorScheme('dark'),
        },
        {
          id: 'sign-out',
          label: i18n._('Sign out'),
          leftSection: <IconLogout size={18} stroke={1.6} aria-hidden />,
          onClick: () => void signOut(),
        },
      ],
    },
  ];
}
