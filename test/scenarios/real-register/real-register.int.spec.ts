import { existsSync } from 'node:fs';
import { type Day, day } from '@pilotage/analytics';
import { SettingsService, UnitAliasService, UnitService } from '@pilotage/tenancy';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestDatabase } from '@pilotage/testing';
import { World } from '../../../libs/portfolio/fixtures/world.js';
import { readLogs } from '../../../libs/reporting/src/reading/history.queries.js';
import { RegisterReader } from '../../../libs/reporting/src/register/register.reader.js';
import { INVENTORY_2023, inventory2023 } from '../../import/registers.js';
import { inventory } from '../../support/inventory.js';
import { conventionsText } from './figures.js';
import { type Link, linkedText, type Listed, type TwoLists } from './linked.js';
import { figuresInReadme, plain, writeToReadme } from './readme.js';

const ALL = { unitIds: null, kinds: null };
/** What agencies are called in 2024, where the list of 2023 says otherwise. */
const ALIASES: Readonly<Record<string, string>> = {
  'Department of the Interior': 'Department of Interior',
  'Department of the Treasury': 'Department of Treasury',
  'United States Agency for International Development': 'U.S. Agency for International Development',
  'Environmental Protection Agency': 'U.S. Environmental Protection Agency',
  'General Services Administration': 'U.S. General Services Administration',
  'Office of Personnel Management': 'U.S. Office of Personnel Management',
};

let db: TestDatabase;
beforeAll(async () => {
  db = await TestDatabase.open();
});
afterAll(() => db.close());

const newWorld = async (): Promise<World> => World.of(db.unitOfWork, await db.createTenant());
const settings = new SettingsService();
const units = new UnitService(settings);

/** The list of 2024; years that a spreadsheet shows as days are repaired to years. */
function list2024() {
  const { csv, mapping } = inventory();
  return {
    file: Buffer.from(csv),
    mapping: { ...mapping, repairs: [{ code: 'DATE_SERIAL_YEAR', choice: 'USE' }] },
  };
}

/** Of the list of 2024 by itself. */
async function conventions(): Promise<string> {
  const { file, mapping } = list2024();
  const world = await newWorld();
  await world.import(file, mapping);
  const asOf = day(mapping.asOfOn);
  const register = new RegisterReader(db.unitOfWork, settings, units);
  const { wording } = await register.coverage(world.manager, { unitIds: [], kinds: [] });
  const logs = await db.unitOfWork.read(world.tenant, (tx) => readLogs(tx, null, asOf, ALL));
  return conventionsText({ asOf, logs, wording });
}

/** Of the list of 2023, and that of 2024 over it. */
async function twoLists(): Promise<TwoLists> {
  const world = await newWorld();
  const before = inventory2023();
  await world.import(Buffer.from(before.csv), before.mapping);
  await nameUnits(world, day(before.mapping.asOfOn));
  const earlier = await listedIn(world, before.mapping.asOfOn);
  const { file, mapping } = list2024();
  const importId = await world.import(file, mapping);
  const later = await listedIn(world, mapping.asOfOn);
  const matches = await world.query<Match>(
    'select kind, is_open as "isOpen", initiative_id as id from import_match where import_id = $1',
    [importId],
  );
  const links = matches.flatMap(({ kind, isOpen, id }) =>
    isOpen || kind === null ? [] : [{ kind, before: earlier.get(id)!, after: later.get(id)! }],
  );
  return { before: [...earlier.values()], links, open: matches.filter(({ isOpen }) => isOpen).length };
}

interface Match {
  readonly kind: Link['kind'] | null;
  readonly isOpen: boolean;
  readonly id: string;
}

async function nameUnits(world: World, asOf: Day): Promise<void> {
  const aliases = new UnitAliasService(units);
  await db.unitOfWork.run(world.tenant, async (tx) => {
    const known = await units.byName(tx, asOf);
    for (const [alias, name] of Object.entries(ALIASES))
      await aliases.save(tx, { alias, unitId: known.get(name.toLowerCase())! });
  });
}

/** By id; a stage that was not seen on that day is none of this list. */
async function listedIn(world: World, asOf: string): Promise<Map<string, Listed>> {
  const rows = await world.query<Listed & { id: string }>(
    `select initiative_id as id, outcome, case when last_observed_on = $1 or stage = 'ENDED' then stage end as stage
       from initiative_current`,
    [asOf],
  );
  return new Map(rows.map(({ id, ...listed }) => [id, listed]));
}

const figures = async (): Promise<string> => [await conventions(), linkedText(await twoLists())].join('\n\n');

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
