import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ConflictError } from '@pilotage/platform';
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

const cancel = (importId: ImportId): Promise<ImportId> => world.imports.cancel(world.manager, { importId });
const check = (importId: ImportId): Promise<ImportId> =>
  world.imports.check(world.manager, { importId, mapping: MAPPING });
const checked = (): Promise<ImportId> => world.checked(FILE, MAPPING);
const kept = async (id: ImportId): Promise<object> =>
  (
    await world.query(
      `select (select count(*)::int from import_row where import_id = $1) as rows,
              (select count(*)::int from import_finding where import_id = $1) as findings,
              (select count(*)::int from initiative) as initiatives`,
      [id],
    )
  )[0]!;
const stateOf = async (id: ImportId): Promise<object> => world.importReader.find(world.manager, id);

describe('an import that is cancelled before it runs', () => {
  it.each([
    ['uploaded', () => world.upload(FILE)],
    [
      'being checked',
      async () => {
        const id = await world.upload(FILE);
        await check(id);
        await world.oneBatch(id);
        return id;
      },
    ],
    ['checked', checked],
    [
      'failed in the check',
      async () => {
        const id = await world.upload(FILE);
        await check(id);
        const payload = { tenantId: world.tenant.tenantId, importId: id, round: 1 };
        await world.slicer.giveUp(world.tenant, payload, 'The disk was full.');
        return id;
      },
    ],
  ])('when %s is discarded with all that the file says', async (_, made) => {
    const id = await made();
    await cancel(id);
    const discarded = await stateOf(id);
    expect(discarded).toMatchObject({
      state: 'CANCELLED',
      fileName: 'register.csv',
      rowCount: 120,
      columns: [],
      mapping: null,
      counts: null,
      progress: null,
      error: null,
      finishedAt: expect.any(Date),
    });
    expect(await kept(id)).toEqual({ rows: 0, findings: 0, initiatives: 0 });

    expect(await world.oneBatch(id)).toBe('over');
    expect(await cancel(id)).toBe(id);
    expect(await stateOf(id)).toEqual(discarded);
    await expect(check(id)).rejects.toThrow(/was cancelled/);
    await expect(world.start(id)).rejects.toThrow(/was cancelled/);
  });
});

describe('an import that is cancelled while it runs', () => {
  it('stops after the batch in work; what it wrote stays, is counted, and is known to the next one', async () => {
    const id = await checked();
    await world.start(id);
    expect(await world.oneBatch(id)).toBe('more');
    await cancel(id);
    const stopped = await stateOf(id);
    expect(stopped).toMatchObject({
      state: 'CANCELLED',
      counts: { rows: 100, created: 100 },
      progress: null,
      isHalfDone: false,
    });
    expect(await kept(id)).toMatchObject({ rows: 121, initiatives: 100 });

    expect(await world.oneBatch(id)).toBe('over');
    await cancel(id);
    expect(await stateOf(id)).toEqual(stopped);
    await expect(world.start(id)).rejects.toThrow(/was cancelled/);
    const again = await world.import(FILE, MAPPING);
    expect(await stateOf(again)).toMatchObject({ state: 'DONE', counts: { created: 20, unchanged: 100 } });
  });

  it('beside a batch keeps all of that batch or nothing of it', async () => {
    const id = await checked();
    await world.start(id);
    await Promise.all([world.work(id), cancel(id).catch((error: unknown) => expect(error).toBeInstanceOf(ConflictError))]); // prettier-ignore
    const { counts } = await world.importReader.find(world.manager, id);
    expect(await kept(id)).toMatchObject({ initiatives: counts!.created });
  });

  it('or stopped half-way by a fault keeps what is imported', async () => {
    const id = await checked();
    await world.start(id);
    await world.oneBatch(id);
    const payload = { tenantId: world.tenant.tenantId, importId: id, round: 2 };
    await world.slicer.giveUp(world.tenant, payload, 'The disk was full.');
    await cancel(id);
    expect(await stateOf(id)).toMatchObject({
      state: 'CANCELLED',
      counts: { rows: 100, created: 100 },
      error: null,
    });
    await expect(world.start(id)).rejects.toThrow(/was cancelled/);
  });

  it('makes room for another one', async () => {
    const [id, other] = [await checked(), await checked()];
    await world.start(id);
    await expect(world.start(other)).rejects.toThrow(/Another import/);
    await cancel(id);
    expect(await world.start(other)).toBe(other);
  });
});

it('an import that is done is not cancelled', async () => {
  const id = await world.import(FILE, MAPPING);
  const before = await stateOf(id);
  await expect(cancel(id)).rejects.toThrow(ConflictError);
  expect(await stateOf(id)).toEqual(before);
  expect(await kept(id)).toMatchObject({ rows: 121, initiatives: 120 });
});
