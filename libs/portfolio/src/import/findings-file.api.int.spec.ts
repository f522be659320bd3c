import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Global, Module } from '@nestjs/common';
import { TenancyApiModule } from '@pilotage/tenancy/api';
import { TestApi, type TestCaller, type TestOrganisation } from '@pilotage/testing';
import { PortfolioApiModule } from '../portfolio-api.module.js';
import { StageGate } from '../stage/stage-gate.port.js';

const gate = { provide: StageGate, useValue: {} };

@Global()
@Module({ providers: [gate], exports: [gate] })
class GateModule {}

let api: TestApi;
let ours: TestOrganisation;
let theirs: TestOrganisation;

beforeAll(async () => {
  api = await TestApi.open(TenancyApiModule, GateModule, PortfolioApiModule);
  ours = await api.createOrganisation();
  theirs = await api.createOrganisation();
});
afterAll(() => api.close());

const headersOf = async (caller: TestCaller, { slug }: TestOrganisation) => ({
  ...(await caller.sessionHeaders()),
  'x-tenant': slug,
});
const download = async (id: string, caller: TestCaller, of = ours) =>
  api.app.inject({ url: `/imports/${id}/findings.csv?kind=skipped`, headers: await headersOf(caller, of) });

it('the findings of an import are a file for those who may import, in their organisation', async () => {
  const manager = ours.as.PORTFOLIO_MANAGER;
  const uploaded = await api.app.inject({
    method: 'POST',
    url: '/imports',
    headers: {
      ...(await headersOf(manager, ours)),
      'content-type': 'text/csv',
      'x-file-name': encodeURIComponent('Übersicht.csv'),
    },
    payload: 'Name,Stage\nA,Live\n',
  });
  const { id } = uploaded.json<{ id: string }>();

  const answer = await download(id, manager);
  expect(answer.statusCode).toBe(200);
  expect(answer.headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename*=UTF-8''%C3%9Cbersicht%20findings.csv`,
  });
  expect(answer.body).toBe('\uFEFFName,Stage,Row,Finding,What was done\r\n');

  expect((await download(id, ours.as.CONTRIBUTOR)).statusCode).toBe(403);
  expect((await download(id, api.anonymous)).statusCode).toBe(401);
  expect((await download(id, theirs.as.ADMIN, theirs)).statusCode).toBe(404);
  expect((await download(id, theirs.as.ADMIN, ours)).statusCode).toBe(404);
});
