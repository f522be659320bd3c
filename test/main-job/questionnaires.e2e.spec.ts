import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { barriersOf, TestBrowser, WEB_DIST, type Visitor } from '../support/browser.js';
import { Installation, PASSWORD } from '../support/installation.js';
import { story } from '../support/story.js';
import { System } from '../support/system.js';
import { figureOf } from './figures.js';
import { checkAndImport, next, upload } from './importing.js';

const SLUG = 'questions';
const NAME = 'Supplier review';

let system: System;
let browser: TestBrowser;
let manager: Visitor;
let example: string;
const step = story(() => browser.keepScreenshots('questionnaires'));

beforeAll(async () => {
  system = await System.start({ webDist: WEB_DIST });
  await (await Installation.open(system)).createOrganisation(SLUG);
  browser = await TestBrowser.open();
  manager = await browser.newVisitor(system.url);
  await manager.signIn(`portfolio_manager@${SLUG}.example`, PASSWORD);
});
afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

const add = (source: string): Promise<void> =>
  manager.page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'questions.yaml', mimeType: 'application/yaml', buffer: Buffer.from(source) });

step('where there is none, an example can be had', async () => {
  await manager.open(`/t/${SLUG}/questionnaires`);
  const link = manager.page.getByRole('link', { name: 'Download an example to start from' });
  const answer = await fetch(new URL((await link.getAttribute('href'))!, system.url));
  expect(answer.status).toBe(200);
  example = await answer.text();
  expect(example).toContain(`name: ${NAME}`);
});

step('a file with mistakes is refused, each said by itself', async () => {
  await add(example.replace('weight: 60', 'weight: 70').replace('dimension: EXIT', 'dimension: OUT'));
  const refusal = manager.page.getByRole('dialog', { name: 'The file cannot be taken' });
  await refusal.waitFor();
  expect(await refusal.getByRole('listitem').allInnerTexts()).toEqual([
    'dimensions: weights add up to 110, not 100',
    'questions: EXIT1 names an unknown dimension, OUT',
  ]);
  expect(await barriersOf(manager.page)).toEqual([]);
  await manager.page.keyboard.press('Escape');
  await refusal.waitFor({ state: 'detached' });
});

step('the mended one stands in the list at once, and is had back as it came', async () => {
  const { page } = manager;
  await add(example);
  await page.getByRole('rowheader', { name: NAME }).waitFor();
  expect(await barriersOf(page)).toEqual([]);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: `Download YAML: ${NAME}, version 1` }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('supplier-review-1.yaml');
  expect(await readFile(await download.path(), 'utf8')).toBe(example);
});

step('columns are found by the texts of its questions, and each row is an assessment', async () => {
  const { page } = manager;
  const texts = [...example.matchAll(/^ {4}text: (.+)$/gm)].map(([, text]) => text!);
  const rows = ['Chatbot,Pilot,Yes,Planned for May,No,Yes', 'Router,Pilot,No,Within the organisation,Yes,'];
  await upload(manager, SLUG, Buffer.from([['Name', 'Stage', ...texts].join(','), ...rows].join('\n')));
  await next(page);
  await page.getByRole('heading', { name: 'Stages' }).waitFor();
  await next(page);
  await page.getByLabel('On which day was the file true?').fill(new Date().toISOString().slice(0, 10));
  await page.getByRole('radio', { name: 'No, living initiatives only' }).check();
  await page.getByText('4 of 4 questions have a column').waitFor();
  expect(await page.getByLabel('Columns answer').inputValue()).toBe('supplier-review 1');
  await checkAndImport(page);
  expect(await figureOf(page, 'Assessments')).toBe(2);
});

step('its page tells how they stand, by quarter and by dimension', async () => {
  const { page } = manager;
  await manager.open(`/t/${SLUG}/questionnaires`);
  await page.getByRole('link', { name: NAME }).click();
  await page.getByText('All answers are of one day').waitFor();
  const cells = (row: string) => page.getByRole('row', { name: row }).getByRole('cell').allInnerTexts();
  // Chatbot: Data (1 + ½) / 2 = 75, way out (2 · 0 + 1) / 3 = 33; Router: 50 and, with one of two answered, 100.
  expect(await cells('Data')).toEqual(['63 (2)']);
  expect(await cells('Way out')).toEqual(['67 (2)']);
  expect(await barriersOf(page)).toEqual([]);
});
