import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TestDatabase } from '@pilotage/testing';
import { DATED } from '../../fixtures/dated-register.js';
import { World } from '../../fixtures/world.js';
import type { ImportId } from './import.types.js';

let db: TestDatabase;
let world: World;

beforeAll(async () => {
  db = await TestDatabase.open();
});
afterAll(() => db.close());
beforeEach(async () => {
  world = await World.of(db.unitOfWork, await db.createTenant());
});

const findingsOf = async (id: ImportId): Promise<string[]> =>
  (
    await world.query<{ text: string }>(
      `select row_number || ' ' || code || coalesce(' ' || value, '') as text from import_finding
        where import_id = $1 order by row_number, code`,
      [id],
    )
  ).map(({ text }) => text);

describe('a file with a row for each change of stage', () => {
  const EVENTS = { ...DATED, identity: [0], unit: null, stage: 1, dates: [], asOfOn: '2024-12-16' };
  const fileOf = (initiatives: number, changes: readonly string[]): string =>
    [
      'Initiative,New stage,Date',
      ...Array.from({ length: initiatives }, (_, index) =>
        changes.map((stage, at) => `Initiative ${index},${stage},${2022 + at}-01-01`),
      ).flat(),
    ].join('\n');

  it('is said to list initiatives several times, before any of it is imported and after', async () => {
    const file = fileOf(6, ['Building', 'Live']);
    const said = '1 IDENTITIES_REPEATED 12 of 12';
    const id = await world.checked(file, EVENTS);
    expect(await findingsOf(id)).toContain(said);
    await world.start(id);
    await world.work(id);
    expect((await findingsOf(id)).filter((text) => text === said)).toHaveLength(1);
  });

  it('is not suspected where a few rows are twins', async () => {
    const twins = fileOf(4, ['Building', 'Live']);
    expect(await findingsOf(await world.checked(twins, EVENTS))).not.toContainEqual(
      expect.stringContaining('IDENTITIES_REPEATED'),
    );
  });
});

describe('a column of days "since when" that is mapped as the day of one stage', () => {
  const HEADER = 'Name,Unit,Stage,Since,Other';
  const SINCE = { ...DATED, dates: [{ column: 3, stage: 'PRODUCTION' }] };
  const fileOf = (building: number, live: number): string =>
    [
      HEADER,
      ...Array.from({ length: building + live }, (_, index) =>
        [`Initiative ${index}`, 'North', index < building ? 'Building' : 'Live', '2024-03-01', ''].join(','),
      ),
      'Undated,North,Building,,',
    ].join('\n');

  it('is suspected by the stages that its dates contradict', async () => {
    const found = async (building: number, live: number): Promise<string[]> =>
      (await findingsOf(await world.checked(fileOf(building, live), SINCE))).filter((text) =>
        text.includes('STAGES_DISAGREE'),
      );
    expect(await found(10, 30)).toEqual(['1 STAGES_DISAGREE 10 of 40']);
    expect(await found(9, 1)).toEqual([]);
    expect(await found(10, 41)).toEqual([]);
  });
});
