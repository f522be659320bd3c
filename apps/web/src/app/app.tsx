import { I18nProvider } from '@lingui/react';
import { MantineProvider, localStorageColorSchemeManager } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { cssVariablesResolver } from '@pilotage/web-ui';
import { RouterProvider } from '@tanstack/react-router';
import { i18n } from '../shared/i18n.js';
import { router } from './router.js';
import { theme } from './theme.js';

/** The key is read by `public/colour-scheme.js` before the first paint, too. */
const colourScheme = localStorageColorSchemeManager({ key: 'pilotage-colour-scheme' });

export function App() {
  return (
    <I18nProvider i18n={i18n}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariablesResolver}
        colorSchemeManager={colourScheme}
        defaultColorScheme="auto"
      >
        <Notifications position="bottom-right" limit={4} />
        <RouterProvider router={router} />
      </MantineProvider>
    </I18nProvider>
  );
}
