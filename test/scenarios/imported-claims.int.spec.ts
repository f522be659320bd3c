import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestDatabase } from '@pilotage/testing';
import { World } from '../../libs/portfolio/fixtures/world.js';
import { TestTenant } from '../../libs/reporting/fixtures/tenant.js';

const ALL = { unitIds: [], kinds: [] };
const MAPPING = {
  identity: [0],
  name: 0,
  stage: 1,
  stageValues: [
    { value: 'Pilot', stage: 'PILOT' },
    { value: 'Live', stage: 'PRODUCTION' },
    { value: 'Stopped', stage: 'ENDED' },
  ],
  dateFormat: 'YYYY-MM-DD',
  dates: [
    { column: 2, stage: 'PILOT' },
    { column: 3, stage: 'PRODUCTION' },
    { column: 4, stage: 'ENDED' },
  ],
  keepOthersAsAttributes: false,
  asOfOn: '2024-12-16',
};

/** Six pilots of each year arrived after 200 days or so, four still run; two were over before 2024. */
const rows = [
  ...Array.from({ length: 6 }, (_, index) => `Begun before ${index},Live,2023-09-0${index + 1},2024-04-01,`),
  ...Array.from({ length: 6 }, (_, index) => `Begun after ${index},Live,2024-02-0${index + 1},2024-09-01,`),
  ...Array.from({ length: 4 }, (_, index) => `Running ${index},Pilot,2024-03-0${index + 1},,`),
  'Over before,Live,2022-01-01,2022-09-01,',
  'Stopped before,Stopped,2022-01-01,,2023-01-01',
  'Stopped since,Stopped,2024-01-10,,2024-05-01',
  'Only seen,Pilot,,,',
];
const FILE = ['Name,Status,Pilot from,Live from,Stopped', ...rows].join('\n');

let db: TestDatabase;
beforeAll(async () => {
  db = await TestDatabase.open();
});
afterAll(() => db.close());

/** What the page of times shows once the file is imported with a claim. */
async function timesAfter(claim: object) {
  const world = await World.of(db.unitOfWork, await db.createTenant());
  await world.import(FILE, { ...MAPPING, ...claim });
  return TestTenant.of(db, world.tenant).pages.timeToProduction(world.manager, ALL, null);
}

describe('what an import claims decides what can be told', () => {
  it('complete since a day: everybody is watched from that day on, and until the day of the file', async () => {
    const times = await timesAfter({ completeSince: '2024-01-01', livingOnly: false });
    // 12 arrived and 1 stopped since 2024, 4 run.
    expect(times).toMatchObject({ n: 17, events: 12, stopped: 1, running: 4, reason: null });
    expect(times).toMatchObject({ completeSince: '2024-01-01', livingOnly: false });
    expect(times.shares.find(({ months }) => months === 6)!.share).not.toBeNull();
    // One is in production by its date, one was stopped: both over before 2024.
    expect(times.excluded.find(({ code }) => code === 'HISTORY')!.count).toBe(2);
    expect(times.excluded.find(({ code }) => code === 'ENTRY_UNKNOWN')!.count).toBe(1);
    const late = times.rows.filter(({ from }) => from < '2024-01-01');
    expect(late.map(({ enteredWatchOn }) => enteredWatchOn)).toEqual(Array(6).fill('2024-01-01'));
    expect(times.rows.filter(({ from }) => from >= '2024-01-01').map((row) => row.enteredWatchOn)).toEqual(
      Array(11).fill(null),
    );
    const running = times.rows.filter(({ cause }) => cause === 'RUNNING');
    expect(running.map(({ to }) => to)).toEqual(Array(4).fill('2024-12-16'));
  });

  it('a list of living ones beside it: it is in no rate, and takes none away', async () => {
    const world = await World.of(db.unitOfWork, await db.createTenant());
    await world.import(FILE.replaceAll(/^/gm, 'Fleet ').replace('Fleet Name', 'Name'), {
      ...MAPPING,
      completeSince: null,
      livingOnly: true,
    });
    const watched = { ...MAPPING, asOfOn: '2024-12-31', completeSince: '2024-01-01', livingOnly: false };
    await world.import(FILE, watched);
    const times = await TestTenant.of(db, world.tenant).pages.timeToProduction(world.manager, ALL, null);
    expect(times).toMatchObject({ n: 17, events: 12, stopped: 1, running: 4, reason: null });
    expect(times.excluded.find(({ code }) => code === 'ENDS_UNKNOWN')!.count).toBe(20);
  });

  it('living initiatives only: the same file has its counts, and no rate', async () => {
    const times = await timesAfter({ completeSince: null, livingOnly: true });
    expect(times).toMatchObject({ completeSince: null, livingOnly: true, events: 13, curves: [] });
    expect(times.reason).toContain('living initiatives only');
    expect(times.shares.map(({ share }) => share)).toEqual([null, null, null, null]);
    expect([times.medianMonths, times.quarterArrivedMonths]).toEqual([null, null]);
  });
});
