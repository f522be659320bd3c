import { describe, expect, it } from '@jest/globals';
import { readSettings } from './settings.js';

describe('readSettings', () => {
  it('listens on loopback and shows the sample unless told otherwise', () => {
    expect(readSettings({}, [])).toEqual({
      host: '127.0.0.1',
      port: 4400,
      workerPort: 4401,
      publicUrl: 'http://127.0.0.1:4400',
      dataFolder: undefined,
      databaseUrl: undefined,
      databaseDirectUrl: undefined,
      redisUrl: undefined,
      wantsSample: true,
      isDevelopment: false,
      webPort: 4402,
    });
  });

  it.each([
    ['the flag', {}, ['--no-sample']],
    ['the variable', { PILOTAGE_SAMPLE: 'off' }, []],
    ['production', { NODE_ENV: 'production' }, []],
    ['an address others can reach', { HOST: '0.0.0.0' }, []],
    ['a proxy that others can reach', { PUBLIC_URL: 'https://pilotage.example.com' }, []],
    ['a name that only looks like loopback', { HOST: '127.example.com' }, []],
  ])('makes no sample with %s', (_, environment, flags) => {
    expect(readSettings(environment, flags).wantsSample).toBe(false);
  });

  it('makes the sample on every spelling of loopback', () => {
    for (const url of ['http://localhost:4400', 'http://[::1]:4400', 'http://127.0.0.1']) {
      expect(readSettings({ PUBLIC_URL: url }, []).wantsSample).toBe(true);
    }
  });

  it('puts the worker beside the api, and links to the port that is used', () => {
    expect(readSettings({ PORT: '5000' }, [])).toMatchObject({
      workerPort: 5001,
      publicUrl: 'http://127.0.0.1:5000',
    });
  });

  it('sends people to the sources in development', () => {
    expect(readSettings({}, ['--dev'])).toMatchObject({
      isDevelopment: true,
      publicUrl: 'http://127.0.0.1:4402',
    });
  });

  it('treats an empty variable as absent', () => {
    expect(readSettings({ PORT: '', DATABASE_URL: '' }, [])).toMatchObject({
      port: 4400,
      databaseUrl: undefined,
    });
  });

  it('refuses a database address that is none, without repeating its password', () => {
    const read = (): unknown => readSettings({ DATABASE_URL: 'postgres://me:secret#1/2@host/pilotage' }, []);
    expect(read).toThrow(/DATABASE_URL is no address/);
    expect(read).not.toThrow(/secret/);
  });

  it.each(['http', '0', '70000', '44.5'])('refuses the port "%s" by the name of its variable', (port) => {
    expect(() => readSettings({ WORKER_PORT: port }, [])).toThrow(/WORKER_PORT is "/);
  });
});
