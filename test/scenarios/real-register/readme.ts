import { readFileSync, writeFileSync } from 'node:fs';
import { type ShareByMonth } from '@pilotage/analytics';
import { type Convention, type Outcome } from './conventions.js';

const README = new URL('../../../README.md', import.meta.url);
const BLOCK = /(?<=<!-- figures: npm run figures -->\n)[\s\S]*(?=<!-- end of figures -->)/;

/** What stands between the two marks in README.md, without what only lays it out. */
export function figuresInReadme(): string {
  return plain(BLOCK.exec(readFileSync(README, 'utf8'))?.[0] ?? '');
}

export const plain = (markdown: string): string =>
  markdown.replaceAll(/-{2,}/g, '-').replaceAll(/\s+/g, ' ').trim();

export function writeToReadme(figures: string): void {
  const before = readFileSync(README, 'utf8');
  writeFileSync(
    README,
    before.replace(BLOCK, () => `\n${figures}\n\n`),
  );
}

export const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const HEAD = ['In production', 'Years as days of 1905', 'Same-day passage', 'n', 'Arrived', 'Stopped', 'Still running', 'Left, day unknown', 'By 12 months', 'By 24 months']; // prettier-ignore

export const conventionTable = (rows: readonly (Convention & Outcome)[]): string =>
  tableOf(
    HEAD,
    rows.map(({ inProduction, serialYears, sameDay, n, events, stopped, running, leftUndated, shares }) => [
      inProduction,
      serialYears,
      sameDay,
      ...[n, events, stopped, running, leftUndated].map(counted),
      ...shares.map(shareWords),
    ]),
  );

/** "34 % (31 to 37)" */
export function shareWords(at: ShareByMonth): string {
  if (at.kind !== 'share') return '–';
  const range =
    at.interval.kind === 'interval' ? ` (${percent(at.interval.low)} to ${percent(at.interval.high)})` : '';
  return `${percent(at.incidence)} %${range}`;
}

export const percent = (share: number): number => Math.round(100 * share);

export const counted = (count: number): string => count.toLocaleString('en-GB');
