import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TestDatabase } from '@pilotage/testing';
import { World } from '../../fixtures/world.js';
import { tidy } from './file/columns.js';

let db: TestDatabase;
let world: World;

beforeAll(async () => {
  db = await TestDatabase.open();
});
afterAll(() => db.close());
beforeEach(async () => {
  world = await World.of(db.unitOfWork, await db.createTenant());
});

describe('the values of a column', () => {
  it('are one where they differ in white space only, as they are when rows are read', async () => {
    const spaces = Array.from({ length: 0xffff }, (_, code) => String.fromCharCode(code + 1)).filter(
      (character) => /\s/.test(character),
    );
    const cells = spaces.flatMap((space) => [`Retired${space}`, `Not${space} ${space}yet`]);
    const quoted = cells.map((cell, index) => `${index},"${cell}"`);
    const id = await world.upload(`Name,Stage\n${quoted.join('\n')}\n`);
    const values = await world.importReader.values(
      world.manager,
      await world.importReader.find(world.manager, id),
      1,
    );
    expect(values).toEqual(['Not yet', 'Retired'].map((value) => ({ value, count: spaces.length })));
    expect(new Set(cells.map(tidy))).toEqual(new Set(['Retired', 'Not yet']));
  });
});
