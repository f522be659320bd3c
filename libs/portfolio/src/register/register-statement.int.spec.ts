import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TestDatabase } from '@pilotage/testing';
import { World } from '../../fixtures/world.js';
import type { ImportId } from '../import/import.types.js';

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
const importAsOf = (asOfOn: string, completeSince: string | null): Promise<ImportId> =>
  world.import('Name\nOne\n', { ...MAPPING, asOfOn, completeSince, livingOnly: completeSince === null });

const liveStatements = (): Promise<object[]> =>
  world.query(
    `select as_of_on::text as "asOf", complete_since::text as since, living_only as living
       from register_statement where superseded_at is null order by as_of_on, complete_since`,
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

  it('is one of each register: a list that knows none of another stands beside it, also on its day', async () => {
    const list = (names: string[], asOfOn: string, completeSince: string | null): Promise<ImportId> =>
      world.import(`Name\n${names.join('\n')}\n`, { ...MAPPING, asOfOn, completeSince, livingOnly: completeSince === null }); // prettier-ignore
    const fleet = ['Crane', 'Berth', 'Route'];
    const first = await list(fleet, '2024-12-31', null);
    const beside = await list(['Claims', 'Fraud'], '2024-12-31', '2023-01-01');
    const both = [
      { asOf: '2024-12-31', since: '2023-01-01', living: false },
      { asOf: '2024-12-31', since: null, living: true },
    ];
    expect(await liveStatements()).toEqual(both);
    // The next list of the second register, though its columns are those of the first.
    const next = await list(['Claims', 'Fraud', 'Triage'], '2024-12-31', '2024-01-01');
    expect(await liveStatements()).toEqual([{ ...both[0], since: '2024-01-01' }, both[1]]);
    const registers = new Map(
      (await world.query<{ id: string; register: string | null }>('select id, register_id as register from import')).map(({ id, register }) => [id, register]), // prettier-ignore
    );
    expect(registers.get(first)).toBeNull();
    expect(registers.get(beside)).not.toBeNull();
    expect(registers.get(next)).toBe(registers.get(beside));
    // Nothing of the first is absent from the list of the second.
    expect(await world.countsOf(next)).toMatchObject({ absent: 0, created: 1, unchanged: 2 });

    await world.undo(next);
    expect(await liveStatements()).toEqual(both);
  });
});
