import type { Page } from 'playwright-core';

/** The number that a page shows under a label. */
export async function figureOf(page: Page, label: string): Promise<number> {
  const text = await page
    .getByRole('region', { name: label, exact: true })
    .locator('.pl-figure-value')
    .innerText();
  return Number(text.replaceAll(/[^\d.-]/g, ''));
}
