import { Outlet, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Provider as ApiProvider } from 'urql';
import { apiClientOf } from './api-clients.js';

/** Around every page, also outside of an organisation. */
export function RootLayout() {
  useFocusOnNavigation();
  return (
    <ApiProvider value={apiClientOf(null)}>
      <Outlet />
    </ApiProvider>
  );
}

/**
 * A new page takes the keyboard's focus: its heading does (see PageHeader) or, until that is there, the main region.
 * A change of the address's search alone (a filter) leaves the focus where it is.
 */
function useFocusOnNavigation(): void {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onResolved', ({ fromLocation, pathChanged }) => {
        if (!fromLocation || !pathChanged) return;
        document.documentElement.dataset['navigated'] = 'true';
        const main = document.getElementById('main');
        if (main && !main.contains(document.activeElement)) main.focus({ preventScroll: true });
      }),
    [router],
  );
}
