import { describe, expect, it } from '@jest/globals';
import { parseConfig } from './config.js';

const url = 'postgres://someone@localhost/pilotage';
const least = {
  DATABASE_URL_APP: url,
  DATABASE_URL_RELAY: url,
  DATABASE_URL_OPERATOR: url,
  DATABASE_URL_ERASER: url,
  DATABASE_URL_IDENTITY: url,
  DATABASE_URL_QUEUE: url,
  AUTH_SECRET: 'x'.repeat(32),
};

describe('the configuration', () => {
  it('names all of its mistakes at once', () => {
    const wrong = { ...least, PORT: 'http', AUTH_SECRET: 'short' };
    expect(() => parseConfig(wrong)).toThrow(/AUTH_SECRET[^]*PORT|PORT[^]*AUTH_SECRET/);
  });

  it('believes proxies on this machine, and those that are named', () => {
    expect(parseConfig(least).TRUSTED_PROXIES).toEqual(['loopback']);
    const named = parseConfig({ ...least, TRUSTED_PROXIES: 'uniquelocal, 203.0.113.4,2001:db8::/32' });
    expect(named.TRUSTED_PROXIES).toEqual(['uniquelocal', '203.0.113.4', '2001:db8::/32']);
  });

  it.each(['everybody', '10.0.0.0/64', '10.0.0.0/8/8', 'true', '10.0.0.0/'])(
    'believes nobody by the name of "%s"',
    (text) => {
      expect(() => parseConfig({ ...least, TRUSTED_PROXIES: text })).toThrow(/TRUSTED_PROXIES: must be/);
    },
  );
});
