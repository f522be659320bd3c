import { EmptyState } from '@pilotage/web-ui';
import { IconLock } from '@tabler/icons-react';
import { i18n } from '../../shared/i18n.js';
import { SignedIn } from '../../shared/session/signed-in.js';
import { PageHeader } from '../../shared/ui/page-header.js';
import { OperatorLayout } from './operator-layout.js';
import { QueueHealth } from './queue-health.js';
import { Tenants } from './tenants.js';

/** For whoever runs the installation: its organisations and the health of its queue, and nothing inside of a tenant. */
export function OperatorPage() {
  return (
    <SignedIn>
      {(viewer) => (
        <OperatorLayout viewer={viewer}>
          <PageHeader
            title={i18n._('Operate this installation')}
            description={i18n._('You see which organisations there are, and nothing of what is in them.')}
          />
          {viewer.isOperator ? (
            <>
              <QueueHealth />
              <Tenants />
            </>
          ) : (
            <EmptyState title={i18n._('Not allowed')} icon={<IconLock size={22} stroke={1.6} aria-hidden />}>
              {i18n._('Your account does not operate this installation.')}
            </EmptyState>
          )}
        </OperatorLayout>
      )}
    </SignedIn>
  );
}
