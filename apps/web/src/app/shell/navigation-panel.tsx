import { ScrollArea } from '@mantine/core';
import { i18n } from '../../shared/i18n.js';
import { useTenant } from '../../shared/session/tenant-context.js';
import { NavigationLink } from '../../shared/ui/menu-links.js';
import { Brand } from '../../shared/ui/brand.js';
import classes from './navigation-panel.module.css';
import { navigationOf } from './navigation.js';
import { SearchButton } from './search-button.js';
import { TenantSwitch } from './tenant-switch.js';
import { UserMenu } from './user-menu.js';

/** The menu: organisation, search, pages, and at the foot the person. */
export function NavigationPanel({ onSearch }: { readonly onSearch: () => void }) {
  const tenant = useTenant();
  return (
    <div className={classes['panel']}>
      <div className={classes['top']}>
        <div className={classes['brand']}>
          <Brand />
        </div>
        <TenantSwitch />
        <SearchButton onClick={onSearch} />
      </div>
      <ScrollArea className={classes['pages']} type="scroll">
        {navigationOf(tenant).map((section) => (
          <div
            key={section.label ?? 'main'}
            className={classes['section']}
            role="group"
            aria-label={section.label ?? i18n._('Work')}
          >
            {section.label && <div className={classes['heading']}>{section.label}</div>}
            {section.items.map((item) => (
              <NavigationLink
                key={item.to}
                from="/t/$slug"
                to={item.to}
                activeOptions={{ exact: item.isExact ?? false, includeSearch: false }}
                activeProps={{ active: true, 'aria-current': 'page' }}
                label={item.label}
                leftSection={<item.icon size={18} stroke={1.6} aria-hidden />}
                className={classes['link']}
                noWrap
              />
            ))}
          </div>
        ))}
      </ScrollArea>
      <div className={classes['foot']}>
        <UserMenu />
      </div>
    </div>
  );
}
