import { i18n } from '../../shared/i18n.js';
import { useTenant } from '../../shared/session/tenant-context.js';
import { SetUpList } from '../../shared/set-up/set-up-list.js';
import { PageHeader } from '../../shared/ui/page-header.js';

export function SetUpHome() {
  const { name } = useTenant();
  return (
    <>
      <PageHeader
        title={i18n._('Set up {name}', { name })}
        description={i18n._('From nothing to the first figures. Leave and come back whenever you like.')}
      />
      <SetUpList />
    </>
  );
}
