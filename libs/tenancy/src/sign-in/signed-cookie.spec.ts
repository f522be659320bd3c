import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { signedToken } from './signed-cookie.js';

const SECRET = 'a secret for tests, of no other use';
const sign = (token: string, secret = SECRET): string =>
  `${token}.${encodeURIComponent(createHmac('sha256', secret).update(token).digest('base64'))}`;

const read = (header: string): string | null => signedToken(header, 'pilotage.session', SECRET);

describe('signedToken', () => {
  it('reads the token among other cookies', () => {
    expect(read(`pilotage.session=${sign('abc-123_X')}`)).toBe('abc-123_X');
    expect(read(`theme=dark; pilotage.session=${sign('abc')}; x=y`)).toBe('abc');
  });

  it.each([
    ['', 'nothing'],
    ['pilotage.session=', 'an empty one'],
    ['pilotage.session=abc', 'no signature'],
    [`pilotage.session=${sign('abc', 'another secret')}`, 'a signature of another secret'],
    [`pilotage.session=abd.${sign('abc').split('.')[1]}`, "another token's signature"],
    [`pilotage.session=abc.%E0%A4%A`, 'a broken encoding'],
    [`other.pilotage.session=${sign('abc')}`, 'another name'],
    [`__Host-pilotage.session=${sign('abc')}`, 'a prefix that was not asked for'],
  ])('takes no %s (%s)', (header) => {
    expect(read(header)).toBeNull();
  });
});
