import { isFindingsFile, MARKER_COLUMNS, withoutMarkers } from '../findings-file/marker-columns.js';
import { ColumnSummary, type FileColumn } from './columns.js';
import { decodeText } from './encoding.js';
import type { FileRow } from './file-row.js';
import type { FileTable, TableSource } from './file-table.js';
import { guessHeaderRow, HEADER_ROWS } from './header-row.js';
import { append, bytesOf, openNameless } from './nameless-file.js';
import { refused } from './refused.js';

const WRITE_CHARACTERS = 1024 * 1024;

/** A table that was read to its end and found good; its rows are on disk, one a line, never all in memory. */
export interface SpooledTable {
  readonly source: TableSource;
  readonly headerRow: number;
  readonly columns: readonly FileColumn[];
  /** Of data: below the header. */
  readonly rowCount: number;
  /** What an earlier import found, mended; the columns that said so are taken off. */
  readonly isOfFindings: boolean;
  rows(): AsyncGenerator<FileRow>;
  /** Gives its space back. */
  close(): Promise<void>;
}

/**
 * Reads a table before anything of it is stored: what is wrong with it is known by then, and the database does not wait
 * for a workbook to be unpacked. The caller closes it.
 *
 * @throws BadInputError naming the row where the file is broken or over a limit, or when there is no data
 */
export async function spoolTable({ source, rows }: FileTable): Promise<SpooledTable> {
  const file = await openNameless();
  try {
    const reader = rows();
    const first = await take(reader, HEADER_ROWS);
    const headerRow = guessHeaderRow(first);
    const header = first.find(({ rowNumber }) => rowNumber === headerRow)?.cells ?? [];
    const isOfFindings = isFindingsFile(header);
    const original = (rowNumber: number, cells: readonly string[]): readonly string[] =>
      isOfFindings && rowNumber >= headerRow
        ? withoutMarkers(cells, header.length - MARKER_COLUMNS.length)
        : cells;
    // A sheet is a rectangle: a cell that it leaves out is empty, not missing as in a row of text.
    const widths = first.map(({ rowNumber, cells }) => original(rowNumber, cells).length);
    const width = source.sheet === null ? 0 : Math.max(0, ...widths);
    const summary = new ColumnSummary(original(headerRow, header));
    let rowCount = 0;
    let lines = '';
    for await (const { rowNumber, cells } of all(first, reader)) {
      const row = { rowNumber, cells: padded(original(rowNumber, cells), width) };
      if (rowNumber > headerRow) {
        summary.add(row.cells);
        rowCount += 1;
      }
      lines += `${JSON.stringify(row)}\n`;
      if (lines.length < WRITE_CHARACTERS) continue;
      await append(file, lines);
      lines = '';
    }
    await append(file, lines);
    if (rowCount === 0)
      throw refused('The file has a header but no rows. Choose a file with data.', 'FILE_EMPTY');
    return {
      source,
      headerRow,
      rowCount,
      isOfFindings,
      columns: summary.columns(),
      rows: () => linesOf(bytesOf(file)),
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function take(rows: AsyncGenerator<FileRow>, count: number): Promise<FileRow[]> {
  const taken: FileRow[] = [];
  while (taken.length < count) {
    const next = await rows.next();
    if (next.done) break;
    taken.push(next.value);
  }
  return taken;
}

async function* all(first: readonly FileRow[], others: AsyncIterable<FileRow>): AsyncGenerator<FileRow> {
  yield* first;
  yield* others;
}

async function* linesOf(bytes: AsyncIterable<Buffer>): AsyncGenerator<FileRow> {
  let rest = '';
  for await (const piece of decodeText(bytes, 'UTF-8')) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop()!;
    for (const line of lines) yield JSON.parse(line) as FileRow;
  }
}

const padded = (cells: readonly string[], width: number): readonly string[] =>
  cells.length < width ? [...cells, ...Array<string>(width - cells.length).fill('')] : cells;
