import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TestDatabase } from '@pilotage/testing';
import { World } from '../../fixtures/world.js';

let db: TestDatabase;
let world: World;

beforeAll(async () => {
  db = await TestDatabase.open();
});
afterAll(() => db.close());
beforeEach(async () => {
  world = await World.of(db.unitOfWork, await db.createTenant());
});

const MAPPING = {
  identity: [0],
  name: 0,
  stageValues: [],
  dates: [],
  keepOthersAsAttributes: false,
  livingOnly: false,
};
const importAsOf = (asOfOn: string, completeSince: string | null): Promise<string> =>
  world.import('Name\nOne\n', { ...MAPPING, asOfOn, completeSince, livingOnly: completeSince === null });

const liveStatements = (): Promise<object[]> =>
  world.query(
    `select as_of_on::text as "asOf", complete_since::text as since, living_only as living
       from register_statement where superseded_at is null order by as_of_on`,
  );

describe('what the register says of itself', () => {
  it('is what an import states, also of a day before the first entry by hand', async () => {
    await world.create('By hand');
    await importAsOf('2024-12-16', '2023-01-01');
    expect(await liveStatements()).toEqual([{ asOf: '2024-12-16', since: '2023-01-01', living: false }]);
    expect(await world.query('select id from register_statement')).toHaveLength(2);
  });

  it('is not begun by hand after an import', async () => {
    await importAsOf('2024-12-16', null);
    await world.create('By hand');
    expect(await liveStatements()).toEqual([{ asOf: '2024-12-16', since: null, living: true }]);
  });

  it('is one statement per day: the newest', async () => {
    await importAsOf('2024-12-16', null);
    await importAsOf('2024-12-16', '2023-01-01');
    await importAsOf('2024-12-16', '2023-01-01');
    await importAsOf('2025-03-31', '2023-01-01');
    expect(await liveStatements()).toEqual([
      { asOf: '2024-12-16', since: '2023-01-01', living: false },
      { asOf: '2025-03-31', since: '2023-01-01', living: false },
    ]);
    expect(await world.query('select id from register_statement')).toHaveLength(3);
  });
});
