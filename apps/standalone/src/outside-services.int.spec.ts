import { describe, expect, it } from '@jest/globals';
import { assertDatabaseAnswers, assertRedisAnswers } from './outside-services.js';
import { freePort } from './ports.js';

describe('services of the user', () => {
  it('says which variable names a PostgreSQL that does not answer', async () => {
    const url = `postgres://admin:secret@127.0.0.1:${await freePort()}/pilotage`;
    await expect(assertDatabaseAnswers(url, undefined)).rejects.toThrow(
      /that DATABASE_URL names.*ECONNREFUSED/,
    );
  });

  it('does not repeat the password in the message', async () => {
    const url = `postgres://admin:secret@127.0.0.1:${await freePort()}/pilotage`;
    await expect(assertDatabaseAnswers(url, undefined)).rejects.not.toThrow(/secret/);
  });

  it('asks the server beside the pooler, too', async () => {
    const direct = `postgres://127.0.0.1:${await freePort()}`;
    await expect(assertDatabaseAnswers(process.env['PILOTAGE_TEST_SERVER']!, direct)).rejects.toThrow(
      /that DATABASE_DIRECT_URL names.*ECONNREFUSED/,
    );
  });

  it('says which variable names a Redis that does not answer', async () => {
    await expect(assertRedisAnswers(`redis://127.0.0.1:${await freePort()}`)).rejects.toThrow(
      /that REDIS_URL names.*ECONNREFUSED/,
    );
  });
});
