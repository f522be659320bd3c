import { newId, type TenantTx } from '@pilotage/platform';
import type { ImportId } from '../import.types.js';
import { type Finding, FINDINGS } from '../plan/finding.js';

/** Returns how many there were. */
export async function storeFindings(
  tx: TenantTx,
  importId: ImportId,
  rows: readonly { readonly rowNumber: number; readonly findings: readonly Finding[] }[],
): Promise<number> {
  const all = rows.flatMap(({ rowNumber, findings }) =>
    findings.map(({ code, columnIndex, value }) => {
      const [severity, message] = FINDINGS[code];
      return { id: newId(), importId, rowNumber, columnIndex, code, severity, message, value };
    }),
  );
  await tx.insert('import_finding', all);
  return all.length;
}
