import { Group } from '@mantine/core';
import { EmptyState } from '@pilotage/web-ui';
import { IconFileUpload, IconFilterOff, IconPlus, IconStack2 } from '@tabler/icons-react';
import { Button } from '@mantine/core';
import { i18n } from '../../../shared/i18n.js';
import { useTenant } from '../../../shared/session/tenant-context.js';
import { AnchorLink, ButtonLink } from '../../../shared/ui/links.js';

/** A new organisation: three ways to begin. */
export function EmptyPortfolio({ onAdd }: { readonly onAdd: () => void }) {
  const { can, setupSteps } = useTenant();
  const isChecked = setupSteps.some(({ key, isDone }) => key === 'ORGANISATION_CHECK' && isDone);
  if (!can('initiative.contribute')) {
    return (
      <EmptyState title={i18n._('No initiatives yet')} icon={icon}>
        {i18n._('They appear here once the programme office has added or imported them.')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={i18n._('No initiatives yet')}
      icon={icon}
      action={
        <Group gap="xs" justify="center">
          {can('import.run') && (
            <ButtonLink
              from="/t/$slug"
              to="/t/$slug/imports"
              leftSection={<IconFileUpload size={17} aria-hidden />}
            >
              {i18n._('Import a list')}
            </ButtonLink>
          )}
          <Button variant="default" leftSection={<IconPlus size={17} aria-hidden />} onClick={onAdd}>
            {i18n._('Add an initiative')}
          </Button>
        </Group>
      }
    >
      {i18n._('Bring the list that you have, as a CSV or Excel file, or add your first pilot by hand.')}
      {!isChecked && (
        <>
          {' '}
          {i18n._('Not there yet?')}{' '}
          <AnchorLink from="/t/$slug" to="/t/$slug/organisation" inherit underline="always">
            {i18n._('Check the organisation first')}
          </AnchorLink>
        </>
      )}
    </EmptyState>
  );
}

/** Initiatives there are, but none of this kind. */
export function NothingMatches({ onClear }: { readonly onClear: () => void }) {
  return (
    <EmptyState
      title={i18n._('No initiative matches')}
      icon={<IconFilterOff size={22} stroke={1.6} aria-hidden />}
      action={
        <Button variant="default" onClick={onClear}>
          {i18n._('Clear all filters')}
        </Button>
      }
    >
      {i18n._('Search for another text, or take a filter away.')}
    </EmptyState>
  );
}

const icon = <IconStack2 size={22} stroke={1.6} aria-hidden />;
