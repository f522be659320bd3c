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
  useEffect(() => {
    const stops = [
      router.subscribe('onBeforeLoad', ({ fromLocation, pathChanged }) => {
        if (fromLocation && pathChanged) document.documentElement.dataset['navigated'] = 'true';
      }),
      router.subscribe('onResolved', ({ fromLocation, pathChanged }) => {
        const main = document.getElementById('main');
        if (!fromLocation || !pathChanged || !main) return;
        if (!main.contains(document.activeElement)) main.focus({ preventScroll: true });
      }),
    ];
    return () => stops.forEach((stop) => stop());
  }, [router]);
}
