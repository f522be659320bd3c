import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Global, Module } from '@nestjs/common';
import { newId } from '@pilotage/platform';
import { SettingsService, UnitService } from '@pilotage/tenancy';
import { TenancyApiModule } from '@pilotage/tenancy/api';
import { TestApi, type TestCaller, type TestOrganisation } from '@pilotage/testing';
import { ImportedHistory } from './import/undo/imported-history.js';
import { ImportUndo } from './import/undo/import-undo.js';
import { ImportSlicer } from './import/slice/import-slicer.js';
import { PortfolioApiModule } from './portfolio-api.module.js';
import { type GateVerdict, StageGate } from './stage/stage-gate.port.js';

/** As an app would bind it. */
class NothingIsScaled extends StageGate {
  override async mayEnter(_tx: unknown, { stage }: { stage: string }): Promise<GateVerdict> {
    return stage === 'SCALED'
      ? { kind: 'closed', message: 'Answer the questions of the gate first.' }
      : { kind: 'open' };
  }
}
const gate = { provide: StageGate, useClass: NothingIsScaled };

@Global()
@Module({ providers: [gate], exports: [gate] })
class GateModule {}

let api: TestApi;
let ours: TestOrganisation;
let theirs: TestOrganisation;
let manager: TestCaller;

beforeAll(async () => {
  api = await TestApi.open(TenancyApiModule, GateModule, PortfolioApiModule);
  [ours, theirs] = [await api.createOrganisation(), await api.createOrganisation()];
  manager = ours.as.PORTFOLIO_MANAGER;
});
afterAll(() => api.close());

const CREATE = `mutation ($input: CreateInitiativeInput!) { createInitiative(input: $input) {
  __typename ... on CreateInitiativeSuccess { initiative { id key stage { stage since { on precision } knownBy days } } }
  ... on UserError { message path code } } }`;
const RECORD = `mutation ($input: RecordStageInput!) { recordStage(input: $input) {
  __typename ... on RecordStageSuccess { initiative { id stage { stage days } } record { id stage on { on precision } recordedBy { name } } }
  ... on StageContradictionError { message path code conflictingRecordId } ... on InvalidInputError { path message } } }`;
const CORRECT = `mutation ($input: CorrectStageInput!) { correctStage(input: $input) {
  __typename ... on InvalidInputError { path message } } }`;

const create = async (name: string, more: object = {}, by = manager) => {
  const input = { idempotencyKey: newId(), initiative: { name, ...more } };
  return (await by.get(CREATE, { input })).createInitiative;
};

describe('an initiative', () => {
  it('is entered, moved, corrected and read with its trail', async () => {
    const input = {
      idempotencyKey: newId(),
      initiative: { name: 'Claims triage', tags: ['claims'], ownerId: ours.members.CONTRIBUTOR.personId },
      stage: 'PILOT',
      stageOn: { on: '2024-03-10', precision: 'MONTH' },
    };
    const created = (await manager.get(CREATE, { input })).createInitiative;
    expect(created).toMatchObject({
      __typename: 'CreateInitiativeSuccess',
      initiative: {
        key: 'AI-001',
        stage: {
          stage: 'PILOT',
          since: { on: '2024-03-01', precision: 'MONTH' },
          knownBy: 'EVENT',
          days: null,
        },
      },
    });
    const { id } = created.initiative;

    const production = {
      idempotencyKey: newId(),
      initiativeId: id,
      stage: 'PRODUCTION',
      on: { on: '2024-11-02' },
    };
    const moved = (await ours.as.CONTRIBUTOR.get(RECORD, { input: production })).recordStage;
    expect(moved).toMatchObject({
      __typename: 'RecordStageSuccess',
      initiative: { stage: { stage: 'PRODUCTION', days: expect.any(Number) } },
    });
    const again = (await manager.get(RECORD, { input: { ...production, idempotencyKey: newId() } }))
      .recordStage;
    expect(again).toMatchObject({
      __typename: 'StageContradictionError',
      code: 'STAGE_CONTRADICTION',
      conflictingRecordId: moved.record.id,
    });

    const correction = {
      recordId: moved.record.id,
      stage: 'PRODUCTION',
      on: { on: '2024-10-02' },
      reason: 'By the minutes',
    };
    await manager.get(CORRECT, { input: correction });
    const { initiative } = await ours.as.AUDITOR.get(
      `query ($id: ID!) { initiative(id: $id) { name tags owner { name } unit { name } attributes { name } canEdit canAssess
         stageHistory(includeSuperseded: true) { id kind stage on { on } reason supersededAt supersededReason replacedBy successor { id } recordedBy { name } }
         revisions { effectiveOn changed recordedBy { name } } } }`,
      { id },
    );
    expect(initiative).toMatchObject({
      tags: ['claims'],
      canEdit: false,
      canAssess: false,
      unit: null,
      attributes: [],
    });
    expect(initiative.owner.name).toMatch(/^Contributor/);
    expect(initiative.revisions).toHaveLength(1);
    const [superseded, corrected, pilot] = initiative.stageHistory;
    expect([superseded.on.on, corrected.on.on, pilot.stage]).toEqual(['2024-11-02', '2024-10-02', 'PILOT']);
    expect(superseded).toMatchObject({
      replacedBy: corrected.id,
      supersededAt: expect.any(String),
      supersededReason: 'By the minutes',
    });
    expect(corrected).toMatchObject({ reason: null, supersededAt: null, replacedBy: null });
    expect(superseded.recordedBy.name).toMatch(/^Contributor/);
  });

  it('that cannot be taken as given is a typed error with its field', async () => {
    expect(await create('')).toMatchObject({ __typename: 'InvalidInputError', path: ['initiative', 'name'] });
    expect(await create('x', { unitId: newId() })).toMatchObject({
      path: ['initiative', 'unitId'],
      code: 'UNKNOWN',
    });
  });

  it('does not enter a stage whose gate is closed', async () => {
    const { initiative } = await create('Not ready');
    const input = {
      idempotencyKey: newId(),
      initiativeId: initiative.id,
      stage: 'SCALED',
      on: { on: '2024-01-01' },
    };
    const closed = {
      __typename: 'InvalidInputError',
      path: ['stage'],
      message: 'Answer the questions of the gate first.',
    };
    expect((await manager.get(RECORD, { input })).recordStage).toEqual(closed);
    const pilot = { ...input, idempotencyKey: newId(), stage: 'PILOT' };
    const { record } = (await manager.get(RECORD, { input: pilot })).recordStage;
    const corrected = { recordId: record.id, stage: 'SCALED', on: input.on, reason: 'Typing error' };
    expect((await manager.get(CORRECT, { input: corrected })).correctStage).toEqual(closed);
  });

  it('takes two records in one request and answers with both', async () => {
    const { initiative } = await create('Twice');
    const inputOf = (stage: string, on: string) => ({ idempotencyKey: newId(), initiativeId: initiative.id, stage, on: { on } }); // prettier-ignore
    const { first, second } = await manager.get(
      `mutation ($first: RecordStageInput!, $second: RecordStageInput!) {
         first: recordStage(input: $first) { ... on RecordStageSuccess { record { stage } initiative { stageHistory { stage } } } }
         second: recordStage(input: $second) { ... on RecordStageSuccess { record { stage } initiative { stageHistory { stage } } } } }`,
      { first: inputOf('PILOT', '2024-01-01'), second: inputOf('PRODUCTION', '2024-05-01') },
    );
    expect(first).toEqual({ record: { stage: 'PILOT' }, initiative: { stageHistory: [{ stage: 'PILOT' }] } });
    expect(second).toEqual({
      record: { stage: 'PRODUCTION' },
      initiative: { stageHistory: [{ stage: 'PRODUCTION' }, { stage: 'PILOT' }] },
    });
  });

  it('is read in a list with units, people and tags by a handful of statements, however long it is', async () => {
    const list = `query ($first: Int!) { initiatives(first: $first, order: { field: NAME, direction: ASC }) { totalCount
      nodes { key name tags unit { name path } owner { name } sponsor { name } stage { stage } canEdit } } }`;
    for (let index = 0; index < 8; index += 1) {
      await create(`Listed ${index}`, { ownerId: ours.members.ADMIN.personId, tags: [`tag ${index}`] });
    }
    const count = async (first: number): Promise<number> =>
      (await api.db.statementsOf(() => manager.get(list, { first }))).length;
    expect(await count(8)).toBe(await count(2));
    expect(await count(8)).toBeLessThanOrEqual(6);
  });

  it.each(['ADMIN', 'PORTFOLIO_MANAGER', 'CONTRIBUTOR', 'EXECUTIVE', 'AUDITOR'] as const)(
    'of somebody else does not exist for their %s',
    async (role) => {
      const { initiative } = await create('Ours');
      const other = theirs.as[role];
      expect(
        await other.codeOf('query ($id: ID!) { initiative(id: $id) { id } }', { id: initiative.id }),
      ).toBe('NOT_FOUND');
      const input = {
        idempotencyKey: newId(),
        initiativeId: initiative.id,
        stage: 'PILOT',
        on: { on: '2024-01-01' },
      };
      const code = await other.codeOf(RECORD, { input });
      expect(code).toBe(role === 'EXECUTIVE' || role === 'AUDITOR' ? 'FORBIDDEN' : 'NOT_FOUND');
      const { initiatives } = await other.get('{ initiatives { totalCount nodes { id } } }');
      expect(initiatives).toEqual({ totalCount: 0, nodes: [] });
    },
  );

  it('is not for who is not signed in', async () => {
    expect(await api.anonymous.in(ours.slug).codeOf('{ initiatives { totalCount } }')).toBe(
      'UNAUTHENTICATED',
    );
  });
});

describe('an import', () => {
  const upload = async (body: string | Buffer, by: TestCaller, tenant: string, more: object = {}) => {
    const headers = {
      ...(await by.sessionHeaders()),
      'x-tenant': tenant,
      'x-file-name': encodeURIComponent('Übersicht 1.csv'),
      'content-type': 'text/csv',
      ...more,
    };
    const response = await api.app.inject({ method: 'POST', url: '/imports', headers, payload: body });
    return { status: response.statusCode, body: response.json() };
  };
  const CHECK = `mutation ($input: CheckImportInput!) { checkImport(input: $input) {
    __typename ... on CheckImportSuccess { import { id state progress } } ... on UserError { path message code } } }`;
  const START = `mutation ($input: StartImportInput!) { startImport(input: $input) {
    __typename ... on StartImportSuccess { import { id state } } ... on UserError { message code } } }`;
  const CANCEL = `mutation ($input: CancelImportInput!) { cancelImport(input: $input) {
    __typename ... on CancelImportSuccess { import { id state counts { rows } } } ... on UserError { message code } } }`;
  const READ = `query ($id: ID!) { import(id: $id) { fileName state progress rowCount mapping { identity name asOfOn livingOnly completeSince }
    columns { index header samples filled } counts { rows created skipped findings } createdBy { name } error finishedAt
    findingSummary { code severity count } findings { totalCount nodes { rowNumber column code severity message value } }
    valuesOf(column: 1) { value count } } }`;
  const mapping = {
    identity: [0],
    name: 0,
    stage: 1,
    stageValues: [{ value: 'Live', stage: 'PRODUCTION' }],
    dates: [],
    keepOthersAsAttributes: true,
    asOfOn: '2024-12-16',
    livingOnly: true,
  };

  async function work(importId: string): Promise<void> {
    const slicer = new ImportSlicer(
      api.db.unitOfWork,
      api.app.get(UnitService),
      api.app.get(SettingsService),
      new ImportUndo(api.app.get(UnitService), api.app.get(ImportedHistory)),
    );
    const ctx = { ...ours.ctx('PORTFOLIO_MANAGER'), memberId: null };
    const { rows } = await api.db.admin.query<{ round: number }>('select round from import where id = $1', [
      importId,
    ]);
    while (
      (await slicer.slice(ctx, { tenantId: ctx.tenantId, importId, round: rows[0]!.round })).kind === 'more'
    );
  }

  it('is uploaded, checked, started and read', async () => {
    const uploaded = await upload('Name;Stage\nImported;Live\n;Live\n', manager, ours.slug);
    expect(uploaded).toEqual({ status: 201, body: { id: expect.any(String) } });
    const { id } = uploaded.body;
    expect((await manager.get(CHECK, { input: { importId: id, mapping } })).checkImport).toMatchObject({
      import: { id, state: 'CHECKING', progress: 0 },
    });
    await work(id);
    const started = await manager.get(START, { input: { importId: id, idempotencyKey: newId() } });
    expect(started.startImport).toMatchObject({ import: { id, state: 'RUNNING' } });
    await work(id);
    const read = (await manager.get(READ, { id })).import;
    expect(read).toMatchObject({
      fileName: 'Übersicht 1.csv',
      state: 'DONE',
      progress: null,
      rowCount: 2,
      mapping: { identity: [0], name: 0, asOfOn: '2024-12-16', livingOnly: true, completeSince: null },
      counts: { rows: 2, created: 1, skipped: 1, findings: 2 },
      valuesOf: [{ value: 'Live', count: 2 }],
      findings: {
        totalCount: 2,
        nodes: [
          { rowNumber: 2, code: 'STAGE_UNDATED' },
          { rowNumber: 3, code: 'NAME_MISSING' },
        ],
      },
    });
    expect((await manager.get(CANCEL, { input: { importId: id } })).cancelImport).toMatchObject({
      __typename: 'ConflictError',
      message: expect.stringContaining('is done'),
    });
    expect(read.createdBy.name).toMatch(/^Portfolio_manager/);
    const { imports } = await manager.get('{ imports { totalCount nodes { id state } } }');
    expect(imports).toEqual({ totalCount: 1, nodes: [{ id, state: 'DONE' }] });
  });

  it('is one import, however often the file is sent with its key', async () => {
    const total = async (): Promise<number> =>
      (await manager.get('{ imports { totalCount } }')).imports.totalCount;
    const before = await total();
    const key = { 'idempotency-key': newId() };
    const send = (file: string, by = manager, tenant = ours.slug, headers: object = key) =>
      upload(file, by, tenant, headers);
    const [first, twin] = await Promise.all([send('Name\nOnce\n'), send('Name\nOnce\n')]);
    expect(first.status).toBe(201);
    expect([twin, await send('Name\nOnce\n')]).toEqual([first, first]);
    expect(await total()).toBe(before + 1);

    const refused = (code: string) => ({ status: 400, body: { code, path: ['idempotencyKey'] } });
    expect(await send('Name\nOther\n')).toMatchObject(refused('KEY_REUSED'));
    expect(await send('Name\nOther\n', manager, ours.slug, { 'idempotency-key': 'short' })).toMatchObject(
      refused('BAD_KEY'),
    );
    expect(await total()).toBe(before + 1);

    const elsewhere = await send('Name\nOnce\n', theirs.as.ADMIN, theirs.slug);
    expect(elsewhere.status).toBe(201);
    expect(elsewhere.body.id).not.toBe(first.body.id);
  });

  it.each([
    ['a binary file', Buffer.from('89504e470d0a1a0a0000', 'hex'), 400, 'FILE_NOT_TEXT'],
    ['300 columns', `${'x,'.repeat(299)}x\n`, 400, 'TOO_MANY_COLUMNS'],
    ['too large a file', Buffer.alloc(51 * 1024 * 1024, 'a,b\n'), 413, 'FILE_TOO_LARGE'],
    ['nothing', '', 400, 'FILE_EMPTY'],
  ])('refuses %s with what is wrong, and leaves nothing', async (_, body, status, code) => {
    const before = await manager.get('{ imports { totalCount } }');
    const answer = await upload(body, manager, ours.slug);
    expect(answer).toEqual({ status, body: { code, path: ['file'], message: expect.any(String) } });
    expect(await manager.get('{ imports { totalCount } }')).toEqual(before);
  });

  it('tells a browser that sends 200 MB why it is refused', async () => {
    await api.app.listen(0, '127.0.0.1');
    const megabyte = Buffer.alloc(1024 * 1024, 'a,b\n');
    let sent = 0;
    const body = new ReadableStream({
      pull: (stream) => (sent++ < 200 ? stream.enqueue(megabyte) : stream.close()),
    });
    const headers = {
      ...(await manager.sessionHeaders()),
      'x-tenant': ours.slug,
      'content-type': 'text/csv',
    };
    const response = await fetch(`${await api.app.getUrl()}/imports`, {
      method: 'POST',
      headers,
      body,
      duplex: 'half',
    });
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({
      code: 'FILE_TOO_LARGE',
      message: expect.stringContaining('50 MB'),
    });
  });

  it('names the field of a mapping that does not fit', async () => {
    const { body } = await upload('Name;Stage\nImported;Live\n', manager, ours.slug);
    const answer = await manager.get(CHECK, {
      input: { importId: body.id, mapping: { ...mapping, unit: 5 } },
    });
    expect(answer.checkImport).toMatchObject({ __typename: 'InvalidInputError', path: ['mapping', 'unit'] });
  });

  it('is for who may run imports, in their own organisation', async () => {
    const file = 'Name\nx\n';
    expect(await upload(file, ours.as.CONTRIBUTOR, ours.slug)).toMatchObject({ status: 403 });
    expect(await upload(file, manager, theirs.slug)).toMatchObject({ status: 404 });
    expect(await upload(file, api.anonymous, ours.slug)).toMatchObject({ status: 401 });
    const { body } = await upload(file, manager, ours.slug);
    const other = theirs.as.ADMIN;
    expect(await other.codeOf(READ, { id: body.id })).toBe('NOT_FOUND');
    expect(await other.codeOf(CHECK, { input: { importId: body.id, mapping } })).toBe('NOT_FOUND');
    expect(await other.codeOf(START, { input: { importId: body.id, idempotencyKey: newId() } })).toBe(
      'NOT_FOUND',
    );
    expect(await other.codeOf(CANCEL, { input: { importId: body.id } })).toBe('NOT_FOUND');
    expect(await ours.as.AUDITOR.codeOf(READ, { id: body.id })).toBe('FORBIDDEN');
    expect(await ours.as.CONTRIBUTOR.codeOf(CANCEL, { input: { importId: body.id } })).toBe('FORBIDDEN');
    for (let times = 0; times < 2; times += 1)
      expect((await manager.get(CANCEL, { input: { importId: body.id } })).cancelImport).toEqual({
        __typename: 'CancelImportSuccess',
        import: { id: body.id, state: 'CANCELLED', counts: null },
      });
  });
});
