import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TestDatabase } from '@pilotage/testing';
import { World } from '../../fixtures/world.js';

let db: TestDatabase;
let world: World;

beforeAll(async () => {
  db = await TestDatabase.open();
});
afterAll(() => db.close());
beforeEach(async () => {
  world = await World.of(db.unitOfWork, await db.createTenant());
});

const MAPPING = {
  identity: [0],
  name: 0,
  stageValues: [],
  dates: [{ column: 1, stage: 'PRODUCTION', format: 'MMM YYYY' }],
  keepOthersAsAttributes: true,
  asOfOn: '2024-12-16',
  livingOnly: true,
};
const LATER = { ...MAPPING, asOfOn: '2025-06-30' };
const fileOf = (...rows: string[]): string => `${['Name,Live', ...rows].join('\n')}\n`;
const first = () => world.import(fileOf('A,Mar 2026', 'B,Mar 2024'), MAPPING);

const plans = async (): Promise<string[]> =>
  (
    await world.query<{ text: string }>(
      `select concat_ws(' ', stage, planned_on, precision, 'by', stated_on,
                        case when superseded_at is not null then 'superseded' end) as text
         from stage_plan order by recorded_at`,
    )
  ).map(({ text }) => text);

const facts = async (): Promise<number> =>
  (await world.query<{ count: number }>('select count(distinct fact_id)::int as count from stage_plan'))[0]!
    .count;

describe('a date after the day of the file', () => {
  it('becomes a plan, with a finding, and no entry into the stage', async () => {
    const id = await first();
    expect(await plans()).toEqual(['PRODUCTION 2026-03-01 MONTH by 2024-12-16']);
    expect(await world.query('select 1 from stage_event')).toHaveLength(1);
    expect(await world.countsOf(id)).toMatchObject({ events: 1, plans: 1 });
    const summary = await world.importDetails.findingSummary(world.manager, id);
    expect(summary).toContainEqual(
      expect.objectContaining({
        code: 'DATE_PLANNED',
        severity: 'INFO',
        examples: [expect.objectContaining({ value: 'Mar 2026', readings: [], isRepaired: false })],
      }),
    );
  });

  it('changes nothing when the same file comes again, on its day or later', async () => {
    await first();
    await first();
    await world.import(fileOf('A,Mar 2026', 'B,Mar 2024'), LATER);
    expect(await plans()).toEqual(['PRODUCTION 2026-03-01 MONTH by 2024-12-16']);
  });

  it('supersedes the plan before when it moved, and ends it when it came true or is gone', async () => {
    await first();
    await world.import(fileOf('A,Sep 2026'), LATER);
    const moved = [
      'PRODUCTION 2026-03-01 MONTH by 2024-12-16 superseded',
      'PRODUCTION 2026-09-01 MONTH by 2025-06-30',
    ];
    expect(await plans()).toEqual(moved);
    expect(await facts()).toBe(1);
    await world.import(fileOf('A,May 2025'), { ...LATER, asOfOn: '2025-07-31' });
    expect(await plans()).toEqual([moved[0], `${moved[1]} superseded`]);
    expect(await world.query(`select 1 from stage_event where entered_on = '2025-05-01'`)).toHaveLength(1);
  });

  it('stays when a later file does not have its column', async () => {
    await first();
    await world.import('Name\nA\n', { ...LATER, dates: [] });
    await world.import(fileOf('A,'), { ...LATER, asOfOn: '2025-07-31' });
    expect(await plans()).toEqual(['PRODUCTION 2026-03-01 MONTH by 2024-12-16 superseded']);
  });
});
