import type { Client } from '../support/client.js';
import { report } from '../support/measured.js';

export interface ImportCounts {
  readonly rows: number;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly skipped: number;
  readonly events: number;
  readonly observations: number;
  readonly units: number;
  readonly findings: number;
}

export interface ImportOutcome {
  readonly counts: ImportCounts;
  readonly findingSummary: readonly { code: string; count: number; severity: string; message: string }[];
  /** Of rows that were not imported. */
  readonly skipped: readonly { rowNumber: number; message: string }[];
}

/** What came of an import, by what the api says of it. */
export async function outcomeOf(client: Client, id: string): Promise<ImportOutcome> {
  const found = await client.get<{ import: ImportOutcome }>(
    `query ($id: ID!) { import(id: $id) {
       counts { rows created changed unchanged skipped events observations units findings }
       findingSummary { code count severity message } } }`,
    { id },
  );
  const skipped: { rowNumber: number; message: string }[] = [];
  for (const { code, severity } of found.import.findingSummary) {
    if (severity !== 'ROW_SKIPPED') continue;
    const rows = await client.get<{
      import: { findings: { nodes: { rowNumber: number; message: string }[] } };
    }>(
      `query ($id: ID!, $code: String) {
         import(id: $id) { findings(code: $code, first: 100) { nodes { rowNumber message } } } }`,
      { id, code },
    );
    skipped.push(...rows.import.findings.nodes);
  }
  return { ...found.import, skipped };
}

/** Of the 2024 inventory; the portfolio library's spec of the same file has the sums. */
export const INVENTORY_2024 = {
  counts: {
    rows: 2133,
    skipped: 3,
    created: 2130,
    changed: 0,
    unchanged: 0,
    events: 2804,
    observations: 1121,
    units: 41,
    findings: 2036,
  },
};

/** Prints what an import made of its rows. */
export function say(what: string, { counts, findingSummary, skipped }: ImportOutcome): void {
  report(
    what,
    `${counts.created} initiatives, ${counts.events} events, ${counts.observations} observations, ` +
      `${counts.units} units, ${counts.findings} findings, ${counts.skipped} of ${counts.rows} rows skipped`,
  );
  for (const { code, count } of findingSummary) report(`  ${code}`, count);
  for (const { rowNumber, message } of skipped) report(`  Skipped row ${rowNumber}`, message);
}
