import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, type Day, STAGES } from '@pilotage/analytics';
import { currentFramework } from '@pilotage/frameworks';
import { newId } from '@pilotage/platform';
import { TestDatabase } from '@pilotage/testing';
import { World } from '../../../fixtures/world.js';
import type { ImportId } from '../import.types.js';
import { importTemplate } from './template.js';
import { templateCsv, templateWorkbook } from './template-files.js';

let db: TestDatabase;
let world: World;
let today: Day;

beforeAll(async () => {
  db = await TestDatabase.open();
  world = await World.of(db.unitOfWork, await db.createTenant());
  today = await world.today;
});
afterAll(() => db.close());

/** By the headers, as the wizard guesses it. */
function mappingOf(columns: readonly { readonly header: string; readonly index: number }[]): object {
  const at = (start: string): number => columns.find(({ header }) => header.startsWith(start))!.index;
  const starts = ['Idea', 'Pilot', 'Limited production', 'Production', 'Scaled', 'Ended'];
  return {
    identity: [at('Id')],
    externalId: at('Id'),
    name: at('Name'),
    summary: at('Summary'),
    unit: at('Unit'),
    kind: at('Kind'),
    tags: at('Tags'),
    stage: at('Stage'),
    stageValues: [
      { value: 'Pilot', stage: 'PILOT' },
      { value: 'Production', stage: 'PRODUCTION' },
    ],
    dateFormat: 'YYYY-MM-DD',
    dates: STAGES.map((stage, index) => ({ stage, column: at(`${starts[index]!} `) })),
    keepOthersAsAttributes: true,
    asOfOn: today,
    livingOnly: true,
  };
}

async function imported(file: string | Buffer): Promise<ImportId> {
  const importId = await world.upload(file);
  const { columns } = await world.importReader.find(world.manager, importId);
  await world.imports.check(world.manager, { importId, mapping: mappingOf(columns) });
  await world.work(importId);
  await world.imports.start(world.manager, { importId, idempotencyKey: newId() });
  await world.work(importId);
  return importId;
}

describe('our own template', () => {
  it('asks for the days of all stages, cost, benefit, and the answers of an assessment of an initiative', () => {
    const { headers } = importTemplate(today);
    expect(headers.filter((header) => header.endsWith('(YYYY-MM-DD)'))).toHaveLength(STAGES.length + 1);
    const { questions } = currentFramework();
    const asked = questions.filter(({ text }) => headers.includes(text));
    expect(asked).toHaveLength(12);
    expect(asked.map(({ scope }) => scope)).not.toContain('ORGANISATION');
    expect(new Set(headers).size).toBe(headers.length);
  });

  it('is imported as it is, without a warning, and says the same as CSV and as XLSX', async () => {
    const template = importTemplate(today);
    const id = await imported(templateCsv(template));
    const summary = await world.importDetails.findingSummary(world.manager, id);
    expect(summary.filter(({ severity }) => severity !== 'INFO')).toEqual([]);
    expect(await world.query('select name, kind, stage from initiative_current order by key_number')).toEqual(
      [
        { name: 'Claims triage', kind: 'LANGUAGE', stage: 'PILOT' },
        { name: 'Invoice matching', kind: 'PREDICTIVE', stage: 'PRODUCTION' },
      ],
    );
    expect(await world.query('select stage, planned_on as "on" from stage_plan order by stage')).toEqual([
      { stage: 'ENDED', on: addDays(today, 500) },
      { stage: 'PRODUCTION', on: addDays(today, 180) },
    ]);

    const again = await imported(await templateWorkbook(template));
    expect(await world.importReader.find(world.manager, again)).toMatchObject({
      sheet: 'Register',
      headerRow: 1,
      counts: { rows: 2, unchanged: 2, created: 0, changed: 0 },
    });
  });
});
