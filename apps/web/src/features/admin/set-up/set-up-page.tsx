import { i18n } from '../../../shared/i18n.js';
import { SetUpList } from '../../../shared/set-up/set-up-list.js';
import { PageHeader } from '../../../shared/ui/page-header.js';

export function SetUpPage() {
  return (
    <>
      <PageHeader
        title={i18n._('Set-up')}
        description={i18n._('What makes the figures of this organisation possible.')}
      />
      <SetUpList />
    </>
  );
}
