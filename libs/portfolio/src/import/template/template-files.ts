import { stringify } from 'csv-stringify/sync';
import writeExcelFile from 'write-excel-file/node';
import type { Template, TemplateCell } from './template.js';

/** With a byte order mark, by which spreadsheets know UTF-8. */
export const templateCsv = ({ headers, rows }: Template): string =>
  stringify([headers, ...rows.map((row) => row.map(textOf))], { bom: true });

export async function templateWorkbook({ headers, rows }: Template): Promise<Buffer> {
  const header = headers.map((value) => ({ value, fontWeight: 'bold' as const, wrap: true }));
  const data = rows.map((row) => row.map(cellOf));
  const columns = headers.map(() => ({ width: 18 }));
  return writeExcelFile([header, ...data], { sheet: 'Register', columns, stickyRowsCount: 1 }).toBuffer();
}

const textOf = (cell: TemplateCell): string => (cell.kind === 'day' ? cell.on : cell.text);

function cellOf(cell: TemplateCell) {
  if (cell.kind === 'text') return cell.text === '' ? null : { type: String, value: cell.text };
  return { type: Date, value: new Date(`${cell.on}T00:00:00Z`), format: 'yyyy-mm-dd' };
}
