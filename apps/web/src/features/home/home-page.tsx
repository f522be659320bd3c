import { Navigate } from '@tanstack/react-router';
import { useTenant } from '../../shared/session/tenant-context.js';
import { MyWorkHome } from './my-work/my-work-home.js';
import { OfficeHome } from './office/office-home.js';
import { SetUpHome } from './set-up-home.js';

/** What each role sees first. */
export function HomePage() {
  const { slug, viewer, setupSteps } = useTenant();
  switch (viewer.member?.role) {
    case 'ADMIN':
      return setupSteps.every(({ isDone }) => isDone) ? <OfficeHome /> : <SetUpHome />;
    case 'PORTFOLIO_MANAGER':
      return <OfficeHome />;
    case 'CONTRIBUTOR':
      return <MyWorkHome />;
    case 'AUDITOR':
      return <Navigate to="/t/$slug/reports" params={{ slug }} replace />;
    case 'EXECUTIVE':
    case undefined:
      return <Navigate to="/t/$slug/quarter" params={{ slug }} replace />;
  }
}
