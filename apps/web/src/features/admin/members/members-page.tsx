import { i18n } from '../../../shared/i18n.js';
import { PageHeader } from '../../../shared/ui/page-header.js';

export function MembersPage() {
  return <PageHeader title={i18n._('Members')} />;
}
