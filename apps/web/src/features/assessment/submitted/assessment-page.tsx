import { EmptyState } from '@pilotage/web-ui';
import { i18n } from '../../../shared/i18n.js';
import { PageHeader } from '../../../shared/ui/page-header.js';

export function AssessmentPage() {
  return (
    <>
      <PageHeader title={i18n._('Assessment')} />
      <EmptyState title={i18n._('This page is on its way')} />
    </>
  );
}
