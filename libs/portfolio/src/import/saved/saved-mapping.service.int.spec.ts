import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ConflictError, newId, NotFoundError } from '@pilotage/platform';
import { TestDatabase } from '@pilotage/testing';
import { World } from '../../../fixtures/world.js';
import type { ImportId } from '../import.types.js';
import { toYaml } from './mapping-file.js';
import { SavedMappingService } from './saved-mapping.service.js';

let db: TestDatabase;
let world: World;
let service: SavedMappingService;

beforeAll(async () => {
  db = await TestDatabase.open();
  service = new SavedMappingService(db.unitOfWork);
});
afterAll(() => db.close());
beforeEach(async () => {
  world = await World.of(db.unitOfWork, await db.createTenant());
});

const MAPPING = {
  identity: [0],
  name: 0,
  unit: null,
  stageValues: [],
  dates: [],
  keepOthersAsAttributes: true,
  asOfOn: '2024-12-16',
  livingOnly: true,
};

async function checked(change: object = {}): Promise<ImportId> {
  const importId = await world.upload('Name,Unit\nChatbot,North\n');
  await world.imports.check(world.manager, { importId, mapping: { ...MAPPING, ...change } });
  await world.work(importId);
  return importId;
}
const save = (importId: string, name = 'Register') => service.save(world.manager, { importId, name });

describe('a mapping that is saved', () => {
  it('is a version of its name; the same one again is none', async () => {
    const first = await save(await checked());
    expect(first).toMatchObject({ name: 'Register', version: 1, mapping: { identity: ['Name'] } });
    expect(await save(await checked())).toMatchObject({ id: first.id });
    const second = await save(await checked({ unit: 1 }), ' Register ');
    expect(second).toMatchObject({
      version: 2,
      mapping: { unit: 'Unit' },
      createdBy: world.manager.memberId,
    });
    await save(await checked(), 'Another');
    const list = await service.list(world.manager);
    expect(list.map(({ name, version }) => `${name} ${version}`)).toEqual(['Another 1', 'Register 2']);
    expect(list[1]).toEqual(second);
  });

  it('comes as a file, too; what it leaves open is as if it were not said', async () => {
    const first = await save(await checked());
    expect(await service.load(world.manager, { yaml: toYaml(first) })).toMatchObject({ id: first.id });
    const renamed = await service.load(world.manager, { yaml: toYaml({ ...first, name: 'Copy' }) });
    expect(renamed).toMatchObject({ name: 'Copy', version: 1 });
  });

  it('needs an import of the organisation that was checked, and a name', async () => {
    const importId = await world.upload('Name\nChatbot\n');
    await expect(save(importId)).rejects.toThrow(ConflictError);
    await expect(save(newId())).rejects.toThrow(NotFoundError);
    await expect(save(importId, ' ')).rejects.toMatchObject({ path: ['name'] });
    const theirs = await World.of(db.unitOfWork, await db.createTenant());
    const known = await checked();
    await expect(service.save(theirs.manager, { importId: known, name: 'Mine' })).rejects.toThrow(
      NotFoundError,
    );
    await save(known);
    expect(await service.list(theirs.manager)).toEqual([]);
  });

  it('is one version when two save it at once', async () => {
    const [a, b] = [await checked(), await checked({ unit: 1 })];
    const saved = await Promise.all([save(a), save(b)]);
    expect(saved.map(({ version }) => version).sort()).toEqual([1, 2]);
  });
});
