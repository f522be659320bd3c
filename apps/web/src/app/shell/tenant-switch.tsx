import { Menu, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconSelector } from '@tabler/icons-react';
import { i18n } from '../../shared/i18n.js';
import { roleName } from '../../shared/session/role.js';
import { useTenant } from '../../shared/session/tenant-context.js';
import { MenuLink } from '../../shared/ui/menu-links.js';
import classes from './tenant-switch.module.css';

/** The organisation of this page and the way to the viewer's others. */
export function TenantSwitch() {
  const tenant = useTenant();
  const { tenants, member } = tenant.viewer;
  const words = (
    <span className={classes['words']}>
      <span className={classes['name']}>{tenant.name}</span>
      {member && <span className={classes['role']}>{roleName(member.role)}</span>}
    </span>
  );
  if (tenants.length < 2) return <div className={classes['plain']}>{words}</div>;

  return (
    <Menu width="target" position="bottom-start" shadow="md" withinPortal={false}>
      <Menu.Target>
        <UnstyledButton className={classes['button']}>
          {words}
          <VisuallyHidden>{i18n._('Switch the organisation')}</VisuallyHidden>
          <IconSelector size={16} aria-hidden className={classes['sign']} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {tenants.map((other) => (
          <MenuLink
            key={other.id}
            to="/t/$slug"
            params={{ slug: other.slug }}
            disabled={other.isSuspended}
            rightSection={
              other.id === tenant.id ? <IconCheck size={16} aria-label={i18n._('current')} /> : undefined
            }
          >
            {other.name}
            <span className={classes['role']}>
              {other.isSuspended ? i18n._('Suspended') : roleName(other.role)}
            </span>
          </MenuLink>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
