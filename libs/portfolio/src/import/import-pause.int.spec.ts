import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { TestDatabase } from '@pilotage/testing';
import { TWO_BATCHES as FILE, TWO_BATCHES_MAPPING as MAPPING } from '../../fixtures/two-batches.js';
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

const pause = (importId: ImportId): Promise<ImportId> => world.importStops.pause(world.manager, { importId });
const checked = (): Promise<ImportId> => world.checked(FILE, MAPPING);
const found = (id: ImportId): Promise<object> => world.importReader.find(world.manager, id);

it('a running import rests after the batch in work, and goes on where it stopped', async () => {
  const id = await checked();
  await world.start(id);
  expect(await world.oneBatch(id)).toBe('more');
  await pause(id);
  const paused = await found(id);
  expect(paused).toMatchObject({ state: 'PAUSED', isHalfDone: true, counts: { rows: 100, created: 100 } });
  expect(await world.oneBatch(id)).toBe('over');
  await pause(id);
  expect(await found(id)).toEqual(paused);

  await world.start(id);
  await world.work(id);
  expect(await found(id)).toMatchObject({ state: 'DONE', counts: { rows: 120, created: 120 } });
});

it('makes room for another import, and waits for it', async () => {
  const [id, other] = [await checked(), await checked()];
  await world.start(id);
  await pause(id);
  await world.start(other);
  await expect(world.start(id)).rejects.toThrow(/Another import of your organisation is running/);
  await world.work(other);
  await world.start(id);
  await world.work(id);
  expect(await found(id)).toMatchObject({ state: 'DONE', counts: { created: 0, unchanged: 120 } });
});

it('only an import that runs can be paused; a paused one can be stopped but not mapped anew', async () => {
  const id = await checked();
  await expect(pause(id)).rejects.toThrow(/not running/);
  await world.start(id);
  await world.oneBatch(id);
  await pause(id);
  await expect(world.imports.check(world.manager, { importId: id, mapping: MAPPING })).rejects.toThrow(
    /half-way/,
  );
  await world.imports.cancel(world.manager, { importId: id });
  expect(await found(id)).toMatchObject({ state: 'CANCELLED', counts: { created: 100 } });
});

it('who started, paused and stopped it is written down in order', async () => {
  const id = await checked();
  await world.start(id);
  await pause(id);
  await world.start(id);
  await world.imports.cancel(world.manager, { importId: id });
  await world.undo(id);
  const acts = await world.importDetails.acts(world.manager, id);
  expect(acts.map(({ act }) => act)).toEqual(['STARTED', 'PAUSED', 'RESUMED', 'CANCELLED', 'UNDONE']);
  expect(new Set(acts.map(({ doneById }) => doneById))).toEqual(new Set([world.manager.memberId]));
});
