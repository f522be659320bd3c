import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
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
/** Of the register that is checked over the first. */
const NEW_IDS = 100;
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
  livingOnly: true,
};

/** @param newIdEvery so many rows have an id that no register had: they are matched by their names */
function register(newIdEvery = Infinity): Uint8Array<ArrayBuffer> {
  const rows = Array.from({ length: ROWS }, (_, index) => {
    const month = String((index % 12) + 1).padStart(2, '0');
    const isLive = index % 3 === 0;
    const since = isLive ? `2024-${month}-20` : '';
    const id = index % newIdEvery === 0 ? `N${index}` : `R${index}`;
    return `${id},Use case ${index},Unit ${index % UNITS},${isLive ? 'Live' : 'Building'},2023-${month}-05,${since},Note ${index}`;
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

/** The most that the worker held since this was asked before, in MB. */
function peakMegabytes(): number {
  const [, peak] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${system.workerPid}/status`, 'utf8'))!;
  writeFileSync(`/proc/${system.workerPid}/clear_refs`, '5');
  expect(Number(peak) / 1024).toBeLessThan(1024);
  return Number(peak) / 1024;
}
const held = (): string => `the worker held at most ${peakMegabytes().toFixed(0)} MB`;
/** How many rows are run, or of how many the work is undone; all only when it is over. */
const doneOf = async (id: string): Promise<number> => {
  const { rows } = await system.database.admin.query<{ done: number }>(
    `select case when state in ('DONE', 'UNDONE') then row_count
                 when pass = 'ABSENT' then row_count - 1 else least(next_row, row_count - 1) end as done
       from app.import where id = $1`,
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

async function uploaded(content: Uint8Array<ArrayBuffer>): Promise<string> {
  let importId = '';
  const seconds = await secondsOf(async () => {
    const answer = await client.upload('large.csv', content);
    importId = ((await answer.json()) as { id: string }).id;
  });
  say(`  uploaded in ${seconds.toFixed(1)} s`);
  return importId;
}

/** Checks a file; says how long each of its passes took. */
async function check(importId: string, asOfOn: string): Promise<void> {
  const passes: { pass: string; at: number }[] = [];
  await client.act('checkImport', { importId, mapping: { ...MAPPING, asOfOn } }, 'import { id }');
  const isOver = async (): Promise<boolean> => {
    const { rows } = await system.database.admin.query<{ pass: string | null }>(
      'select pass from app.import where id = $1',
      [importId],
    );
    const pass = rows[0]!.pass ?? 'OVER';
    if (passes.at(-1)?.pass !== pass) passes.push({ pass, at: performance.now() });
    return pass === 'OVER';
  };
  const seconds = await secondsOf(() => until('the check', isOver, HOURS));
  expect(await importState(client, importId)).toBe('CHECKED');
  const times = passes
    .slice(1)
    .map(({ at }, index) => `${passes[index]!.pass} ${((at - passes[index]!.at) / 1000).toFixed(1)} s`);
  say(`  checked in ${seconds.toFixed(1)} s (${times.join(', ')}); ${held()}`);
}

class Shares {
  private readonly paces: number[] = [];
  readonly idle: number[] = [];
  private readonly busy: number[] = [];

  /** Waits for the work on one share more, and looks at the page of another organisation meanwhile. */
  async next(importId: string): Promise<void> {
    const end = (ROWS * (this.paces.length + 1)) / TURNS;
    const before = await doneOf(importId);
    const seconds = await secondsOf(async () => {
      this.busy.push(...(await page()));
      await until('a share', async () => (await doneOf(importId)) >= end, HOURS);
    });
    this.paces.push((seconds * 1000) / Math.max(1, (await doneOf(importId)) - before));
  }

  say(what: string): void {
    const seconds = this.paces.reduce((sum, pace) => sum + pace, 0) * (ROWS / TURNS / 1000);
    say(`  ${what} in ${seconds.toFixed(0)} s; ${held()}`);
    say(
      `    seconds per 1,000 rows, eighth by eighth: ${this.paces.map((pace) => pace.toFixed(2)).join(' ')}`,
    );
    say(`    page of another organisation, idle: ${inWords(this.idle)}`);
    say(`    and meanwhile: ${inWords(this.busy)}; ratio of medians ${(median(this.busy) / median(this.idle)).toFixed(2)}`); // prettier-ignore
  }
}

it(`imports ${ROWS} rows beside somebody else's page, in bounded memory, and undoes them`, async () => {
  say(`\nA register of ${ROWS} rows; ${machine()}`);
  const importId = await uploaded(register());
  await check(importId, '2024-12-31');

  await page();
  const run = new Shares();
  for (let turn = 1; turn <= TURNS; turn += 1) {
    run.idle.push(...(await page()));
    await startImport(client, importId);
    await run.next(importId);
    if (turn < TURNS) await client.act('pauseImport', { importId }, 'import { id }');
  }
  run.say('imported');

  say(`  the next register, of which every ${NEW_IDS}th row has another id`);
  await check(await uploaded(register(NEW_IDS)), '2025-12-31');

  const undo = new Shares();
  for (let turn = 1; turn <= TURNS; turn += 1) undo.idle.push(...(await page()));
  await client.act('undoImport', { importId, idempotencyKey: randomUUID() }, 'import { id }');
  for (let turn = 1; turn <= TURNS; turn += 1) await undo.next(importId);
  undo.say('undone');
  const found = await client.get<{
    initiatives: { totalCount: number };
    import: { undoCounts: { removed: number } };
  }>(`query ($id: ID!) { initiatives { totalCount } import(id: $id) { undoCounts { removed } } }`, {
    id: importId,
  });
  expect(found).toEqual({ initiatives: { totalCount: 0 }, import: { undoCounts: { removed: ROWS } } });
}, 18_000_000);
