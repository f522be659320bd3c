import { AppShell, Burger, Group } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { useLocation } from '@tanstack/react-router';
import { Suspense, lazy, useState, type MouseEvent, type ReactNode } from 'react';
import { i18n } from '../../shared/i18n.js';
import { useTenant } from '../../shared/session/tenant-context.js';
import { Brand } from '../../shared/ui/brand.js';
import { NavigationPanel } from './navigation-panel.js';
import { SampleBanner } from './sample-banner.js';
import { SearchButton } from './search-button.js';
import classes from './shell.module.css';

const CommandPalette = lazy(() =>
  import('./command-palette.js').then(({ CommandPalette: component }) => ({ default: component })),
);

/** Around every page of an organisation: menu at the left, or behind a button on a narrow screen. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const tenant = useTenant();
  const [isMenuOpen, menu] = useDisclosure(false);
  const [paletteOpenings, setPaletteOpenings] = useState(0);
  const openPalette = () => setPaletteOpenings((count) => count + 1);
  useHotkeys([['mod+K', openPalette]], []);
  useClosedOnNavigation(menu.close);

  return (
    <AppShell
      header={{ height: { base: 56, md: 0 } }}
      navbar={{ width: 256, breakpoint: 'md', collapsed: { mobile: !isMenuOpen } }}
      padding={0}
    >
      <a href="#main" className={classes['skip']} onClick={skipToContent}>
        {i18n._('Skip to the content')}
      </a>
      <AppShell.Header hiddenFrom="md" className={classes['bar']}>
        <Group gap="xs" wrap="nowrap">
          <Burger
            opened={isMenuOpen}
            onClick={menu.toggle}
            size="sm"
            aria-label={isMenuOpen ? i18n._('Close the menu') : i18n._('Open the menu')}
            aria-expanded={isMenuOpen}
          />
          <Brand />
        </Group>
        <SearchButton onClick={openPalette} isCompact />
      </AppShell.Header>
      <AppShell.Navbar className={classes['panel']} aria-label={i18n._('Main menu')}>
        <NavigationPanel onSearch={openPalette} />
      </AppShell.Navbar>
      <AppShell.Main className={classes['main']}>
        {tenant.isSample && <SampleBanner />}
        <div id="main" tabIndex={-1} className={classes['page']}>
          {children}
        </div>
      </AppShell.Main>
      {paletteOpenings > 0 && (
        <Suspense>
          <CommandPalette openings={paletteOpenings} />
        </Suspense>
      )}
    </AppShell>
  );
}

/** Moves the focus without a `#main` in the address, which one would hand on with every link. */
function skipToContent(event: MouseEvent): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

/** On a narrow screen the menu covers the page; having chosen, one wants to see the page. */
function useClosedOnNavigation(close: () => void): void {
  const pathname = useLocation({ select: (location) => location.pathname });
  const [seen, setSeen] = useState(pathname);
  if (seen !== pathname) {
    setSeen(pathname);
    close();
  }
}
