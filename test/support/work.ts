import { randomUUID } from 'node:crypto';
import type { Client } from './client.js';
import { until } from './until.js';

/** Uploads a register; returns the id of its import. */
export async function uploaded(
  client: Client,
  fileName: string,
  content: string | Uint8Array<ArrayBuffer>,
): Promise<string> {
  const answer = await client.upload(fileName, content);
  const { id } = (await answer.json()) as { id?: string };
  if (!id) throw new Error(`The upload answered ${answer.status}`);
  return id;
}

/** Uploads a register and checks it with a mapping; returns the id of the import, ready to be started. */
export async function checkedImport(
  client: Client,
  content: string | Uint8Array<ArrayBuffer>,
  mapping: object,
  fileName = 'inventory.csv',
): Promise<string> {
  const importId = await uploaded(client, fileName, content);
  await client.act('checkImport', { importId, mapping }, 'import { id }');
  await importReached(client, importId, 'CHECKED');
  return importId;
}

/** The same, run to its end. */
export async function finishedImport(
  client: Client,
  content: string,
  mapping: object,
  fileName: string,
): Promise<string> {
  const importId = await checkedImport(client, content, mapping, fileName);
  await startImport(client, importId);
  await importReached(client, importId, 'DONE');
  return importId;
}

export async function importReached(client: Client, id: string, state: string): Promise<void> {
  await until(`an import that is ${state}`, async () => (await importState(client, id)) === state);
}

export async function importState(client: Client, id: string): Promise<string> {
  const found = await client.get<{ import: { state: string; error: string | null } }>(
    'query ($id: ID!) { import(id: $id) { state error } }',
    { id },
  );
  if (found.import.state === 'FAILED') throw new Error(`The import failed: ${found.import.error}`);
  return found.import.state;
}

export async function startImport(client: Client, importId: string): Promise<void> {
  await client.act('startImport', { importId, idempotencyKey: randomUUID() }, 'import { id }');
}

export type ReportKind = 'TREND' | 'TIME_TO_PRODUCTION' | 'EXECUTIVE_QUARTER';

export async function requestReport(
  client: Client,
  kind: ReportKind,
  quarterOf: string,
  filter: object = {},
): Promise<string> {
  const { report } = await client.act<{ report: { id: string } }>(
    'requestReport',
    { idempotencyKey: randomUUID(), kind, quarterOf, filter },
    'report { id }',
  );
  return report.id;
}

/** Runs a stored report once more; returns the id of the rerun. */
export async function rerunReport(client: Client, reportId: string): Promise<string> {
  const { report } = await client.act<{ report: { id: string } }>(
    'rerunReport',
    { idempotencyKey: randomUUID(), reportId },
    'report { id }',
  );
  return report.id;
}

export interface FinishedReport {
  readonly id: string;
  readonly state: string;
  readonly error: string | null;
  readonly resultDigest: string;
  readonly isEqual: boolean | null;
}

/** Waits until reports are stored. */
export async function finished(client: Client, ids: readonly string[]): Promise<FinishedReport[]> {
  const reports: FinishedReport[] = [];
  for (const id of ids) {
    reports.push(
      await until(
        'a report',
        async () => {
          const { report } = await client.get<{ report: FinishedReport }>(
            'query ($id: ID!) { report(id: $id) { id state error resultDigest isEqual } }',
            { id },
          );
          if (report.state === 'FAILED') throw new Error(`A report failed: ${report.error}`);
          return report.state === 'DONE' && report;
        },
        { seconds: 120 },
      ),
    );
  }
  return reports;
}

/** Waits until the trend page lacks no initiative. */
export async function untilFactsAreCurrent(client: Client): Promise<void> {
  await until('current facts', async () => {
    const { trend } = await client.get<{ trend: { pending: number } }>('{ trend { pending } }');
    return trend.pending === 0;
  });
}
