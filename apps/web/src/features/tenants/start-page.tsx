import { Navigate } from '@tanstack/react-router';
import { SignedIn } from '../../shared/session/signed-in.js';
import { startOf } from './start.js';
import { TenantChoice } from './tenant-choice.js';

/** `/`: shows nothing of its own where it can lead on. */
export function StartPage() {
  return (
    <SignedIn>
      {(viewer) => {
        const start = startOf(viewer);
        switch (start.kind) {
          case 'tenant':
            return <Navigate to="/t/$slug" params={{ slug: start.slug }} replace />;
          case 'operator':
            return <Navigate to="/operator" replace />;
          case 'choose':
          case 'nowhere':
            return <TenantChoice viewer={viewer} />;
        }
      }}
    </SignedIn>
  );
}
