import type { TenantTx } from '@pilotage/platform';
import { MOST_DATES, valuesOf } from '../import.queries.js';
import { fitFormat, seemsMonthly } from '../mapping/date-formats.js';
import { type Finding, finding } from '../plan/finding.js';
import type { SliceSetting } from './slice-setting.js';
import { storeFindings } from './store-findings.js';

/** Writes down what only all rows together tell, beside the header. Returns how much that was. */
export async function findInColumns(tx: TenantTx, setting: SliceSetting): Promise<number> {
  const findings = [
    ...(await findRepeated(tx, setting)),
    ...(await findDisagreeing(tx, setting)),
    ...(await findMonths(tx, setting)),
  ];
  return storeFindings(tx, setting.importId, [{ rowNumber: setting.headerRow, findings }]);
}

/** A share of rows that is more than the slips of people: some twins, some odd dates are in every register. */
const isMany = (rows: number, all: number): boolean => rows >= 10 && rows * 100 >= all * 20;

async function findRepeated(tx: TenantTx, { importId, mapping }: SliceSetting): Promise<Finding[]> {
  const [row] = await tx.query<{ shared: number; all: number }>(
    `select (select count(*)::int from import_kin where tenant_id = $1 and import_id = $2 and is_shared) as shared,
            (select count(*)::int from import_row
              where tenant_id = $1 and import_id = $2 and identity is not null) as all`,
    [tx.ctx.tenantId, importId],
  );
  const { shared, all } = row!;
  return isMany(shared, all)
    ? [finding('IDENTITIES_REPEATED', mapping.identity[0], shareOf(shared, all))]
    : [];
}

/** Of the rows that have a stage and a date. */
async function findDisagreeing(
  tx: TenantTx,
  { importId, headerRow, mapping }: SliceSetting,
): Promise<Finding[]> {
  const { stage, dates } = mapping;
  if (stage == null || dates.length === 0) return [];
  const [row] = await tx.query<{ disagreeing: number; all: number }>(
    `select (select count(*)::int from import_finding
              where tenant_id = $1 and import_id = $2 and code = 'STAGE_DISAGREES') as disagreeing,
            count(*)::int as all
       from import_row
      where tenant_id = $1 and import_id = $2 and row_number > $3 and cells ->> $4::int <> ''
        and exists (select from unnest($5::int[]) as dated(at) where cells ->> dated.at <> '')`,
    [tx.ctx.tenantId, importId, headerRow, stage, dates.map(({ column }) => column)],
  );
  const { disagreeing, all } = row!;
  return isMany(disagreeing, all) ? [finding('STAGES_DISAGREE', stage, shareOf(disagreeing, all))] : [];
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
    findings.push({
      ...finding('DATE_FIRSTS_OF_MONTH', column, shareOf(fit.firstsOfMonth, fit.read)),
      isRepaired: firstOfMonth === 'MONTH',
    });
  }
  return findings;
}

const shareOf = (rows: number, all: number): string =>
  `${rows.toLocaleString('en')} of ${all.toLocaleString('en')}`;
