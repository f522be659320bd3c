import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { assess, createInitiative, daysAgo, recordStages, saveUnit } from '../isolation/filled.js';
import type { Client } from '../support/client.js';
import { Installation, type Organisation } from '../support/installation.js';
import { System } from '../support/system.js';
import { until } from '../support/until.js';
import { checkedImport, finished, importState, requestReport, startImport } from '../support/work.js';
import { HeldSlices } from './held-slices.js';

const ROWS = 400;
const MAPPING = {
  identity: [0],
  name: 0,
  unit: 1,
  stage: 2,
  stageValues: [{ value: 'Building', stage: 'PILOT' }],
  dateFormat: 'YYYY-MM-DD',
  dates: [{ column: 3, stage: 'PILOT' }],
  asOfOn: '2024-12-31',
  keepOthersAsAttributes: false,
  livingOnly: true,
};

const register = (rows: number, name = 'Row'): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(
    ['Name,Unit,Stage,Begun', ...Array.from({ length: rows }, (_, row) => `${name} ${row},Unit ${row % 5},Building,2024-03-01`)].join('\n'), // prettier-ignore
  );

let system: System;
let slices: HeldSlices;
let large: Organisation;
let beside: Organisation;
let office: Client;
let importId: string;
/** Entered by hand, before anything was imported. */
let ownId: string;

beforeAll(async () => {
  system = await System.start();
  const installation = await Installation.open(system);
  large = await installation.createOrganisation('large');
  beside = await installation.createOrganisation('beside');
  office = large.as.PORTFOLIO_MANAGER;
  slices = new HeldSlices(system.database);
  await slices.prepare(large.id);
  ownId = await createInitiative(office, 'own', {});
  importId = await checkedImport(office, register(ROWS), MAPPING);
}, 120_000);
afterEach(() => slices.release());
afterAll(() => system?.stop());

const count = async (): Promise<number> => {
  const { initiatives } = await office.get<{ initiatives: { totalCount: number } }>(
    '{ initiatives(first: 1) { totalCount } trend { pending } }',
  );
  return initiatives.totalCount;
};

interface Imported {
  readonly id: string;
  readonly stageHistory: readonly { readonly id: string }[];
}

async function imported(row: number): Promise<Imported> {
  const { initiatives } = await office.get<{ initiatives: { nodes: (Imported & { name: string })[] } }>(
    'query ($search: String!) { initiatives(filter: { search: $search }) { nodes { id name stageHistory { id } } } }',
    { search: `Row ${row}` },
  );
  return initiatives.nodes.find(({ name }) => name === `Row ${row}`)!;
}

const correct = ({ stageHistory: [record] }: Imported): Promise<unknown> =>
  office.act(
    'correctStage',
    { recordId: record!.id, stage: 'PILOT', on: { on: '2024-02-01' }, reason: 'By the minutes' },
    'record { id }',
    'recordStage',
  );

const recordStage = (initiativeId: string): Promise<unknown> =>
  office.act(
    'recordStage',
    { idempotencyKey: randomUUID(), initiativeId, stage: 'LIMITED_PRODUCTION', on: { on: daysAgo(1) } },
    'record { id }',
  );

const rested = (client: Client, id: string, state: string) =>
  until(`an import ${state}`, async () => (await importState(client, id)) === state);

it('a batch of an import in the middle of its work lets people and other organisations work', async () => {
  const theirs = await checkedImport(beside.as.ADMIN, register(20), MAPPING);
  await slices.hold();
  await startImport(office, importId);
  await slices.held();
  await slices.next();
  const batch = await slices.held();

  expect(await count()).toBeGreaterThan(100);
  await recordStages(office, ownId, 'beside the import');
  await assess(office, { subjectKind: 'INITIATIVE', subjectId: ownId }, 'beside the import');
  await correct(await imported(0));
  // The units of the file are there since the first batch.
  await saveUnit(office, 'A unit of ours', null);
  await startImport(beside.as.ADMIN, theirs);
  expect(await importState(office, importId)).toBe('RUNNING');
  expect(await slices.held()).toBe(batch);

  await slices.release();
  await rested(beside.as.ADMIN, theirs, 'DONE');
  await rested(office, importId, 'DONE');
  expect(await count()).toBe(ROWS + 1);
}, 120_000);

it('who takes a key or asks for a report waits for one batch, and not for the import', async () => {
  const second = await checkedImport(office, register(ROWS, 'Other'), MAPPING);
  await slices.hold();
  await startImport(office, second);
  await slices.held();

  const created = createInitiative(office, 'a key of the one row of keys', {});
  await slices.untilWaiting(1);
  await slices.next();
  await created;
  expect(await importState(office, second)).toBe('RUNNING');
  await slices.held();

  const report = requestReport(office, 'TREND', daysAgo(0));
  await slices.untilWaiting(1);
  // Whoever comes after a report that settles history comes after what it waits for.
  const moved = recordStage(ownId);
  await slices.untilWaiting(2);
  await slices.next();
  await Promise.all([report, moved]);
  expect(await importState(office, second)).toBe('RUNNING');

  await slices.release();
  await rested(office, second, 'DONE');
  await finished(office, [await report]);
  await office.act('undoImport', { importId: second, idempotencyKey: randomUUID() }, 'import { id }');
  await rested(office, second, 'UNDONE');
}, 120_000);

it('a batch of an undoing lets them work, too: on one of its own initiatives after it', async () => {
  const before = await count();
  const [first, last] = [await imported(0), await imported(ROWS - 1)];
  const theirs = await checkedImport(beside.as.ADMIN, register(30), MAPPING);
  await slices.hold();
  await office.act('undoImport', { importId, idempotencyKey: randomUUID() }, 'import { id }');
  const batch = await slices.held();

  expect(await count()).toBe(before);
  const another = await createInitiative(office, 'another', {});
  await recordStages(office, another, 'beside the undoing');
  await assess(office, { subjectKind: 'INITIATIVE', subjectId: another }, 'beside the undoing');
  await correct(last);
  await startImport(beside.as.ADMIN, theirs);
  expect(await importState(office, importId)).toBe('UNDOING');
  expect(await slices.held()).toBe(batch);

  const moved = recordStage(first.id);
  await slices.untilWaiting(1);
  await slices.next();
  // Corrected by people while it was imported, so it stays; and so does the last one.
  await moved;
  expect(await importState(office, importId)).toBe('UNDOING');

  await slices.release();
  await rested(beside.as.ADMIN, theirs, 'DONE');
  await rested(office, importId, 'UNDONE');
  const { import: undone } = await office.get<{ import: { undoCounts: object } }>(
    'query ($id: ID!) { import(id: $id) { undoCounts { removed kept } } }',
    { id: importId },
  );
  expect(undone.undoCounts).toEqual({ removed: ROWS - 2, kept: 2 });
}, 120_000);
