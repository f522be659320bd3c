import { i18n } from '../../shared/i18n.js';
import { PageHeader } from '../../shared/ui/page-header.js';

export function HomePage() {
  return <PageHeader title={i18n._('Home')} />;
}
