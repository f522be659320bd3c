import { Button, Switch } from '@mantine/core';
import { EmptyState } from '@pilotage/web-ui';
import { IconPlus, IconSitemap } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useApiQuery } from '../../../shared/graphql/use-api-query.js';
import { i18n } from '../../../shared/i18n.js';
import type { Unit } from '../../../shared/pickers/units.graphql.js';
import { PageHeader } from '../../../shared/ui/page-header.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { UnitModal, type UnitDraft } from './unit-modal.js';
import { UnitNamesModal } from './unit-names-modal.js';
import { UnitTree } from './unit-tree.js';
import { namedUnitsQuery, type UnitAlias } from './units.graphql.js';

const route = getRouteApi('/t/$slug/admin/units');

export function UnitsPage() {
  const { closed = false } = route.useSearch();
  const navigate = route.useNavigate();
  const units = useApiQuery(namedUnitsQuery, {}, { shows: ['Unit'] });
  const [draft, setDraft] = useState<UnitDraft | null>(null);
  const [named, setNamed] = useState<Unit | null>(null);
  const add = (
    <Button
      leftSection={<IconPlus size={17} aria-hidden />}
      onClick={() => setDraft({ unit: null, parentId: null })}
    >
      {i18n._('Add a unit')}
    </Button>
  );
  const show = (all: readonly Unit[], aliases: readonly UnitAlias[]) => {
    if (all.length === 0) {
      return (
        <EmptyState
          title={i18n._('No units yet')}
          icon={<IconSitemap size={22} stroke={1.6} aria-hidden />}
          action={add}
        >
          {i18n._(
            'With units, figures can be read for a part of the organisation. An import can bring them along, too.',
          )}
        </EmptyState>
      );
    }
    return (
      <>
        {all.some(({ isClosed }) => isClosed) && (
          <Switch
            mb="md"
            label={i18n._('Show closed units')}
            checked={closed}
            onChange={(event) =>
              void navigate({ search: { closed: event.currentTarget.checked || undefined }, replace: true })
            }
          />
        )}
        <UnitTree units={all} aliases={aliases} withClosed={closed} onEdit={setDraft} onName={setNamed} />
      </>
    );
  };

  return (
    <>
      <PageHeader
        title={i18n._('Units')}
        description={i18n._(
          'Business units as a tree. A change holds from a day on; quarters before that day keep the tree as it was.',
        )}
        actions={add}
      />
      <QueryView of={units}>{(data) => show(data.units, data.unitAliases)}</QueryView>
      {draft && units.kind === 'ready' && (
        <UnitModal
          key={draft.unit?.id ?? draft.parentId ?? 'new'}
          draft={draft}
          units={units.data.units}
          onClose={() => setDraft(null)}
        />
      )}
      {named && units.kind === 'ready' && (
        <UnitNamesModal unit={named} aliases={units.data.unitAliases} onClose={() => setNamed(null)} />
      )}
    </>
  );
}
