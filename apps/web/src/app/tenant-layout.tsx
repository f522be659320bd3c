import { Outlet, useMatches } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { Provider as ApiProvider } from 'urql';
import { useApiQuery } from '../shared/graphql/use-api-query.js';
import { i18n } from '../shared/i18n.js';
import { tenantRoute } from '../shared/routing/skeleton.js';
import { TenantContext, useTenant, type TenantSession } from '../shared/session/tenant-context.js';
import { tenantSessionQuery, type Tenant, type Viewer } from '../shared/session/tenant.graphql.js';
import { ButtonLink } from '../shared/ui/links.js';
import { PageHeader } from '../shared/ui/page-header.js';
import { ProblemState } from '../shared/ui/problem-state.js';
import { apiClientOf, leaveToSignIn } from './api-clients.js';
import { PlainLayout } from '../shared/ui/plain-layout.js';
import { Shell } from './shell/shell.js';
import { ShellSkeleton } from './shell/shell-skeleton.js';

export function TenantLayout() {
  const { slug } = tenantRoute.useParams();
  return (
    <ApiProvider value={apiClientOf(slug)}>
      <TenantGate key={slug} />
    </ApiProvider>
  );
}

/** Lets the page in once it is known who asks and which organisation this is. */
function TenantGate() {
  const session = useApiQuery(tenantSessionQuery, {});
  switch (session.kind) {
    case 'loading':
      return <ShellSkeleton />;
    case 'failed':
      // The client is on its way to the sign-in page already.
      if (session.problem.code === 'UNAUTHENTICATED') return null;
      return (
        <PlainLayout title={i18n._('Organisation')}>
          <ProblemState problem={session.problem} onRetry={session.retry} />
          <ButtonLink to="/tenants" variant="default" fullWidth>
            {i18n._('Choose an organisation')}
          </ButtonLink>
        </PlainLayout>
      );
    case 'ready':
      return session.data.viewer ? (
        <TenantPages tenant={session.data.tenant} viewer={session.data.viewer} />
      ) : (
        <SignedOut />
      );
  }
}

function TenantPages({ tenant, viewer }: { readonly tenant: Tenant; readonly viewer: Viewer }) {
  const session = useMemo<TenantSession>(() => {
    const permissions = new Set(tenant.permissions);
    return { ...tenant, viewer, can: (permission) => permissions.has(permission) };
  }, [tenant, viewer]);
  return (
    <TenantContext value={session}>
      <Shell>
        <AllowedPage />
      </Shell>
    </TenantContext>
  );
}

/** A page that the viewer's role does not reach says so, instead of offering what the server would refuse. */
function AllowedPage() {
  const { can } = useTenant();
  const needs = useMatches({ select: (matches) => matches.at(-1)?.staticData.needs });
  if (!needs || can(needs)) return <Outlet />;
  return (
    <PageHeader
      title={i18n._('Not allowed')}
      description={i18n._('Your role does not allow this. Ask an administrator of the organisation.')}
    />
  );
}

function SignedOut() {
  useEffect(leaveToSignIn, []);
  return null;
}
