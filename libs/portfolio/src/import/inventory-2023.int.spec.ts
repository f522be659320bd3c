import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { TestDatabase } from '@pilotage/testing';
import { World } from '../../fixtures/world.js';
import { fromYaml } from './saved/mapping-file.js';
import { placeOn } from './saved/saved-mapping.js';

const at = (path: string): string => fileURLToPath(new URL(`../../../../${path}`, import.meta.url));
/** The US federal inventory of AI use cases of 2023: public, but no part of this repository. */
const INVENTORY = at('../shared/inventories/us-federal-ai-use-cases-2023.csv');
const { mapping: saved } = fromYaml(readFileSync(at('test/scenarios/inventory-2023.mapping.yaml'), 'utf8'));

let db: TestDatabase;
let world: World;
beforeAll(async () => {
  db = await TestDatabase.open();
  world = await World.of(db.unitOfWork, await db.createTenant());
});
afterAll(() => db.close());

it('has a mapping, which says which columns it needs', () => {
  expect(placeOn(saved, []).missing).toContain('Development_Stage');
});

if (existsSync(INVENTORY)) {
  it('has no dates: every stage is seen, none is entered', async () => {
    const importId = await world.upload(readFileSync(INVENTORY), 'us-federal-ai-use-cases-2023.csv');
    const { columns } = await world.importReader.find(world.manager, importId);
    const mapping = { ...placeOn(saved, columns).mapping, asOfOn: '2023-12-31' };
    await world.imports.check(world.manager, { importId, mapping });
    await world.work(importId);
    const { counts } = await world.importReader.find(world.manager, importId);
    // 710 rows in 21 departments; 321 name no stage, and 4 one that is none of ours.
    expect(counts).toMatchObject({
      rows: 710,
      skipped: 0,
      created: 710,
      events: 0,
      observations: 385,
      plans: 0,
      units: 21,
    });
    const summary = await world.importDetails.findingSummary(world.manager, importId);
    expect(Object.fromEntries(summary.map(({ code, count }) => [code, count]))).toEqual({
      STAGE_UNMAPPED: 4,
      STAGE_MISSING: 325,
      STAGE_UNDATED: 385,
      KIND_UNKNOWN: 190,
    });
  });
}
