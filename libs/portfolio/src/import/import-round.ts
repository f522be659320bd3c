import { ConflictError, NotFoundError, type TenantTx, violatesUnique } from '@pilotage/platform';
import { processImport } from './import.jobs.js';
import { lockImport } from './import.queries.js';
import { type ImportId, type ImportRow, NO_COUNTS } from './import.types.js';

/** The import, kept from everybody else until the transaction ends. @throws NotFoundError */
export async function requireImport(tx: TenantTx, id: ImportId): Promise<ImportRow> {
  const current = await lockImport(tx, id);
  if (!current) throw new NotFoundError('import');
  return current;
}

/** Sets the worker going by what the row then says; slices of an older round find themselves overtaken. */
export async function beginRound(
  tx: TenantTx,
  { id, round }: Pick<ImportRow, 'id' | 'round'>,
  values: object,
): Promise<void> {
  await tx.update('import', { id }, { ...values, round: round + 1, error: null });
  tx.enqueue(processImport, { tenantId: tx.ctx.tenantId, importId: id, round: round + 1 });
}

export const deleteFindings = (tx: TenantTx, importId: ImportId): Promise<unknown> =>
  tx.delete('import_finding', { importId });

/** Another check finds and matches anew. What people decided stays: it holds for that one, too. */
export async function forgetCheck(tx: TenantTx, importId: ImportId): Promise<void> {
  await deleteFindings(tx, importId);
  await tx.delete('import_candidate', { importId });
  await tx.delete('import_match', { importId });
}

/** Of rows that are no more, or are other ones: what people decided of them goes, too. */
export async function forgetMatching(tx: TenantTx, importId: ImportId): Promise<void> {
  await forgetCheck(tx, importId);
  await tx.delete('import_kin', { importId });
  await tx.delete('import_decision', { importId });
  await tx.delete('import_absence', { importId });
}

/** Where a round begins that goes through all rows. */
export const AT_FIRST = { nextRow: 0, counts: JSON.stringify(NO_COUNTS), finishedAt: null };

/** Two imports at once would each find half of what the other writes. */
export const orOneAtATime = (error: unknown): unknown =>
  violatesUnique(error, 'import_one_running')
    ? new ConflictError(
        'Another import of your organisation is running, or being undone. Wait until it is done, and try again.',
      )
    : error;
