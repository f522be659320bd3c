import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Client } from '../support/client.js';
import { Installation } from '../support/installation.js';
import { System } from '../support/system.js';
import { until } from '../support/until.js';
import { importState, startImport } from '../support/work.js';
import { fillPortfolio, makeServerCareful } from './data.js';
import { inWords, machine, median, say, timesOf } from './load.js';
import { PORTFOLIO } from './pages.js';

const ROWS = Number(process.env['BENCH_ROWS'] ?? 200_000);
const UNITS = 50;
/** The import is paused and let go on so often: the page beside it is measured in turns, under the same weather. */
const TURNS = 8;
const HOURS = { seconds: 4 * 3_600, everyMs: 250 };

const MAPPING = {
  identity: [0],
  name: 1,
  unit: 2,
  stage: 3,
  stageValues: [
    { value: 'Building', stage: 'PILOT' },
    { value: 'Live', stage: 'PRODUCTION' },
  ],
  dateFormat: 'YYYY-MM-DD',
  dates: [
    { column: 4, stage: 'PILOT' },
    { column: 5, stage: 'PRODUCTION' },
  ],
  keepOthersAsAttributes: true,
  asOfOn: '2024-12-31',
  livingOnly: true,
};

function register(): Uint8Array<ArrayBuffer> {
  const rows = Array.from({ length: ROWS }, (_, index) => {
    const month = String((index % 12) + 1).padStart(2, '0');
    const isLive = index % 3 === 0;
    const since = isLive ? `2024-${month}-20` : '';
    return `R${index},Use case ${index},Unit ${index % UNITS},${isLive ? 'Live' : 'Building'},2023-${month}-05,${since},Note ${index}`;
  });
  return new TextEncoder().encode(`Id,Name,Unit,Stage,Begun,Live since,Notes\n${rows.join('\n')}\n`);
}

let system: System;
let client: Client;
let neighbour: Client;

beforeAll(async () => {
  system = await System.start({ env: { NODE_ENV: 'production' } });
  await makeServerCareful(system.database);
  const installation = await Installation.open(system);
  client = (await installation.createOrganisation('large')).as.ADMIN;
  const beside = await installation.createOrganisation('beside');
  neighbour = beside.as.ADMIN;
  await fillPortfolio(system.database, beside.id, { initiatives: 500, assessmentsEach: 4 });
}, 120_000);
afterAll(() => system?.stop());

/** The most that the worker ever held, in MB. */
const peakMegabytes = (): number =>
  Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${system.workerPid}/status`, 'utf8'))![1]) / 1024;
const rowsDone = async (id: string): Promise<number> => {
  const { rows } = await system.database.admin.query<{ done: number }>(
    `select case when state = 'DONE' then row_count else next_row end as done from app.import where id = $1`,
    [id],
  );
  return rows[0]!.done;
};
const secondsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
};
const page = (): Promise<number[]> => timesOf(20, () => neighbour.get(PORTFOLIO));

it(`imports ${ROWS} rows beside somebody else's page, in bounded memory`, async () => {
  say(`\nA register of ${ROWS} rows; ${machine()}`);
  let importId = '';
  const upload = await secondsOf(async () => {
    const answer = await client.upload('large.csv', register());
    importId = ((await answer.json()) as { id: string }).id;
  });
  await client.act('checkImport', { importId, mapping: MAPPING }, 'import { id }');
  const check = await secondsOf(() =>
    until('the check', async () => (await importState(client, importId)) === 'CHECKED', HOURS),
  );
  say(`  uploaded in ${upload.toFixed(1)} s, checked in ${check.toFixed(1)} s`);

  await page();
  const perThousand: number[] = [];
  const [idle, busy]: [number[], number[]] = [[], []];
  for (let turn = 1; turn <= TURNS; turn += 1) {
    idle.push(...(await page()));
    await startImport(client, importId);
    const before = await rowsDone(importId);
    const taken = await secondsOf(async () => {
      busy.push(...(await page()));
      await until('a share', async () => (await rowsDone(importId)) >= (ROWS * turn) / TURNS, HOURS);
    });
    perThousand.push((taken * 1000) / ((await rowsDone(importId)) - before));
    if (turn < TURNS) await client.act('pauseImport', { importId }, 'import { id }');
  }
  say(`  seconds per 1,000 rows, eighth by eighth: ${perThousand.map((each) => each.toFixed(2)).join(' ')}`);
  say(`  page of another organisation, idle: ${inWords(idle)}`);
  say(`  and meanwhile: ${inWords(busy)}; ratio of medians ${(median(busy) / median(idle)).toFixed(2)}`);
  say(`  the worker held at most ${peakMegabytes().toFixed(0)} MB`);

  const undo = await secondsOf(async () => {
    await client.act('undoImport', { importId, idempotencyKey: randomUUID() }, 'import { id }');
    await until('the undoing', async () => (await importState(client, importId)) === 'UNDONE', HOURS);
  });
  say(`  undone in ${undo.toFixed(1)} s; the worker held at most ${peakMegabytes().toFixed(0)} MB`);
  const found = await client.get<{
    initiatives: { totalCount: number };
    import: { undoCounts: { removed: number } };
  }>(`query ($id: ID!) { initiatives { totalCount } import(id: $id) { undoCounts { removed } } }`, {
    id: importId,
  });
  expect(found).toEqual({ initiatives: { totalCount: 0 }, import: { undoCounts: { removed: ROWS } } });
  expect(peakMegabytes()).toBeLessThan(1024);
}, 18_000_000);
