import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Installation, type Organisation } from '../support/installation.js';
import { inventory, INVENTORY_ROWS } from '../support/inventory.js';
import { System } from '../support/system.js';
import { until } from '../support/until.js';
import {
  checkedImport,
  finished,
  importState,
  requestReport,
  rerunReport,
  startImport,
  untilFactsAreCurrent,
  type ReportKind,
} from '../support/work.js';
import { portfolioOf, reportsOf } from './contents.js';
import { receiptsOf } from './receipts.js';
import { momentsFrom, randomFrom, StruckWorker } from './struck-worker.js';

const KINDS: readonly ReportKind[] = ['TREND', 'TIME_TO_PRODUCTION', 'EXECUTIVE_QUARTER'];
const IMPORT = 'process-import';
const REPORT = 'compute-report';
/** What the moments are made of; a failure prints it, and here it brings them back. */
const SEED = Math.floor(Math.random() * 2 ** 32);
const random = randomFrom(SEED);
const KILLS = momentsFrom(random, 10, 150);
const REPORT_KILLS = [60, 250].map((most) => Math.random() * most);

const { csv, mapping: told } = inventory();
const mapping = { ...told, completeSince: '2015-01-01', livingOnly: false };
const today = new Date().toISOString().slice(0, 10);

describe.each(['postgresql', 'redis'] as const)('a worker killed, with the queue on %s', (queue) => {
  let system: System;
  let calm: Organisation;
  let struck: Organisation;
  let worker: StruckWorker;
  const asked: string[] = [];

  beforeAll(async () => {
    system = await System.start({ queue });
    const installation = await Installation.open(system);
    calm = await installation.createOrganisation('calm');
    struck = await installation.createOrganisation('struck');
    worker = new StruckWorker(system, struck.id);
    const client = calm.as.ADMIN;
    await startImport(client, await checkedImport(client, csv, mapping));
    await until('the undisturbed import', async () => (await receipts(calm)).every(isOver), { seconds: 120 });
    await untilFactsAreCurrent(client);
    for (const kind of KINDS) await finished(client, [await requestReport(client, kind, today)]);
  }, 300_000);
  afterAll(() => system?.stop());

  const receipts = (of: Organisation) => receiptsOf(system.database, of.id);
  const isOver = ({ state }: { state: string }): boolean => state === 'DONE';

  const progressOf = async (importId: string): Promise<number> => {
    const { rows } = await system.database.admin.query<{ done: number }>(
      `select case when state = 'DONE' then 2 else next_row::float8 / row_count end as done from app.import where id = $1`,
      [importId],
    );
    return rows[0]!.done;
  };

  it('in the middle of an import, with reports under way, leaves it to be finished by the next', async () => {
    const client = struck.as.ADMIN;
    const importId = await checkedImport(client, csv, mapping);
    await startImport(client, importId);
    let hits = 0;
    for (const [index, { at, afterMs }] of KILLS.entries()) {
      await until(`${at} of the import`, async () => (await progressOf(importId)) >= at, { everyMs: 10 });
      if (index % 3 === 0)
        asked.push(await requestReport(client, KINDS[asked.length % KINDS.length]!, today));
      hits += await worker.strike(IMPORT, afterMs, { isLeaseWaitedFor: index === 0 });
    }
    await until('the import', async () => (await importState(client, importId)) === 'DONE', { seconds: 120 });
    expect({ SEED, hits: hits > 0 }).toEqual({ SEED, hits: true });
  }, 300_000);

  it('leaves the same portfolio as one that was not: nothing lost, nothing doubled', async () => {
    await untilFactsAreCurrent(struck.as.ADMIN);
    expect((await receipts(struck)).every(isOver)).toBe(true);
    const portfolio = await portfolioOf(system.database, struck.id);
    expect({ SEED, portfolio }).toEqual({ SEED, portfolio: await portfolioOf(system.database, calm.id) });
    // With its header.
    expect(portfolio['import_row']!.rows).toBe(INVENTORY_ROWS + 1);
    expect(portfolio['initiative']!.rows).toBeGreaterThan(2000);
    expect(portfolio['stage_event']!.rows).toBeGreaterThan(500);
    expect(portfolio['initiative_quarter']!.rows).toBeGreaterThan(20_000);
  }, 120_000);

  it('in the middle of reports leaves them to be computed by the next, each once', async () => {
    const client = struck.as.ADMIN;
    const ids: string[] = [];
    let hits = 0;
    for (const afterMs of REPORT_KILLS) {
      for (const kind of KINDS) ids.push(await requestReport(client, kind, today));
      hits += await worker.strike(REPORT, afterMs);
    }
    const reports = await finished(client, ids);
    expect({ REPORT_KILLS, hits: hits > 0 }).toEqual({ REPORT_KILLS, hits: true });
    // Asked for twice, as known after the import: the undisturbed results.
    const digests = reports.map(({ resultDigest }) => resultDigest);
    expect(digests.slice(3)).toEqual(digests.slice(0, 3));
    const expected = await reportsOf(system.database, calm.id);
    expect((await reportsOf(system.database, struck.id)).slice(-3)).toEqual(expected);
    expect((await receipts(struck)).filter(({ name }) => name === REPORT)).toEqual([
      { name: REPORT, state: 'DONE', count: asked.length + ids.length, admissions: expect.any(Number) },
    ]);
  }, 120_000);

  it('leaves reports of the unfinished import that give the same when run again', async () => {
    const client = struck.as.ADMIN;
    await finished(client, asked);
    const again: string[] = [];
    for (const id of asked) again.push(await rerunReport(client, id));
    const reruns = await finished(client, again);
    expect(reruns.map(({ isEqual }) => isEqual)).toEqual(asked.map(() => true));
    const digests = reruns.map(({ resultDigest }) => resultDigest);
    expect(new Set(digests).size).toBeGreaterThan(1);
  }, 120_000);
});
