import { IMPORT_LIMITS } from './limits.js';
import { refused } from './refused.js';

export interface FileRow {
  /** As a spreadsheet counts: the first row of the file is row 1. */
  readonly rowNumber: number;
  readonly cells: readonly string[];
}

export const isFilled = (cell: string): boolean => /\S/.test(cell);

/**
 * Rows with content, each within the limits; those without are left out, but counted.
 *
 * @throws BadInputError naming the row that is over a limit
 */
export async function* filledRows(rows: AsyncIterable<FileRow>): AsyncGenerator<FileRow> {
  let count = 0;
  let characters = 0;
  for await (const row of rows) {
    if (!row.cells.some(isFilled)) continue;
    count += 1;
    // One more than rows of data: the header.
    if (count > IMPORT_LIMITS.rows + 1)
      throw refused(
        `The file has more than ${IMPORT_LIMITS.rows} rows. Split it into several files.`,
        'TOO_MANY_ROWS',
      );
    checkRow(row);
    characters += row.cells.reduce((sum, cell) => sum + cell.length, 0);
    if (characters > IMPORT_LIMITS.characters)
      throw refused(
        `The file has more than ${IMPORT_LIMITS.characters / 1_000_000} million characters. Split it, or leave out columns that are not needed.`,
        'FILE_TOO_LARGE',
      );
    yield row;
  }
}

function checkRow({ rowNumber, cells }: FileRow): void {
  const { columns, cellCharacters } = IMPORT_LIMITS;
  if (cells.length > columns)
    throw refused(
      `Row ${rowNumber} has ${cells.length} columns, more than the ${columns} an import may have. Leave out columns that are not needed.`,
      'TOO_MANY_COLUMNS',
    );
  const column = cells.findIndex((cell) => cell.length > cellCharacters);
  if (column >= 0) throw cellTooLong(rowNumber, column);
}

export const cellTooLong = (rowNumber: number, column: number): Error =>
  refused(
    `Row ${rowNumber}, column ${column + 1} has more than ${IMPORT_LIMITS.cellCharacters} characters. Is a quote missing there?`,
    'CELL_TOO_LONG',
  );
