import type { Visitor } from '../support/browser.js';

/** Finds an initiative by its name in the portfolio and opens it. Returns its id. */
export async function openInitiative(visitor: Visitor, slug: string, name: string): Promise<string> {
  const { page } = visitor;
  await visitor.open(`/t/${slug}/portfolio`);
  await page.getByRole('searchbox').fill(name);
  await page.getByRole('link', { name, exact: true }).click();
  await page.waitForURL(/\/initiatives\//);
  await page.getByRole('heading', { level: 1, name }).waitFor();
  return /initiatives\/([0-9a-f-]{36})/.exec(page.url())![1]!;
}

/** Begins an assessment of the initiative that is open, by the keyboard alone; the first question has the focus then. */
export async function startAssessment({ page }: Visitor, asOfOn: string): Promise<void> {
  await page.getByRole('button', { name: 'Start assessment' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByLabel('As of').fill(asOfOn);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/drafts\//);
  await page.locator('[id^="question-"]:focus').waitFor();
}

/** Records on the initiative that is open that it entered a stage on a day. */
export async function move({ page }: Visitor, stage: string, on: string): Promise<void> {
  await page.getByRole('tab', { name: 'Timeline' }).click();
  await page.getByRole('button', { name: 'Record a move' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Moved to' }).click();
  await page.getByRole('option', { name: new RegExp(`^${stage}`) }).click();
  await dialog.getByRole('group', { name: 'Entered' }).getByLabel('Entered').fill(on);
  await dialog.getByRole('button', { name: 'Record the move' }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** Corrects the day of a stage on the timeline that is open. */
export async function correctDay(
  { page }: Visitor,
  stage: string,
  on: string,
  reason: string,
): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^Correct ${stage},`) }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('group', { name: 'Entered' }).getByLabel('Entered').fill(on);
  await dialog.getByLabel('Reason').fill(reason);
  await dialog.getByRole('button', { name: 'Correct' }).click();
  await dialog.waitFor({ state: 'detached' });
}
