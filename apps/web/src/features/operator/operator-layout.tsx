import { ActionIcon, Menu } from '@mantine/core';
import { IconUserCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { i18n } from '../../shared/i18n.js';
import { signOut } from '../../shared/session/auth.js';
import type { SignedInViewer } from '../../shared/session/signed-in.js';
import { Brand } from '../../shared/ui/brand.js';
import { MenuLink } from '../../shared/ui/menu-links.js';
import { ThemeItems } from '../../shared/ui/theme-items.js';
import classes from './operator-layout.module.css';

interface OperatorLayoutProps {
  readonly viewer: SignedInViewer;
  readonly children: ReactNode;
}

/** A bar and the page: there is nothing to navigate. */
export function OperatorLayout({ viewer, children }: OperatorLayoutProps) {
  return (
    <>
      <header className={classes['bar']}>
        <Brand />
        <Menu position="bottom-end" width={228} shadow="md" withinPortal={false}>
          <Menu.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={i18n._('Account of {name}', { name: viewer.name })}
            >
              <IconUserCircle size={22} stroke={1.6} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <ThemeItems />
            <Menu.Divider />
            {viewer.tenants.length > 0 && <MenuLink to="/tenants">{i18n._('Your organisations')}</MenuLink>}
            <Menu.Item onClick={() => void signOut()}>{i18n._('Sign out')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </header>
      <main id="main" tabIndex={-1} className={classes['page']}>
        {children}
      </main>
    </>
  );
}
