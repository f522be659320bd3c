/**
 * Where to go after sign-in: only an address inside this application, so that a crafted link cannot lead elsewhere.
 * Anything else gives '/'.
 */
export function safeReturnTo(wanted: string | undefined): string {
  if (!wanted?.startsWith('/')) return '/';
  // Browsers read both `//host` and `/\host` as another host.
  if (wanted.startsWith('//') || wanted.includes('\\')) return '/';
  return wanted.startsWith('/sign-in') ? '/' : wanted;
}
