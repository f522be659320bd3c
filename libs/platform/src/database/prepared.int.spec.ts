import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestDatabase } from '@pilotage/testing';
import type { TenantContext } from '../context/tenant-context.js';
import { createLogger } from '../observability/logger.js';
import { Database } from './database.module.js';
import { prepared } from './prepared.js';

const TWICE = prepared('select $1::int * 2 as value');
const ON_CONNECTION = 'select name from pg_prepared_statements';

let db: TestDatabase;
let ctx: TenantContext;
beforeAll(async () => {
  db = await TestDatabase.open();
  ctx = await db.createTenant();
});
afterAll(() => db.close());

/** What the one connection of each kind keeps after each way to read. */
async function keptBy(database: Database): Promise<{ values: object[]; names: unknown[] }> {
  const { unitOfWork, global } = database;
  const values = [
    ...(await unitOfWork.readOne(ctx, TWICE, [1])),
    ...(await unitOfWork.read(ctx, (tx) => tx.query(TWICE, [2]))),
    ...(await unitOfWork.statements(ctx).query(TWICE, [3])),
    ...(await global.query(TWICE, [4])),
  ];
  const names = [...(await unitOfWork.readOne(ctx, ON_CONNECTION)), ...(await global.query(ON_CONNECTION))];
  return { values, names };
}

describe('a prepared statement', () => {
  it('is planned once on each connection, and answers as any other', async () => {
    const database = await Database.open(db.config, createLogger('silent', 'test'));
    const { values, names } = await keptBy(database);
    await database.close();
    expect(values).toEqual([{ value: 2 }, { value: 4 }, { value: 6 }, { value: 8 }]);
    expect(names).toEqual([{ name: TWICE.name }, { name: TWICE.name }]);
  });

  it('leaves nothing on a connection that a pooler may give to somebody else', async () => {
    const config = { ...db.config, DATABASE_PREPARED_STATEMENTS: false };
    const database = await Database.open(config, createLogger('silent', 'test'));
    const { values, names } = await keptBy(database);
    await database.close();
    expect(values).toEqual([{ value: 2 }, { value: 4 }, { value: 6 }, { value: 8 }]);
    expect(names).toEqual([]);
  });
});
