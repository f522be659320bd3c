import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { EmptyState } from '@pilotage/web-ui';
import { IconBuildingCommunity, IconChevronRight } from '@tabler/icons-react';
import { i18n } from '../../shared/i18n.js';
import { signOut } from '../../shared/session/auth.js';
import { roleName } from '../../shared/session/role.js';
import type { SignedInViewer } from '../../shared/session/signed-in.js';
import type { TenantSummary } from '../../shared/session/tenant.graphql.js';
import { AnchorLink, BlockLink } from '../../shared/ui/links.js';
import { PlainLayout } from '../../shared/ui/plain-layout.js';
import classes from './tenant-choice.module.css';

export function TenantChoice({ viewer }: { readonly viewer: SignedInViewer }) {
  return (
    <PlainLayout
      title={i18n._('Your organisations')}
      description={i18n._('Signed in as {name} ({email}).', { name: viewer.name, email: viewer.email })}
      foot={
        <Group justify="center" gap="lg">
          {viewer.isOperator && <AnchorLink to="/operator">{i18n._('Operate this installation')}</AnchorLink>}
          <Button variant="subtle" size="compact-sm" onClick={() => void signOut()}>
            {i18n._('Sign out')}
          </Button>
        </Group>
      }
    >
      {viewer.tenants.length > 0 ? (
        <Stack component="ul" gap={8} className={classes['list']}>
          {viewer.tenants.map((tenant) => (
            <li key={tenant.id}>
              <TenantEntry tenant={tenant} />
            </li>
          ))}
        </Stack>
      ) : (
        <EmptyState
          title={i18n._('No organisation yet')}
          icon={<IconBuildingCommunity size={22} stroke={1.6} aria-hidden />}
        >
          {i18n._(
            'Your account works, but nobody has invited it. Ask an administrator for an invitation link.',
          )}
        </EmptyState>
      )}
    </PlainLayout>
  );
}

function TenantEntry({ tenant }: { readonly tenant: TenantSummary }) {
  const words = (
    <span className={classes['words']}>
      <span className={classes['name']}>
        {tenant.name}
        {tenant.isSample && (
          <Badge size="xs" variant="light" color="gray">
            {i18n._('Sample')}
          </Badge>
        )}
      </span>
      <Text component="span" size="sm" c="dimmed">
        {tenant.isSuspended
          ? i18n._('Suspended. Ask whoever runs this installation.')
          : roleName(tenant.role)}
      </Text>
    </span>
  );
  if (tenant.isSuspended) return <div className={classes['entry']}>{words}</div>;
  return (
    <BlockLink to="/t/$slug" params={{ slug: tenant.slug }} className={classes['entry']}>
      {words}
      <IconChevronRight size={18} stroke={1.6} aria-hidden />
    </BlockLink>
  );
}
