import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Installation, type Organisation } from '../support/installation.js';
import { System } from '../support/system.js';
import { until } from '../support/until.js';
import { checkedImport, importState, startImport, untilFactsAreCurrent } from '../support/work.js';
import { portfolioOf, type TableContents } from './contents.js';
import { receiptsOf } from './receipts.js';
import { type Moment, momentsFrom, randomFrom, StruckWorker } from './struck-worker.js';

const IMPORT = 'process-import';
/** What the moments are made of; a failure prints it, and here it brings them back. */
const SEED = Math.floor(Math.random() * 2 ** 32);
const random = randomFrom(SEED);
/** Early in a slice: on a fast machine there are only a few. */
const twoKills = (): Moment[] => momentsFrom(random, 2, 40);
const KILLS = { absent: twoKills(), second: twoKills(), first: twoKills() };

const ROWS = 1_000;
/** So many are in the register of the next year. */
const LISTED = 200;
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
  dates: [{ column: 4, stage: 'PILOT' }],
  keepOthersAsAttributes: true,
  asOfOn: '2023-12-31',
  livingOnly: true,
};
const register = (rows: number, stage: string): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(
    ['Id,Name,Unit,Stage,Begun', ...Array.from({ length: rows }, (_, row) => `R${row},Use case ${row},Unit ${row % 9},${stage},2023-0${1 + (row % 9)}-10`)].join('\n'), // prettier-ignore
  );

let system: System;
let calm: Organisation;
let struck: Organisation;

beforeAll(async () => {
  system = await System.start();
  const installation = await Installation.open(system);
  calm = await installation.createOrganisation('calm');
  struck = await installation.createOrganisation('struck');
}, 120_000);
afterAll(() => system?.stop());

type Contents = Record<string, TableContents>;
/** Kills the worker at its moments of a pass, if at all. Returns how much work died with it. */
type Strike = (importId: string, pass: string, kills: readonly Moment[]) => Promise<number>;

/**
 * Imports a register and that of the next year, which lists a part of the first, the rest being over; then takes both
 * back. Returns what stands there after the second import and after each undoing, and how much work was struck in each.
 */
async function story(of: Organisation, strike: Strike): Promise<{ contents: Contents[]; hits: number[] }> {
  const client = of.as.ADMIN;
  const [contents, hits]: [Contents[], number[]] = [[], []];
  const keep = async (): Promise<void> => {
    expect((await receiptsOf(system.database, of.id)).every(({ state }) => state === 'DONE')).toBe(true);
    await untilFactsAreCurrent(client);
    contents.push(await portfolioOf(system.database, of.id));
  };
  const rested = (id: string, state: string): Promise<boolean> =>
    until(`an import ${state}`, async () => (await importState(client, id)) === state);
  const undo = async (id: string, kills: readonly Moment[]): Promise<void> => {
    await client.act('undoImport', { importId: id, idempotencyKey: randomUUID() }, 'import { id }');
    hits.push(await strike(id, 'UNDO', kills));
    await rested(id, 'UNDONE');
    await keep();
  };

  const first = await checkedImport(client, register(ROWS, 'Building'), MAPPING);
  await startImport(client, first);
  await rested(first, 'DONE');
  const second = await checkedImport(client, register(LISTED, 'Live'), { ...MAPPING, asOfOn: '2024-12-31' });
  const over = { importId: second, initiativeIds: null, choice: 'ENDED', successorId: null };
  await client.act('decideAbsences', over, 'import { id }');
  await startImport(client, second);
  hits.push(await strike(second, 'ABSENT', KILLS.absent));
  await rested(second, 'DONE');
  await keep();
  await undo(second, KILLS.second);
  await undo(first, KILLS.first);
  return { contents, hits };
}

it('a worker killed over what a file does not list, and over undoing, leaves what one that was not leaves', async () => {
  const undisturbed = await story(calm, () => Promise.resolve(0));

  const worker = new StruckWorker(system, struck.id);
  const disturbed = await story(struck, async (importId, pass, kills) => {
    const isAt = async (at: number): Promise<boolean> => {
      const { rows } = await system.database.admin.query<{ isThere: boolean }>(
        `select pass = $2 and next_row >= $3::float8 as "isThere" from app.import where id = $1`,
        [importId, pass, at * (pass === 'ABSENT' ? ROWS - LISTED : ROWS)],
      );
      return rows[0]!.isThere;
    };
    let hits = 0;
    for (const { at, afterMs } of kills) {
      await until(`${at} of ${pass}`, () => isAt(at), { everyMs: 10 });
      hits += await worker.strike(IMPORT, afterMs);
    }
    return hits;
  });

  expect({ SEED, hits: disturbed.hits.every((count) => count > 0) }).toEqual({ SEED, hits: true });
  expect({ SEED, contents: disturbed.contents }).toEqual({ SEED, contents: undisturbed.contents });
  const [imported, undone, emptied] = undisturbed.contents.map(
    (tables) => tables['initiative_current']!.rows,
  );
  expect({ imported, undone, emptied }).toEqual({ imported: ROWS, undone: ROWS, emptied: 0 });
  expect(undisturbed.contents[0]!['import_absence']!.rows).toBe(ROWS - LISTED);
}, 300_000);
