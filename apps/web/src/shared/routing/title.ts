import { useEffect } from 'react';
import { useOptionalTenant } from '../session/tenant-context.js';

/** "Members · Northwind Insurance · Pilotage" in the browser's tab. */
export function useTitle(title: string): void {
  const tenantName = useOptionalTenant()?.name;
  useEffect(() => {
    document.title = [title, tenantName, 'Pilotage'].filter(Boolean).join(' · ');
  }, [title, tenantName]);
}
