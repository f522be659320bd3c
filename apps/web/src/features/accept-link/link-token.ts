import { useLocation } from '@tanstack/react-router';

const key = 'pilotage-link';

/**
 * The token stands behind the # of the address, which browsers send to nobody. It is kept out of every other address,
 * too: while somebody signs in first, this tab remembers it.
 */
export function useLinkToken(): string {
  const hash = useLocation({ select: (location) => location.hash });
  return hash || (sessionStorage.getItem(key) ?? '');
}

export const rememberLink = (token: string): void => sessionStorage.setItem(key, token);
