import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestDatabase } from '@pilotage/testing';
import { type RoleUrls } from './database.js';
import { loadSample } from './sample.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await TestDatabase.open();
});
afterAll(() => db.close());

describe('the logins of the sample', () => {
  it('have a password of this installation alone, the same at every start', async () => {
    const urls = {
      pilotage_app: db.config.DATABASE_URL_APP,
      pilotage_relay: db.config.DATABASE_URL_RELAY,
      pilotage_operator: db.config.DATABASE_URL_OPERATOR,
      pilotage_eraser: db.config.DATABASE_URL_ERASER,
      pilotage_identity: db.config.DATABASE_URL_IDENTITY,
      pilotage_queue: db.config.DATABASE_URL_QUEUE,
    } as RoleUrls;
    const start = (secret: string) => loadSample(urls, db.config.AUTH_SECRET, secret);
    const [first] = await start('0123456789abcdefghijklmnopqrstuv');
    expect(first?.password).toBe('sample-0123456789');
    expect(await start('0123456789abcdefghijklmnopqrstuv')).toContainEqual(first);
  }, 120_000);
});
