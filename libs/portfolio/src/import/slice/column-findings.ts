import type { TenantTx } from '@pilotage/platform';
import { MOST_DATES, valuesOf } from '../import.queries.js';
import { fitFormat, seemsMonthly } from '../mapping/date-formats.js';
import { type Finding, finding } from '../plan/finding.js';
import type { SliceSetting } from './slice-setting.js';
import { storeFindings } from './store-findings.js';

/** Writes down what only all dates of a column together tell, beside its header. Returns how much that was. */
export async function findInColumns(
  tx: TenantTx,
  { importId, headerRow, planner }: SliceSetting,
): Promise<number> {
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
  return storeFindings(tx, importId, [{ rowNumber: headerRow, findings }]);
}

const count = (rows: number): string => rows.toLocaleString('en');
