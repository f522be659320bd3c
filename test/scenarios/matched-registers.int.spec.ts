import { existsSync } from 'node:fs';
import { day } from '@pilotage/analytics';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { UnitAliasService } from '@pilotage/tenancy';
import { TestDatabase } from '@pilotage/testing';
import { World } from '../../libs/portfolio/fixtures/world.js';
import { INVENTORY_2023, inventory2023 } from '../import/registers.js';
import { inventory } from '../support/inventory.js';

/** What agencies are called in 2024, where the list of 2023 says otherwise. */
const ALIASES: readonly (readonly [string, string])[] = [
  ['Department of the Interior', 'Department of Interior'],
  ['Department of the Treasury', 'Department of Treasury'],
  ['United States Agency for International Development', 'U.S. Agency for International Development'],
  ['Environmental Protection Agency', 'U.S. Environmental Protection Agency'],
  ['General Services Administration', 'U.S. General Services Administration'],
  ['Office of Personnel Management', 'U.S. Office of Personnel Management'],
];

let db: TestDatabase;
let world: World;
beforeAll(async () => {
  db = await TestDatabase.open();
  world = await World.of(db.unitOfWork, await db.createTenant());
});
afterAll(() => db.close());

if (existsSync(INVENTORY_2023)) {
  it('finds in the inventory of 2024 what that of 2023 listed', async () => {
    const { csv, mapping } = inventory();
    const before = inventory2023();
    await world.import(Buffer.from(before.csv), before.mapping);
    const aliases = new UnitAliasService(world.units);
    for (const [alias, name] of ALIASES)
      await world.unitOfWork.run(world.tenant, async (tx) => {
        const unitId = (await world.units.byName(tx, day(before.mapping.asOfOn))).get(name.toLowerCase())!;
        await aliases.save(tx, { alias, unitId });
      });
    const importId = await world.upload(Buffer.from(csv));
    await world.imports.check(world.manager, {
      importId,
      mapping: { keepOthersAsAttributes: false, ...mapping },
    });
    await world.work(importId);
    const found = await world.query(
      `select kind, is_open as "isOpen", count(*)::int as rows from import_match where import_id = $1 group by 1, 2 order by 1, 2`,
      [importId],
    );
    // 2,130 rows: 215 are known by their names, 44 are for people to decide, 1,871 are like nothing known.
    expect(found).toEqual([
      { kind: 'EXACT', isOpen: false, rows: 196 },
      { kind: 'EXACT', isOpen: true, rows: 4 },
      { kind: 'NORMALISED', isOpen: false, rows: 19 },
      { kind: 'NORMALISED', isOpen: true, rows: 1 },
      { kind: 'SIMILAR', isOpen: true, rows: 39 },
      { kind: null, isOpen: false, rows: 1871 },
    ]);
    const [row] = await world.query<{ counts: object }>('select counts from import where id = $1', [
      importId,
    ]);
    expect(row!.counts).toMatchObject({ rows: 2133, skipped: 3, changed: 215, created: 1915, absent: 495 });
  });
}
