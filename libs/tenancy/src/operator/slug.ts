import { BadInputError } from '@pilotage/platform';

const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/;
/** Would be mistaken for pages of our own in an address. */
const RESERVED: ReadonlySet<string> = new Set([
  'admin',
  'api',
  'auth',
  'graphql',
  'health',
  'link',
  'operator',
  'sign-in',
]);

/** The part of the address that names a tenant. @throws BadInputError */
export function slugFrom(text: string, path: readonly string[]): string {
  const slug = text.trim().toLowerCase();
  if (!SLUG.test(slug)) {
    throw new BadInputError(
      'Use 1 to 40 small letters, digits and hyphens, such as northwind.',
      path,
      'NOT_A_SLUG',
    );
  }
  if (RESERVED.has(slug))
    throw new BadInputError('This word is taken by the service itself.', path, 'RESERVED');
  return slug;
}
