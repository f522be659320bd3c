import { useEffect, useState } from 'react';

/** False at first, true once `ms` have passed. */
export function useElapsed(ms: number): boolean {
  const [isElapsed, setElapsed] = useState(ms <= 0);
  useEffect(() => {
    const timer = setTimeout(() => setElapsed(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return isElapsed;
}
