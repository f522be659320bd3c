import type { TenantTx } from '@pilotage/platform';
import { MOST_DATES, valuesOf } from '../import.queries.js';
import { fitFormat, seemsMonthly } from '../mapping/date-formats.js';
import { type Finding, finding } from '../plan/finding.js';
import type { SliceSetting } from './slice-setting.js';
import { storeFindings } from './store-findings.js';

/** Writes down what only all rows together tell, beside the header. Returns how much that was. */
export async function findInColumns(tx: TenantTx, setting: SliceSetting): Promise<number> {
  const findings = [...(await findRepeated(tx, setting)), ...(await findMonths(tx, setting))];
  return storeFindings(tx, setting.importId, [{ rowNumber: setting.headerRow, findings }]);
}

/** From here on a file does not list each initiative once; some twins are in every register. */
const SHARED_PERCENT = 20;
const FEWEST_SHARED = 10;

async function findRepeated(tx: TenantTx, { importId, mapping }: SliceSetting): Promise<Finding[]> {
  const [row] = await tx.query<{ shared: number; all: number }>(
    `select (select count(*)::int from import_kin where tenant_id = $1 and import_id = $2 and is_shared) as shared,
            (select count(*)::int from import_row
              where tenant_id = $1 and import_id = $2 and identity is not null) as all`,
    [tx.ctx.tenantId, importId],
  );
  const { shared, all } = row!;
  if (shared < FEWEST_SHARED || shared * 100 < all * SHARED_PERCENT) return [];
  const share = `${count(shared)} of ${count(all)}`;
  return [finding('IDENTITIES_REPEATED', mapping.identity[0], share)];
}

async function findMonths(tx: TenantTx, { importId, planner }: SliceSetting): Promise<Finding[]> {
  const findings: Finding[] = [];
  const columns = new Map(planner.dates.map((date) => [date.column, date]));
  for (const { column, format, firstOfMonth } of columns.values()) {
    const values = await valuesOf(tx, [{ importId, column }], MOST_DATES);
    const fit = fitFormat(
      values.filter(({ value }) => planner.textOf([value], 0) !== ''),
      format,
    );
    if (!seemsMonthly(fit)) continue;
    const share = `${count(fit.firstsOfMonth)} of ${count(fit.read)}`;
    findings.push({
      ...finding('DATE_FIRSTS_OF_MONTH', column, share),
      isRepaired: firstOfMonth === 'MONTH',
    });
  }
  return findings;
}

const count = (rows: number): string => rows.toLocaleString('en');
