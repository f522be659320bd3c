import { Group } from '@mantine/core';
import { Panel } from '../../../shared/figures/panel.js';
import { i18n } from '../../../shared/i18n.js';
import { useTenant } from '../../../shared/session/tenant-context.js';
import { ButtonLink } from '../../../shared/ui/links.js';
import classes from './next-step.module.css';

/** After the first check: the pilots. */
export function NextStep({ initiatives }: { readonly initiatives: number }) {
  const { can } = useTenant();
  if (initiatives > 0 || !can('portfolio.write')) return null;
  return (
    <Panel>
      <div className={classes['next']}>
        <div>
          <h2>{i18n._('Next: add your pilots')}</h2>
          <p>
            {i18n._(
              'Each of them starts from these answers, and shows what stands between it and production. Import the list you have, or enter them one by one.',
            )}
          </p>
        </div>
        <Group gap="xs">
          <ButtonLink from="/t/$slug" to="/t/$slug/portfolio" variant="default">
            {i18n._('Enter one')}
          </ButtonLink>
          {can('import.run') && (
            <ButtonLink from="/t/$slug" to="/t/$slug/imports">
              {i18n._('Import a list')}
            </ButtonLink>
          )}
        </Group>
      </div>
    </Panel>
  );
}
