import type { Visitor } from '../support/browser.js';
import { RESULTS, type ReportKind } from './figures.js';

interface WantedReport {
  readonly kind: ReportKind;
  /** Of the quarters in the form, newest first: 0 is the running one. */
  readonly quartersAgo: number;
  /** On the clock of the browser, which is UTC; now when absent. */
  readonly knownAt?: Date;
}

/** Requests a report on the reports page and waits on its own page until it is stored. Returns its id. */
export async function requestReport(
  visitor: Visitor,
  slug: string,
  { kind, quartersAgo, knownAt }: WantedReport,
): Promise<string> {
  const { page } = visitor;
  await visitor.open(`/t/${slug}/reports`);
  await page.getByRole('button', { name: 'Request a report' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: RESULTS[kind].label, exact: true }).check();
  await dialog.getByRole('combobox', { name: 'Quarter' }).click();
  await page.getByRole('option').nth(quartersAgo).click();
  if (knownAt) {
    await dialog.getByRole('radio', { name: 'At an earlier time' }).check();
    await dialog.getByLabel('Day and time').fill(knownAt.toISOString().slice(0, -1));
  }
  await dialog.getByRole('button', { name: 'Request' }).click();
  await page.waitForURL(/\/reports\/[0-9a-f-]{36}/);
  await page.getByRole('button', { name: 'Recompute' }).waitFor();
  await visitor.settled();
  return /reports\/([0-9a-f-]{36})/.exec(page.url())![1]!;
}

/** Has a stored report computed once more, and waits for the verdict. */
export async function recompute(visitor: Visitor, slug: string, reportId: string): Promise<string> {
  const { page } = visitor;
  await visitor.open(`/t/${slug}/reports/${reportId}`);
  await page.getByRole('button', { name: 'Recompute' }).click();
  return page.getByText(/^Computed once more on/).innerText();
}
