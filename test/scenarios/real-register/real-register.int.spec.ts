import { existsSync } from 'node:fs';
import { day } from '@pilotage/analytics';
import { SettingsService, UnitService } from '@pilotage/tenancy';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestDatabase } from '@pilotage/testing';
import { World } from '../../../libs/portfolio/fixtures/world.js';
import { readLogs } from '../../../libs/reporting/src/reading/history.queries.js';
import { RegisterReader } from '../../../libs/reporting/src/register/register.reader.js';
import { INVENTORY_2023, inventory2023 } from '../../import/registers.js';
import { inventory } from '../../support/inventory.js';
import { conventionsText } from './figures.js';
import { linkedText, type Listed } from './linked.js';
import { figuresInReadme, plain, writeToReadme } from './readme.js';

const ALL = { unitIds: null, kinds: null };
/** What agencies are called in 2023, where it is not what they are called in 2024. */
const CALLED_2024: Readonly<Record<string, string>> = {
  'Department of Interior': 'Department of the Interior',
  'Department of Treasury': 'Department of the Treasury',
  'U.S. Agency for International Development': 'United States Agency for International Development',
  'U.S. Environmental Protection Agency': 'Environmental Protection Agency',
  'U.S. General Services Administration': 'General Services Administration',
  'U.S. Office of Personnel Management': 'Office of Personnel Management',
};

let db: TestDatabase;
beforeAll(async () => {
  db = await TestDatabase.open();
});
afterAll(() => db.close());

async function importedInto(csv: Uint8Array, mapping: object): Promise<World> {
  const world = await World.of(db.unitOfWork, await db.createTenant());
  await world.import(Buffer.from(csv), mapping);
  return world;
}

const listedIn = (world: World): Promise<Listed[]> =>
  world.query<Listed>(
    `select c.name, u.name as unit, c.stage, c.outcome from initiative_current c
       left join unit_revision u on u.unit_id = c.unit_id and u.superseded_at is null`,
  );

/** Each list by itself, and the two together; years that a spreadsheet shows as days are repaired to years. */
async function figures(): Promise<string> {
  const [settings, { csv, mapping }] = [new SettingsService(), inventory()];
  const repairs = [{ code: 'DATE_SERIAL_YEAR', choice: 'USE' }];
  const later = await importedInto(csv, { ...mapping, repairs });
  const { csv: csvBefore, mapping: mappingBefore } = inventory2023();
  const earlier = await importedInto(csvBefore, mappingBefore);
  const asOf = day(mapping.asOfOn);
  const register = new RegisterReader(db.unitOfWork, settings, new UnitService(settings));
  const { wording } = await register.coverage(later.manager, { unitIds: [], kinds: [] });
  const logs = await db.unitOfWork.read(later.tenant, (tx) => readLogs(tx, null, asOf, ALL));
  const before = (await listedIn(earlier)).map((listed) => ({
    ...listed,
    unit: CALLED_2024[listed.unit ?? ''] ?? listed.unit,
  }));
  const linked = linkedText(before, await listedIn(later));
  return [conventionsText({ asOf, logs, wording }), linked].join('\n\n');
}

describe('what a real register can tell', () => {
  it('has its place in README.md', () => {
    expect(figuresInReadme()).toContain('among cases still listed in 2024');
  });

  if (existsSync(INVENTORY_2023)) {
    it('stands there as computed from its import', async () => {
      const computed = await figures();
      if (process.env['WRITE_README'] === 'on') writeToReadme(computed);
      expect(figuresInReadme()).toBe(plain(computed));
    }, 600_000);
  }
});
