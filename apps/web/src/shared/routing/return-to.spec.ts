import { describe, expect, it } from '@jest/globals';
import { safeReturnTo } from './return-to.js';

describe('safeReturnTo', () => {
  it('keeps an address of this application whole', () => {
    expect(safeReturnTo('/t/northwind/trend?quarters=8#bridge')).toBe('/t/northwind/trend?quarters=8#bridge');
  });

  it.each([
    undefined,
    '',
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
  ])('does not follow %s', (wanted) => expect(safeReturnTo(wanted)).toBe('/'));

  it('does not return to the sign-in page', () => {
    expect(safeReturnTo('/sign-in?returnTo=%2F')).toBe('/');
  });
});
