import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from '@jest/globals';
import type { Client } from '../support/client.js';
import { Installation } from '../support/installation.js';
import { System } from '../support/system.js';
import { refusalOf, sizesOf, type Refusal } from './refusals.js';

let system: System;
let client: Client;
let initiativeId: string;
let draftId: string;
let importId: string;
let before: Record<string, number>;

beforeAll(async () => {
  system = await System.start();
  client = (await (await Installation.open(system)).createOrganisation('careful')).as.ADMIN;
  ({
    initiative: { id: initiativeId },
  } = await client.act<{ initiative: { id: string } }>(
    'createInitiative',
    {
      idempotencyKey: randomUUID(),
      initiative: { name: 'Claims triage' },
      stage: 'PILOT',
      stageOn: { on: '2024-03-01' },
    },
    'initiative { id }',
  ));
  ({
    draft: { id: draftId },
  } = await client.act<{ draft: { id: string } }>(
    'startAssessment',
    { subjectKind: 'INITIATIVE', subjectId: initiativeId, asOfOn: '2024-03-31' },
    'draft { id }',
  ));
  const answer = await client.upload('pilots.csv', 'Name,Agency,Begun\nClaims,Home,3/1/2024\n');
  ({ id: importId } = (await answer.json()) as { id: string });
});
afterAll(() => system?.stop());

// Whatever is refused leaves no row behind.
beforeEach(async () => {
  before = await sizesOf(system.database);
});
afterEach(async () => {
  expect(await sizesOf(system.database)).toEqual(before);
});

describe('A file that is none', () => {
  const HUGE = 200 * 1024 * 1024;
  const rows = Array.from({ length: 1200 }, (_, index) => `Pilot ${index},Home`);

  type File = [
    what: string,
    content: () => string | Uint8Array<ArrayBuffer>,
    status: number,
    code: string,
    message: RegExp,
  ];
  const files: File[] = [
    ['200 MB', () => new Uint8Array(HUGE).fill(0x61), 413, 'FILE_TOO_LARGE', /larger than 50 MB.*Split it/],
    [
      '300 columns',
      () => `${Array.from({ length: 300 }, (_, i) => `c${i}`).join(',')}\n`,
      400,
      'TOO_MANY_COLUMNS',
      /300 columns, more than the 250.*Leave out/,
    ],
    [
      'binary',
      () => new Uint8Array(randomBytes(50_000)),
      400,
      'FILE_NOT_TEXT',
      /neither text nor a workbook.*Choose a CSV or XLSX file/,
    ],
    [
      'a workbook that was cut off',
      () => Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0]),
      400,
      'WORKBOOK_BROKEN',
      /damaged or was not sent whole.*save it as \.xlsx once more/,
    ],
    [
      'a quote never closed, far down',
      () => ['Name,Unit', ...rows, '"Open,Home'].join('\n'),
      400,
      'BROKEN_QUOTES',
      /Row 1202 opens a quote.*Close or double it/,
    ],
    ['no rows', () => 'Name,Unit\n', 400, 'FILE_EMPTY', /no rows/],
    ['nothing', () => '', 400, 'FILE_EMPTY', /empty/],
  ];
  it.each(files)('%s', async (_, content, status, code, message) => {
    const answer = await client.upload('pilots.csv', content());
    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual({ code, path: ['file'], message: expect.stringMatching(message) });
  });
});

describe('A mapping', () => {
  const mapping = {
    identity: [0],
    name: 0,
    stageValues: [],
    dateFormat: 'M/D/YYYY',
    dates: [{ column: 2, stage: 'PILOT' }],
    keepOthersAsAttributes: true,
    asOfOn: '2024-12-31',
    livingOnly: true,
  };
  const check = (changed: object): Promise<Refusal> =>
    refusalOf(client, 'checkImport', { importId, mapping: { ...mapping, ...changed } });

  it.each([
    ['to a missing column', { name: 7 }, 'name', /no column 7: the file has 3 columns/],
    [
      'of dates to a missing column',
      { dates: [{ column: 3, stage: 'PILOT' }] },
      'dates.0.column',
      /no column 3/,
    ],
    ['by a missing column', { identity: [0, 9] }, 'identity.1', /no column 9/],
    ['by no column', { identity: [] }, 'identity', /at least one/],
    ['with a negative column', { unit: -1 }, 'unit', /./],
    ['without a date format', { dateFormat: null }, 'dateFormat', /Name the format.*never guessed/],
    ['with a date format that is none', { dateFormat: 'whenever' }, 'dateFormat', /no date format/],
    ['true before 1970', { asOfOn: '1969-12-31' }, 'asOfOn', /must not lie before 1970-01-01/],
    ['true in the future', { asOfOn: '2999-01-01' }, 'asOfOn', /future/],
  ])('%s', async (_, changed, path, message) => {
    expect(await check(changed)).toMatchObject({
      type: 'InvalidInputError',
      path: `mapping.${path}`,
      message: expect.stringMatching(message),
    });
  });
});

describe('Over-long texts', () => {
  const initiative = (changed: object) => ({
    idempotencyKey: randomUUID(),
    initiative: { name: 'New', ...changed },
  });
  it.each([
    [
      'the name of an initiative',
      'createInitiative',
      () => initiative({ name: 'n'.repeat(5_000) }),
      'initiative.name',
    ],
    [
      'its summary',
      'createInitiative',
      () => initiative({ summary: 's'.repeat(100_000) }),
      'initiative.summary',
    ],
    [
      'its id elsewhere',
      'createInitiative',
      () => initiative({ externalId: 'x'.repeat(5_000) }),
      'initiative.externalId',
    ],
    [
      'a tag',
      'createInitiative',
      () => initiative({ tags: ['fine', 't'.repeat(1_000)] }),
      'initiative.tags.1',
    ],
    [
      'a reason',
      'recordStage',
      () => ({
        idempotencyKey: randomUUID(),
        initiativeId,
        stage: 'PRODUCTION',
        on: { on: '2024-09-01' },
        reason: 'r'.repeat(50_000),
      }),
      'reason',
    ],
    [
      'a note',
      'saveAnswer',
      () => ({ draftId, questionKey: 'SA2', revision: 0, value: 'YES', note: 'n'.repeat(4_001) }),
      'note',
    ],
    ['a unit', 'saveUnit', () => ({ idempotencyKey: randomUUID(), name: 'u'.repeat(5_000) }), 'name'],
    ['a person', 'savePerson', () => ({ idempotencyKey: randomUUID(), name: 'p'.repeat(5_000) }), 'name'],
  ])('%s', async (_, mutation, input, path) => {
    const refusal = await refusalOf(client, mutation, input());
    expect(refusal).toMatchObject({
      type: 'InvalidInputError',
      path,
      message: expect.stringMatching(/\d+ characters|at most \d+/),
    });
  });
});

describe('Days', () => {
  const stage = (on: string) => ({
    idempotencyKey: randomUUID(),
    initiativeId,
    stage: 'PRODUCTION',
    on: { on },
  });
  it.each([
    ['a stage before 1970', 'recordStage', () => stage('1969-12-31'), 'on', /before 1970-01-01/],
    ['a stage to come', 'recordStage', () => stage('2999-01-01'), 'on', /future/],
    [
      'seen before 1970',
      'confirmStage',
      () => ({ idempotencyKey: randomUUID(), initiativeId, stage: 'PILOT', seenOn: '1969-12-31' }),
      'seenOn',
      /before 1970-01-01/,
    ],
    [
      'an assessment before 1970',
      'startAssessment',
      () => ({ subjectKind: 'TENANT', asOfOn: '1969-12-31' }),
      'asOfOn',
      /1970/,
    ],
    [
      'an edit before 1970',
      'updateInitiative',
      () => ({ id: initiativeId, initiative: { name: 'New' }, effectiveOn: '1969-12-31' }),
      'effectiveOn',
      /1970/,
    ],
    [
      'a setting before 1970',
      'changeSetting',
      () => ({ name: 'CURRENCY', value: 'CHF', effectiveOn: '1969-12-31' }),
      'effectiveOn',
      /1970/,
    ],
    [
      'a unit before 1970',
      'saveUnit',
      () => ({ idempotencyKey: randomUUID(), name: 'Old', effectiveOn: '1969-12-31' }),
      'effectiveOn',
      /1970/,
    ],
    [
      'a report before 1970',
      'requestReport',
      () => ({ idempotencyKey: randomUUID(), kind: 'TREND', quarterOf: '1969-12-31' }),
      'quarterOf',
      /1970/,
    ],
  ])('%s', async (_, mutation, input, path, message) => {
    expect(await refusalOf(client, mutation, input())).toMatchObject({
      type: 'InvalidInputError',
      path,
      message: expect.stringMatching(message),
    });
  });

  it('that the calendar does not have', async () => {
    expect(await refusalOf(client, 'recordStage', stage('2024-02-30'))).toMatchObject({
      type: 'BAD_USER_INPUT',
      message: expect.stringMatching(/2024-02-30.*"input\.on\.on"/),
    });
  });
});

describe('What contradicts what stands there', () => {
  it('a stage that it is in already names the record', async () => {
    const { initiative } = await client.get<{ initiative: { stageHistory: { id: string }[] } }>(
      'query ($id: ID!) { initiative(id: $id) { stageHistory { id } } }',
      { id: initiativeId },
    );
    const again = { idempotencyKey: randomUUID(), initiativeId, stage: 'PILOT', on: { on: '2024-05-01' } };
    expect(await refusalOf(client, 'recordStage', again)).toMatchObject({
      type: 'StageContradictionError',
      conflictingRecordId: initiative.stageHistory[0]!.id,
      message: expect.stringMatching(/in pilot since 2024-03-01.*Correct the date/),
    });
  });

  it('an end before what came later', async () => {
    const end = { idempotencyKey: randomUUID(), initiativeId, stage: 'ENDED', on: { on: '2024-01-01' } };
    expect(await refusalOf(client, 'recordStage', end)).toMatchObject({
      type: 'StageContradictionError',
      message: expect.stringMatching(/Choose a later day/),
    });
  });

  it('an answer to a question that the framework does not have', async () => {
    const answer = { draftId, questionKey: 'XX9', revision: 0, value: 'YES' };
    expect(await refusalOf(client, 'saveAnswer', answer)).toMatchObject({
      type: 'InvalidInputError',
      path: 'questionKey',
      code: 'UNKNOWN_QUESTION',
      message: expect.stringContaining('XX9'),
    });
  });
});

describe('Wrong types', () => {
  it.each([
    [
      'a number as a name',
      'createInitiative',
      { idempotencyKey: 'k', initiative: { name: 7 } },
      'input.initiative.name',
    ],
    [
      'a stage that there is not',
      'createInitiative',
      { idempotencyKey: 'k', initiative: { name: 'N' }, stage: 'DREAM' },
      'input.stage',
    ],
    ['no key at all', 'createInitiative', { initiative: { name: 'N' } }, '"idempotencyKey"'],
    [
      'an answer that is none',
      'saveAnswer',
      { draftId: 'd', questionKey: 'SA1', revision: 0, value: 'MAYBE' },
      'input.value',
    ],
    ['a field that there is not', 'savePerson', { idempotencyKey: 'k', name: 'N', height: 180 }, 'height'],
  ])('%s', async (_, mutation, input, path) => {
    const refusal = await refusalOf(client, mutation, input);
    expect(refusal.type).toBe('BAD_USER_INPUT');
    expect(refusal.message).toContain(path);
  });

  it('a character that cannot be stored', async () => {
    const refusal = await refusalOf(client, 'savePerson', {
      idempotencyKey: randomUUID(),
      name: 'N\u0000',
    });
    expect(refusal.message).toMatch(/cannot be stored.*Remove it/);
  });

  it('an id that is none is not found', async () => {
    const refusal = await refusalOf(client, 'rerunReport', {
      idempotencyKey: randomUUID(),
      reportId: 'seven',
    });
    expect(refusal.type).toBe('NOT_FOUND');
  });
});
