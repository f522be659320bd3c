import type { Locator, Page } from 'playwright-core';
import type { Visitor } from '../support/browser.js';
import type { Inventory, Mapping } from '../support/inventory.js';
import { timeOf } from '../support/measured.js';

const FIELDS = ['name', 'summary', 'unit', 'externalId', 'kind', 'tags', 'stage'] as const;

export interface Imported {
  readonly id: string;
  readonly checkMs: number;
  readonly importMs: number;
}

/** Takes a file through the wizard: upload, columns, stages and dates, what it covers, dry run, matching, import. */
export async function importFile(
  visitor: Visitor,
  slug: string,
  inventory: Inventory,
  match?: (page: Page) => Promise<void>,
): Promise<Imported> {
  const { page } = visitor;
  const { csv, mapping } = inventory;
  await upload(visitor, slug, csv);
  await chooseColumns(page, mapping);
  await next(page);
  await nameStages(page, mapping);
  await next(page);
  await page.getByLabel('On which day was the file true?').fill(mapping.asOfOn);
  if (mapping.completeSince) {
    await page.getByRole('radio', { name: 'Yes, from a certain day on' }).check();
    await page.getByLabel('Since which day?').fill(mapping.completeSince);
  } else await page.getByRole('radio', { name: 'No, living initiatives only' }).check();
  return checkAndImport(page, match);
}

/** Uploads a file, which opens its wizard. */
export async function upload(visitor: Visitor, slug: string, csv: Uint8Array): Promise<void> {
  const { page } = visitor;
  await visitor.open(`/t/${slug}/imports`);
  const file = { name: 'register.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
  await page.getByLabel('CSV or Excel file').setInputFiles(file);
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}/);
}

/** From the last step of the wizard through the dry run to the end; `match` comes back to what would happen. */
export async function checkAndImport(page: Page, match?: (page: Page) => Promise<void>): Promise<Imported> {
  await page.getByRole('button', { name: 'Check the file' }).click();
  const start = page.getByRole('button', { name: 'Start the import' });
  const checkMs = await timeOf(() => start.waitFor({ timeout: 60_000 }));
  await match?.(page);
  await start.click();
  const importMs = await timeOf(() => page.getByText(/^Imported /).waitFor({ timeout: 60_000 }));
  return { id: /imports\/([0-9a-f-]{36})/.exec(page.url())![1]!, checkMs, importMs };
}

export const next = (page: Page): Promise<void> => page.getByRole('button', { name: 'Next' }).click();

/** What the page found by itself is only a first guess: what is not wanted is taken away. */
async function chooseColumns(page: Page, mapping: Mapping): Promise<void> {
  const wanted = new Map<number, string>();
  for (const field of FIELDS) if (mapping[field] !== null) wanted.set(mapping[field], field);
  for (const { column, stage } of mapping.dates) wanted.set(column, `date ${stage}`);
  const uses = page.getByRole('combobox', { name: / becomes$/ });
  await uses.first().waitFor();
  for (const [index, use] of wanted) await uses.nth(index).selectOption(use);
  for (const [index, use] of (await valuesOf(uses)).entries()) {
    if (use !== '' && !wanted.has(index)) await uses.nth(index).selectOption('');
  }
  const identity = page.getByRole('checkbox', { name: / is part of the identity$/ });
  for (const index of mapping.identity) await identity.nth(index).check();
  for (const index of await checkedOf(identity)) {
    if (!mapping.identity.includes(index)) await identity.nth(index).uncheck();
  }
}

async function nameStages(page: Page, { stageValues, dates, dateFormat }: Mapping): Promise<void> {
  await page.getByRole('heading', { name: 'Stages' }).waitFor();
  for (const { value, stage } of stageValues) {
    const choice = page.getByRole('combobox', { name: `Stage for ${value}`, exact: true });
    // A value that a file does not have needs no answer.
    if (await choice.count()) await choice.selectOption(stage ?? 'LEAVE_OUT');
  }
  const choices = page.getByRole('combobox', { name: /^Stage for / });
  for (const [index, value] of (await valuesOf(choices)).entries()) {
    if (value === '') await choices.nth(index).selectOption('LEAVE_OUT');
  }
  const formats = page.getByRole('combobox', { name: /^Date format: / });
  for (const index of dates.keys()) {
    await formats.nth(index).fill(dateFormat ?? '');
    await formats.nth(index).press('Escape');
  }
}

const valuesOf = (selects: Locator): Promise<string[]> =>
  selects.evaluateAll((elements) =>
    elements.map((element) => (element as unknown as { value: string }).value),
  );

const checkedOf = (boxes: Locator): Promise<number[]> =>
  boxes.evaluateAll((elements) =>
    elements.flatMap((element, index) =>
      (element as unknown as { checked: boolean }).checked ? [index] : [],
    ),
  );
