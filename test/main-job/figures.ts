import type { Page } from 'playwright-core';
import type { Visitor } from '../support/browser.js';

export type ReportKind = 'TREND' | 'TIME_TO_PRODUCTION' | 'EXECUTIVE_QUARTER';

interface Results {
  /** The address of the live page below the organisation's. */
  readonly path: string;
  /** What the live page asks the api. */
  readonly operation: string;
  /** Where its result stands, in the answer and in a report. */
  readonly field: 'trend' | 'timeToProduction' | 'executiveQuarter';
  /** The report's name in the form. */
  readonly label: string;
}

export const RESULTS: Readonly<Record<ReportKind, Results>> = {
  TREND: { path: 'trend', operation: 'Trend', field: 'trend', label: 'Trend' },
  TIME_TO_PRODUCTION: {
    path: 'time-to-production',
    operation: 'TimeToProduction',
    field: 'timeToProduction',
    label: 'Time to production',
  },
  EXECUTIVE_QUARTER: {
    path: 'quarter',
    operation: 'ExecutiveQuarter',
    field: 'executiveQuarter',
    label: 'Quarter',
  },
};

/** What a page of results asked for, and what it printed. */
export interface Shown {
  /** Without what only says when it was asked. */
  readonly figures: Record<string, unknown>;
  readonly printed: readonly string[];
}

/** Opens the live page of a kind of results. */
export async function liveFigures(visitor: Visitor, slug: string, kind: ReportKind): Promise<Shown> {
  const { path, operation, field } = RESULTS[kind];
  const data = await dataOf(visitor, `/t/${slug}/${path}`, operation);
  return { figures: lasting(data[field]!), printed: await printedOn(visitor.page) };
}

/** Opens the page of a stored report. */
export async function storedFigures(
  visitor: Visitor,
  slug: string,
  kind: ReportKind,
  reportId: string,
): Promise<Shown> {
  const data = await dataOf(visitor, `/t/${slug}/reports/${reportId}`, 'Report');
  return {
    figures: lasting(data['report']![RESULTS[kind].field] as Figures),
    printed: await printedOn(visitor.page),
  };
}

type Figures = Record<string, unknown>;

async function dataOf(visitor: Visitor, path: string, operation: string): Promise<Record<string, Figures>> {
  const answer = visitor.page.waitForResponse(
    (response) => response.request().postData()?.includes(`"operationName":"${operation}"`) ?? false,
  );
  await visitor.open(path);
  const { data } = (await (await answer).json()) as { data: Record<string, Figures> };
  return data;
}

function lasting({ pending, factsAt, ...figures }: Figures): Figures {
  if (pending) throw new Error(`Figures of ${String(pending)} initiatives are still being recomputed.`);
  void factsAt;
  return figures;
}

/** The words and numbers of all cards and tables, charts' tables included. */
function printedOn(page: Page): Promise<string[]> {
  return page.locator('main').locator('.pl-figure, table').allInnerTexts();
}

/** The number that a page shows under a label. */
export async function figureOf(page: Page, label: string): Promise<number> {
  const card = page.getByRole('region', { name: label, exact: true });
  const text = await card.locator('.pl-figure-value').innerText();
  return Number(text.replace(/ of .*/s, '').replaceAll(/[^\d.-]/g, ''));
}
