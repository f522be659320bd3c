import { newId, type TenantTx } from '@pilotage/platform';
import type { ImportId } from '../import.types.js';
import { type Finding, wordsOf } from '../plan/finding.js';

/** Returns how many there were. */
export async function storeFindings(
  tx: TenantTx,
  importId: ImportId,
  rows: readonly { readonly rowNumber: number; readonly findings: readonly Finding[] }[],
): Promise<number> {
  const all = rows.flatMap(({ rowNumber, findings }) =>
    findings.map((found) => {
      const { code, columnIndex, value, readings, isRepaired = false } = found;
      const [severity, message] = wordsOf(found);
      const row = {
        id: newId(),
        importId,
        rowNumber,
        columnIndex,
        code,
        severity,
        message,
        value,
        isRepaired,
      };
      return { ...row, readings: readings ?? null };
    }),
  );
  await tx.insert('import_finding', all);
  return all.length;
}
