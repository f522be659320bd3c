import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { sheetOf, workbook } from '../../libs/portfolio/fixtures/workbook.js';
import { TestBrowser, WEB_DIST, type Visitor } from '../support/browser.js';
import type { Client } from '../support/client.js';
import { Installation, PASSWORD } from '../support/installation.js';
import { System } from '../support/system.js';
import { figureOf } from './figures.js';
import { checkAndImport, next } from './importing.js';

const SLUG = 'files';

let system: System;
let browser: TestBrowser;
let manager: Visitor;
let office: Client;

beforeAll(async () => {
  system = await System.start({ webDist: WEB_DIST });
  const organisation = await (await Installation.open(system)).createOrganisation(SLUG);
  office = organisation.as.PORTFOLIO_MANAGER;
  browser = await TestBrowser.open();
  manager = await browser.newVisitor(system.url);
  await manager.signIn(`portfolio_manager@${SLUG}.example`, PASSWORD);
});
afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

const send = (name: string, buffer: Buffer): Promise<void> =>
  manager.page
    .getByLabel('CSV or Excel file')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer });

it('Our own template is mapped by its headers alone: stages, plans and answers, and nothing in it is amiss', async () => {
  const { page } = manager;
  await manager.open(`/t/${SLUG}/imports`);
  const address = await page.getByRole('link', { name: 'Excel' }).getAttribute('href');
  await send('template.xlsx', Buffer.from(await (await fetch(`${system.url}${address}`)).arrayBuffer()));
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}/);
  await page.getByText('workbook, sheet Register').waitFor();
  await next(page);
  await page.getByRole('heading', { name: 'Stages' }).waitFor();
  await next(page);
  await page.getByLabel('On which day was the file true?').fill(new Date().toISOString().slice(0, 10));
  await page.getByRole('radio', { name: 'No, living initiatives only' }).check();
  await page.getByText('12 of 12 questions have a column').waitFor();
  await checkAndImport(page);
  expect(await figureOf(page, 'Planned stages')).toBe(2);
  expect(await figureOf(page, 'Assessments')).toBe(2);
  const severities = page.getByRole('table', { name: 'Findings by kind' }).getByRole('cell');
  expect(await severities.filter({ hasText: /^(To look at|Row skipped)$/ }).count()).toBe(0);

  const { initiatives } = await office.get<{ initiatives: { nodes: unknown[] } }>(
    `{ initiatives(first: 2, filter: { search: "Claims triage" }) { nodes {
         stagePlans { stage } currentAssessment { score { answered applicable } answers { questionKey value note } } } } }`,
  );
  expect(initiatives.nodes).toEqual([
    {
      stagePlans: [{ stage: 'PRODUCTION' }],
      currentAssessment: {
        // The three that only the organisation is asked are open until it answers them.
        score: { answered: 12, applicable: 15 },
        answers: expect.arrayContaining([
          { questionKey: 'SA1', value: 'YES', note: 'From the file template.xlsx, row 2: Yes' },
        ]),
      },
    },
  ]);
});

it('Of a workbook one sheet is chosen, and another row can be its header', async () => {
  const { page } = manager;
  await manager.open(`/t/${SLUG}/imports`);
  const rows = [
    ['Kept by', 'The office'],
    ['Name', 'Stage'],
    ['Chatbot', 'Pilot'],
  ];
  await send('two.xlsx', workbook({ sheets: [sheetOf(rows, '2024'), sheetOf([['Name'], ['Old']], '2023')] }));
  await page.getByText('Which sheet of two.xlsx?').waitFor();
  await page.getByRole('button', { name: '2024' }).click();
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}/);
  await page.getByText('The headers are those of row 1.').waitFor();
  await page.getByRole('button', { name: 'Choose another row' }).click();
  await page.getByRole('button', { name: 'Use row 2 as header' }).click();
  await page.getByText('The headers are those of row 2.').waitFor();
  expect(await page.getByRole('combobox', { name: 'A Name becomes' }).inputValue()).toBe('name');
});
