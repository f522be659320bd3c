import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { day } from '@pilotage/analytics';
import { newId } from '@pilotage/platform';
import { TestDatabase } from '@pilotage/testing';
import { World } from '../../fixtures/world.js';
import { fromYaml } from './saved/mapping-file.js';
import { placeOn } from './saved/saved-mapping.js';
import { importMapping } from './mapping/mapping.js';
import { planStages } from './plan/plan-stages.js';
import { rowPlanner } from './plan/row-planner.js';

const at = (path: string): string => fileURLToPath(new URL(`../../../../${path}`, import.meta.url));
/** The US federal inventory of AI use cases of 2024: public, but no part of this repository. */
const INVENTORY = at('../shared/inventories/us-federal-ai-use-cases-2024.csv');
const { mapping: saved } = fromYaml(readFileSync(at('test/scenarios/inventory-2024.mapping.yaml'), 'utf8'));

let db: TestDatabase;
let world: World;

beforeAll(async () => {
  db = await TestDatabase.open();
  world = await World.of(db.unitOfWork, await db.createTenant());
});
afterAll(() => db.close());

const tableSizes = async (): Promise<Record<string, number>> => {
  const tables = ['initiative', 'initiative_revision', 'initiative_assignment', 'stage_event', 'stage_observation', 'stage_plan', 'unit', 'register_statement', 'change_log']; // prettier-ignore
  const columns = tables.map((table) => `(select count(*)::int from ${table}) as ${table}`);
  return (await world.query<Record<string, number>>(`select ${columns.join(', ')}`))[0]!;
};

const ODD_DATES = {
  DATE_SERIAL_YEAR: 134,
  DATE_DAY_OR_YEAR: 65,
  DATE_WITH_NOTE: 4,
  DATE_FISCAL: 2,
  DATE_SEPARATOR_MISSING: 1,
};
const REPAIRS = [
  { code: 'DATE_SERIAL_YEAR', choice: 'USE' },
  { code: 'DATE_DAY_OR_YEAR', choice: 'AS_MONTH' },
  { code: 'DATE_SEPARATOR_MISSING', choice: 'USE' },
  { code: 'DATE_FISCAL', choice: 'USE' },
  { code: 'DATE_WITH_NOTE', choice: 'USE' },
];

const countsOf = (codes: readonly string[]): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(codes, (code) => code)].map(([code, all]) => [code, all.length]));

it('has a mapping, which says which columns it needs', () => {
  expect(placeOn(saved, []).missing).toContain('Date Implemented');
});

if (existsSync(INVENTORY)) {
  it('is imported whole, with every row accounted for, and a second time changes nothing', async () => {
    const file = readFileSync(INVENTORY);
    const importId = await world.upload(file, 'us-federal-ai-use-cases-2024.csv');
    const found = await world.importReader.find(world.manager, importId);
    expect(found).toMatchObject({ encoding: 'WINDOWS-1252', delimiter: ',', rowCount: 2133 });
    expect(found.columns).toHaveLength(62);
    expect(found.columns.filter(({ header }) => header === 'If Other, please explain.')).toHaveLength(9);
    expect(found.columns[8]!.header).toBe('Describe the AI system’s outputs.');

    const mapping = { ...placeOn(saved, found.columns).mapping, asOfOn: day('2024-12-16') };
    await world.imports.check(world.manager, { importId, mapping });
    await world.work(importId);
    const checked = await world.countsOf(importId);
    await world.imports.start(world.manager, { importId, idempotencyKey: newId() });
    await world.work(importId);
    const counts = await world.countsOf(importId);
    expect(counts).toEqual(checked);

    // 2,133 rows, 3 of which repeat another to the letter; 41 agencies. 2,807 cells hold a date between 1970 and the day
    // of the file, 3 of them an end of what is said to live.
    expect(counts).toEqual({
      rows: 2133,
      skipped: 3,
      created: 2130,
      changed: 0,
      unchanged: 0,
      events: 2804,
      observations: 1121,
      plans: 17,
      assessments: 0,
      units: 41,
      findings: 2036,
      absent: 0,
      absentRunning: 0,
      absentEnded: 0,
    });
    const sizes = await tableSizes();
    expect(sizes).toEqual({
      initiative: 2130,
      initiative_revision: 2130,
      initiative_assignment: 2130,
      stage_event: 2804,
      stage_observation: 1121,
      stage_plan: 17,
      unit: 41,
      register_statement: 1,
      change_log: 2130,
    });
    const summary = await world.importDetails.findingSummary(world.manager, importId);
    expect(Object.fromEntries(summary.map(({ code, count }) => [code, count]))).toEqual({
      ROW_REPEATED: 3,
      STAGE_DISAGREES: 144,
      ...ODD_DATES,
      DATE_UNREADABLE: 34,
      DATE_BOUND: 3,
      IDENTITY_SHARED: 72,
      DATES_OUT_OF_ORDER: 56,
      DATE_PLANNED: 17,
      DATE_FIRSTS_OF_MONTH: 4,
      STAGE_UNMAPPED: 5,
      END_DISAGREES: 3,
      STAGE_UNDATED: 948,
      SAME_DAY: 536,
      STAGE_MISSING: 5,
    });
    const monthly = summary.find(({ code }) => code === 'DATE_FIRSTS_OF_MONTH')!.examples;
    expect(monthly.map(({ column, value }) => `${column}: ${value}`)).toEqual([
      '11: 750 of 1,236',
      '12: 580 of 956',
      '13: 348 of 650',
    ]);
    const skipped = await world.query<{ rows: number; explained: number }>(
      `select count(*)::int as rows,
              count(*) filter (where exists (select from import_finding f where f.import_id = r.import_id
                                      and f.row_number = r.row_number and f.severity = 'ROW_SKIPPED'))::int as explained
         from import_row r where outcome = 'SKIPPED'`,
    );
    expect(skipped).toEqual([{ rows: 3, explained: 3 }]);

    // Of 243 dates that do not read, 206 have a repair.
    const rows = await world.query<{ cells: string[] }>('select cells from import_row where import_id = $1', [
      importId,
    ]);
    const repairing = importMapping.parse({ ...mapping, repairs: REPAIRS });
    const planner = rowPlanner(repairing, found.columns, 10);
    const planned = rows.map(({ cells }) => planStages(cells, planner));
    const repaired = planned.flatMap(({ findings }) => findings.filter(({ isRepaired }) => isRepaired));
    expect(countsOf(repaired.map(({ code }) => code))).toEqual(ODD_DATES);

    const again = await world.import(file, mapping);
    expect(await world.countsOf(again)).toEqual({
      ...counts,
      created: 0,
      unchanged: 2130,
      events: 0,
      observations: 0,
      plans: 0,
      units: 0,
    });
    expect(await tableSizes()).toEqual(sizes);
  });
}
