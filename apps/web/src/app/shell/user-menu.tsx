import { Avatar, Menu, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconBuildingCommunity, IconLogout, IconServerCog } from '@tabler/icons-react';
import { i18n } from '../../shared/i18n.js';
import { signOut } from '../../shared/session/auth.js';
import { useTenant } from '../../shared/session/tenant-context.js';
import { MenuLink } from '../../shared/ui/menu-links.js';
import { ThemeItems } from '../../shared/ui/theme-items.js';
import classes from './user-menu.module.css';

/** The person: appearance, other places, sign out. */
export function UserMenu() {
  const { viewer } = useTenant();
  return (
    <Menu position="top-start" width={228} shadow="md" withinPortal={false}>
      <Menu.Target>
        <UnstyledButton className={classes['button']}>
          <Avatar size={30} radius="xl" color="petrol" name={viewer.name} aria-hidden />
          <VisuallyHidden>{i18n._('Your account')}</VisuallyHidden>
          <span className={classes['words']}>
            <span className={classes['name']}>{viewer.name}</span>
            <span className={classes['email']}>{viewer.email}</span>
          </span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <ThemeItems />
        <Menu.Divider />
        {viewer.tenants.length > 1 && (
          <MenuLink to="/tenants" leftSection={<IconBuildingCommunity size={16} aria-hidden />}>
            {i18n._('Your organisations')}
          </MenuLink>
        )}
        {viewer.isOperator && (
          <MenuLink to="/operator" leftSection={<IconServerCog size={16} aria-hidden />}>
            {i18n._('Operate this installation')}
          </MenuLink>
        )}
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => void signOut()}>
          {i18n._('Sign out')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
