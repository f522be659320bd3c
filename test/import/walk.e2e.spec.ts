import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { outcomeOf } from '../main-job/counts.js';
import { figureOf } from '../main-job/figures.js';
import { checkAndImport, importFile, next, upload } from '../main-job/importing.js';
import { acceptLink, createOrganisation, PASSWORD, setUpLink } from '../main-job/people.js';
import { TestBrowser, type Visitor, WEB_DIST } from '../support/browser.js';
import { Client } from '../support/client.js';
import { report } from '../support/measured.js';
import { story } from '../support/story.js';
import { System } from '../support/system.js';
import { realRegisters, type TwoRegisters, twoRegisters } from './registers.js';

const REGISTERS: readonly TwoRegisters[] = [twoRegisters(), ...realRegisters()];

let system: System;
let browser: TestBrowser;
let operator: Visitor;

beforeAll(async () => {
  system = await System.start({ webDist: WEB_DIST });
  browser = await TestBrowser.open();
  operator = await browser.newVisitor(system.url);
  await acceptLink(operator, setUpLink(system.said), { name: 'Olga Operator', email: 'olga@host.example' });
});
afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

describe.each(REGISTERS)('From an empty organisation: $slug', (registers) => {
  const { slug } = registers;
  const admin = { adminName: 'Ada Admin', adminEmail: `ada@${slug}.example` };
  let office: Visitor;
  let client: Client;
  let inFirst = 0;
  let secondId: string;
  let mendedId: string;
  /** Of the initiative that both registers have. */
  let continuedId: string;
  let firstTrail: string[];
  const step = story(() => browser.keepScreenshots(`${slug}-walk`));

  step('an organisation is made', async () => {
    office = await browser.newVisitor(system.url);
    const link = await createOrganisation(operator, { name: 'Two registers', slug, ...admin });
    await acceptLink(office, link);
    client = (await new Client(system.url).signIn(admin.adminEmail, PASSWORD)).in(slug);
    expect(await listed()).toBe(0);
  });

  step('its first unit is there once it is saved', async () => {
    const { page } = office;
    await office.open(`/t/${slug}/admin/units`);
    await page.getByText('No units yet').waitFor();
    await page.getByRole('button', { name: 'Add a unit' }).first().click();
    await page.getByRole('dialog').getByLabel('Name').fill('Harbour office');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('listitem').filter({ hasText: 'Harbour office' }).waitFor();
  });

  step('the register of the first year is imported', async () => {
    const { id } = await importFile(office, slug, registers.first);
    const { counts } = await outcomeOf(client, id);
    report('The first register', JSON.stringify(counts));
    expect(counts.created).toBe(counts.rows);
    expect(counts).toMatchObject({ skipped: 0, changed: 0, events: 0 });
    expect(await figureOf(office.page, 'New initiatives')).toBe(counts.created);
    inFirst = counts.created;
    expect(await listed()).toBe(inFirst);
    await browser.keepPicture(office, `${slug}-walk-first`);
    continuedId = await idOf(registers.continued);
    firstTrail = await trail();
    expect(firstTrail).toEqual([expect.stringMatching(/Pilot.*31 Dec 2023/)]);
  });

  step('a unit gets another name, and loses it', async () => {
    const { page } = office;
    await office.open(`/t/${slug}/admin/units`);
    const unit = page.getByRole('listitem').first();
    const opener = unit.getByRole('button', { name: /^Other names of / });
    await opener.click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('None yet.').waitFor();
    await page.keyboard.type('As files have it');
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Take away As files have it' }).waitFor();
    expect(await unit.innerText()).toContain('also As files have it');
    await page.keyboard.type('as FILES have it');
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Take away as FILES have it' }).click();
    await dialog.getByText('None yet.').waitFor();
    await dialog.getByRole('button', { name: 'Done' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await opener.and(page.locator(':focus')).count()).toBe(1);
    expect(await unit.innerText()).not.toContain('also');
  });

  step('that of the second year is imported over it', async () => {
    const { id } = await importFile(office, slug, registers.second, match);
    secondId = id;
    const { counts } = await outcomeOf(client, id);
    report('The second register', JSON.stringify(counts));
    expect(counts).toMatchObject(registers.over);
    expect(await figureOf(office.page, 'New initiatives')).toBe(counts.created);
    expect(await listed()).toBe(inFirst + counts.created);
    await office.page.getByText(/^This register lists living initiatives only, as of 16 Dec 2024/).waitFor();
    await browser.keepPicture(office, `${slug}-walk-second`);
  });

  step('an initiative of both has its trail', async () => {
    const records = await trail();
    report('Its trail', records.join(' | '));
    expect(records).toHaveLength(registers.records);
    expect(records[1]).toMatch(new RegExp(`Entered: Production.*${registers.liveSince}`));
    expect(records).toContain(firstTrail[0]);
    const { split } = registers;
    expect(await splits()).toEqual(
      split ? [expect.stringContaining(`Split off from it: AI-050 ${split}`)] : [],
    );
    if (split) {
      await office.page.getByRole('link', { name: split }).click();
      await office.page.getByRole('heading', { name: split }).waitFor();
      await office.settled();
      expect(await splits()).toEqual([expect.stringContaining(`${registers.continued}by 16 Dec 2024`)]);
      await browser.keepPicture(office, `${slug}-walk-split`);
      await office.open(`/t/${slug}/initiatives/${continuedId}?tab=timeline`);
    }
    await browser.keepPicture(office, `${slug}-walk-trail`);
  });

  step('a date is mended in the file of findings, which changes that row alone', async () => {
    const { page } = office;
    await office.open(`/t/${slug}/imports/${secondId}`);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download findings' }).click(),
    ]);
    const found = await readFile(await download.path(), 'utf8');
    const mended = found.replace(...registers.mend);
    expect(mended).not.toBe(found);
    await upload(office, slug, Buffer.from(mended));
    await page.getByText('This is a mended findings file of register.csv').waitFor();
    await next(page);
    await next(page);
    mendedId = (await checkAndImport(page)).id;
    const { counts } = await outcomeOf(client, mendedId);
    report('The mended file', JSON.stringify(counts));
    expect(counts).toMatchObject({ created: 0, changed: 1, events: 1, units: 0 });
    await browser.keepPicture(office, `${slug}-walk-mended`);
  });

  step('both imports are undone, the newer one first: all is as after the first register', async () => {
    for (const id of [mendedId, secondId]) {
      await office.open(`/t/${slug}/imports/${id}`);
      await office.page.getByRole('button', { name: 'Undo', exact: true }).click();
      await office.page.getByRole('button', { name: 'Undo the import' }).click();
      await office.page.getByText('This import was undone').waitFor({ timeout: 60_000 });
    }
    await browser.keepPicture(office, `${slug}-walk-undone`);
    expect(await listed()).toBe(inFirst);
    await office.open(`/t/${slug}/time-to-production`);
    await office.page.getByText(/as of 31 Dec 2023/).waitFor();
    const records = await trail();
    report('Its trail', records.join(' | '));
    expect(records.filter((record) => !record.includes('taken back'))).toEqual(firstTrail);
    expect(await splits()).toEqual([]);
  });

  const listed = async (): Promise<number> => {
    const { initiatives } = await client.get<{ initiatives: { totalCount: number } }>(
      '{ initiatives(first: 1) { totalCount } }',
    );
    return initiatives.totalCount;
  };

  async function idOf(name: string): Promise<string> {
    const { initiatives } = await client.get<{ initiatives: { nodes: { id: string }[] } }>(
      'query ($name: String!) { initiatives(filter: { search: $name }, first: 1) { nodes { id } } }',
      { name },
    );
    return initiatives.nodes[0]!.id;
  }

  /** The records on the timeline of the initiative of both registers, as its page shows them. */
  async function trail(): Promise<string[]> {
    await office.open(`/t/${slug}/initiatives/${continuedId}?tab=timeline`);
    const records = office.page.getByRole('list', { name: 'Stages over time' }).getByRole('listitem');
    await records.first().waitFor();
    return (await records.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' '));
  }

  const splits = (): Promise<string[]> =>
    office.page.getByRole('list', { name: 'Splits' }).getByRole('listitem').allTextContents();

  /** Units that are called otherwise are said to be the same, what was split off is said to be, names that are alike enough are taken for the same. */
  async function match(page: Page): Promise<void> {
    if (registers.alias) await name(page, registers.alias);
    if (registers.split) await split(page, registers.split);
    if (registers.alikeFrom === null) return;
    await page.getByRole('link', { name: 'Match with what is known' }).click();
    await page.getByLabel('At least so many percent alike').fill(String(registers.alikeFrom));
    const known = await page.getByText(/ rows are known by their name/).innerText();
    await page.getByRole('button', { name: 'Accept all of them' }).click();
    await page.getByText(known).waitFor({ state: 'detached' });
    await office.settled();
    await page.getByRole('link', { name: 'Next' }).click();
    await page.getByRole('button', { name: 'Start the import' }).waitFor({ timeout: 60_000 });
  }

  /** A new row was split off from what goes on under its name. */
  async function split(page: Page, name: string): Promise<void> {
    await page.getByRole('link', { name: 'Match with what is known' }).click();
    await page.getByText('New', { exact: true }).click();
    const choice = (what: string) => page.getByRole('combobox', { name: new RegExp(`${name}, ${what}$`) });
    await choice('is').click();
    await page.getByRole('option', { name: 'A new initiative' }).click();
    await choice('was split off from').fill(registers.continued);
    await page.getByRole('option', { name: registers.continued }).click();
    await browser.keepPicture(office, `${slug}-walk-matching`);
    await page.getByRole('button', { name: 'Keep one choice' }).click();
    await page.getByRole('button', { name: 'Keep the choices' }).waitFor();
    await page.getByRole('link', { name: 'Next' }).click({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Start the import' }).waitFor();
  }

  /** The check is made again with the other name, and once more where units have changed beside it. */
  async function name(page: Page, alias: { readonly of: string; readonly name: string }): Promise<void> {
    expect(await figureOf(page, 'New units')).toBe(1);
    await page.getByRole('link', { name: 'Match with what is known' }).click();
    await page.getByRole('combobox', { name: `${alias.name} is the same as` }).click();
    await page.getByRole('option', { name: alias.of, exact: true }).click();
    await browser.keepPicture(office, `${slug}-walk-new-units`);
    await page.getByRole('button', { name: 'Keep one name and check again' }).click();
    await page.getByRole('heading', { name: 'New units' }).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Next' }).click({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Start the import' }).waitFor();
    expect(await figureOf(page, 'New units')).toBe(0);

    await client.act('saveUnit', { idempotencyKey: randomUUID(), name: 'Lighthouse' }, '__typename');
    await page.getByRole('button', { name: 'Start the import' }).click();
    await page.getByText('Units have changed since this file was checked').waitFor();
    await browser.keepPicture(office, `${slug}-walk-outdated`);
    await page.getByRole('button', { name: 'Check again' }).click();
    await page.getByRole('button', { name: 'Start the import' }).waitFor({ timeout: 60_000 });
  }
});
