import { existsSync, readFileSync } from 'node:fs';
import { day } from '@pilotage/analytics';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestDatabase } from '@pilotage/testing';
import { World } from '../../../libs/portfolio/fixtures/world.js';
import { readLogs } from '../../../libs/reporting/src/reading/history.queries.js';
import { RegisterReader } from '../../../libs/reporting/src/register/register.reader.js';
import { SettingsService, UnitService } from '@pilotage/tenancy';
import { conventionsText, type ImportedRegister } from './figures.js';
import { figuresInReadme, plain, writeToReadme } from './readme.js';

/** Public, but no part of this repository. */
const INVENTORY_2024 = new URL(
  '../../../../shared/inventories/us-federal-ai-use-cases-2024.csv',
  import.meta.url,
);
const MAPPING_2024 = new URL('../inventory-2024.mapping.json', import.meta.url);
const ALL = { unitIds: [], kinds: [] };

let db: TestDatabase;
beforeAll(async () => {
  db = await TestDatabase.open();
});
afterAll(() => db.close());

async function importedRegister(): Promise<ImportedRegister> {
  const world = await World.of(db.unitOfWork, await db.createTenant());
  const mapping = JSON.parse(readFileSync(MAPPING_2024, 'utf8')) as { asOfOn: string };
  const repairs = [{ code: 'DATE_SERIAL_YEAR', choice: 'USE' }];
  await world.import(readFileSync(INVENTORY_2024), { ...mapping, repairs });
  const asOf = day(mapping.asOfOn);
  const settings = new SettingsService();
  const register = new RegisterReader(db.unitOfWork, settings, new UnitService(settings));
  return {
    asOf,
    logs: await db.unitOfWork.read(world.tenant, (tx) =>
      readLogs(tx, null, asOf, { unitIds: null, kinds: null }),
    ),
    wording: (await register.coverage(world.manager, ALL)).wording,
  };
}

describe('what a real register can tell', () => {
  it('has its place in README.md', () => {
    expect(figuresInReadme()).toContain('among cases still listed in 2024');
  });

  if (existsSync(INVENTORY_2024)) {
    it('stands there as computed from its import', async () => {
      const figures = conventionsText(await importedRegister());
      if (process.env['WRITE_README'] === 'on') writeToReadme(figures);
      expect(figuresInReadme()).toBe(plain(figures));
    }, 600_000);
  }
});
