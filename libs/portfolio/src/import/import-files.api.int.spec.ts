import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Global, Module } from '@nestjs/common';
import { TenancyApiModule } from '@pilotage/tenancy/api';
import { TestApi, type TestCaller, type TestOrganisation } from '@pilotage/testing';
import { sheetOf, workbook } from '../../fixtures/workbook.js';
import { PortfolioApiModule } from '../portfolio-api.module.js';
import { StageGate } from '../stage/stage-gate.port.js';

const gate = { provide: StageGate, useValue: {} };

@Global()
@Module({ providers: [gate], exports: [gate] })
class GateModule {}

let api: TestApi;
let ours: TestOrganisation;
let manager: TestCaller;

beforeAll(async () => {
  api = await TestApi.open(TenancyApiModule, GateModule, PortfolioApiModule);
  ours = await api.createOrganisation();
  manager = ours.as.PORTFOLIO_MANAGER;
});
afterAll(() => api.close());

const send = async (body: string | Buffer, more: object = {}) => {
  const headers = {
    ...(await manager.sessionHeaders()),
    'x-tenant': ours.slug,
    'x-file-name': 'register',
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ...more,
  };
  const response = await api.app.inject({ method: 'POST', url: '/imports', headers, payload: body });
  return { status: response.statusCode, body: response.json() };
};

describe('an uploaded file', () => {
  it('can be read with another row as its header', async () => {
    const { body } = await send('Register;2024\nName;Stage\nA;Live\n');
    const CHOOSE = `mutation ($input: ChooseHeaderRowInput!) { chooseHeaderRow(input: $input) { __typename
      ... on ChooseHeaderRowSuccess { import { headerRow rowCount columns { header } firstRows { rowNumber cells } } }
      ... on UserError { path message code } } }`;
    const choose = async (row: number): Promise<unknown> =>
      (await manager.get(CHOOSE, { input: { importId: body.id, row } })).chooseHeaderRow;
    expect(await choose(2)).toEqual({
      __typename: 'ChooseHeaderRowSuccess',
      import: {
        headerRow: 2,
        rowCount: 1,
        columns: [{ header: 'Name' }, { header: 'Stage' }],
        firstRows: [
          { rowNumber: 1, cells: ['Register', '2024'] },
          { rowNumber: 2, cells: ['Name', 'Stage'] },
          { rowNumber: 3, cells: ['A', 'Live'] },
        ],
      },
    });
    expect(await choose(7)).toMatchObject({ __typename: 'InvalidInputError', path: ['row'] });
  });

  it('that is a workbook names the sheets to choose from, and is the one that is named', async () => {
    const file = workbook({ sheets: ['Übersicht', 'Rest'].map((name) => sheetOf([['Name'], ['A']], name)) });
    expect(await send(file)).toEqual({
      status: 400,
      body: {
        code: 'SHEET_CHOICE',
        message: '2 sheets of the workbook hold data. Choose the one to import.',
        path: ['sheet'],
        sheets: [
          { name: 'Übersicht', isHidden: false },
          { name: 'Rest', isHidden: false },
        ],
      },
    });
    const { status, body } = await send(file, { 'x-sheet': encodeURIComponent('Übersicht') });
    expect(status).toBe(201);
    const read = 'query ($id: ID!) { import(id: $id) { sheet encoding delimiter } }';
    expect((await manager.get(read, body)).import).toEqual({
      sheet: 'Übersicht',
      encoding: null,
      delimiter: null,
    });
  });
});
