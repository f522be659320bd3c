import { afterAll, afterEach, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import { newId } from '@pilotage/platform';
import { TestDatabase } from '@pilotage/testing';
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
afterEach(() => {
  jest.restoreAllMocks();
});

const FILE = `Name,Stage\n${Array.from({ length: 120 }, (_, index) => `A${index},Live\n`).join('')}`;
const MAPPING = {
  identity: [0],
  name: 0,
  stage: 1,
  stageValues: [{ value: 'Live', stage: 'PRODUCTION' }],
  dates: [],
  keepOthersAsAttributes: true,
  asOfOn: '2024-12-16',
  livingOnly: true,
};

const pause = (importId: ImportId): Promise<ImportId> => world.importStops.pause(world.manager, { importId });
const start = (importId: ImportId): Promise<ImportId> =>
  world.imports.start(world.manager, { importId, idempotencyKey: newId() });
async function checked(): Promise<ImportId> {
  const importId = await world.upload(FILE);
  await world.imports.check(world.manager, { importId, mapping: MAPPING });
  await world.work(importId);
  return importId;
}
/** What the worker does before it lets the work of others pass, cut short to one batch of 100 rows. */
async function oneBatch(importId: ImportId): Promise<string> {
  let now = 0;
  jest.spyOn(performance, 'now').mockImplementation(() => (now += 1_000));
  const [row] = await world.query<{ round: number }>('select round from import where id = $1', [importId]);
  const payload = { tenantId: world.tenant.tenantId, importId, round: row!.round };
  const { kind } = await world.slicer.slice({ ...world.tenant, memberId: null }, payload);
  jest.restoreAllMocks();
  return kind;
}
const found = (id: ImportId): Promise<object> => world.importReader.find(world.manager, id);

it('a running import rests after the batch in work, and goes on where it stopped', async () => {
  const id = await checked();
  await start(id);
  expect(await oneBatch(id)).toBe('more');
  await pause(id);
  const paused = await found(id);
  expect(paused).toMatchObject({ state: 'PAUSED', isHalfDone: true, counts: { rows: 100, created: 100 } });
  expect(await oneBatch(id)).toBe('over');
  await pause(id);
  expect(await found(id)).toEqual(paused);

  await start(id);
  await world.work(id);
  expect(await found(id)).toMatchObject({ state: 'DONE', counts: { rows: 120, created: 120 } });
});

it('makes room for another import, and waits for it', async () => {
  const [id, other] = [await checked(), await checked()];
  await start(id);
  await pause(id);
  await start(other);
  await expect(start(id)).rejects.toThrow(/Another import of your organisation is running/);
  await world.work(other);
  await start(id);
  await world.work(id);
  expect(await found(id)).toMatchObject({ state: 'DONE', counts: { created: 0, unchanged: 120 } });
});

it('only an import that runs can be paused; a paused one can be stopped but not mapped anew', async () => {
  const id = await checked();
  await expect(pause(id)).rejects.toThrow(/not running/);
  await start(id);
  await oneBatch(id);
  await pause(id);
  await expect(world.imports.check(world.manager, { importId: id, mapping: MAPPING })).rejects.toThrow(
    /half-way/,
  );
  await world.imports.cancel(world.manager, { importId: id });
  expect(await found(id)).toMatchObject({ state: 'CANCELLED', counts: { created: 100 } });
});

it('who started, paused and stopped it is written down in order', async () => {
  const id = await checked();
  await start(id);
  await pause(id);
  await start(id);
  await world.imports.cancel(world.manager, { importId: id });
  await world.undo(id);
  const acts = await world.importDetails.acts(world.manager, id);
  expect(acts.map(({ act }) => act)).toEqual(['STARTED', 'PAUSED', 'RESUMED', 'CANCELLED', 'UNDONE']);
  expect(new Set(acts.map(({ doneById }) => doneById))).toEqual(new Set([world.manager.memberId]));
});
