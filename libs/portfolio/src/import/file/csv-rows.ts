import { Readable } from 'node:stream';
import { BadInputError } from '@pilotage/platform';
import { CsvError, parse } from 'csv-parse';
import { IMPORT_LIMITS } from './limits.js';

export interface CsvRow {
  /** As a spreadsheet counts: the header is row 1. */
  readonly rowNumber: number;
  readonly cells: readonly string[];
}

/**
 * The rows of a CSV text, the header first; rows without any content are left out but counted. Cells keep their line
 * breaks and spaces.
 *
 * @throws BadInputError naming the row where the file is broken or over a limit
 */
export async function* readCsvRows(text: AsyncIterable<string>, delimiter: string): AsyncGenerator<CsvRow> {
  const parser = Readable.from(text).compose(
    parse({ delimiter, relax_column_count: true, max_record_size: IMPORT_LIMITS.rowCharacters }),
  );
  let rowNumber = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      rowNumber += 1;
      checkLimits(cells, rowNumber);
      if (rowNumber === 1 || cells.some((cell) => cell.trim() !== '')) yield { rowNumber, cells };
    }
  } catch (error) {
    // The parser is ahead of us: what it has read by then is in its error.
    throw error instanceof CsvError ? broken(error, Number(error['records'] ?? rowNumber) + 1) : error;
  }
}

function checkLimits(cells: readonly string[], rowNumber: number): void {
  const { columns, cellCharacters, rows } = IMPORT_LIMITS;
  if (cells.length > columns)
    throw refused(
      `Row ${rowNumber} has ${cells.length} columns, more than the ${columns} an import may have. Leave out columns that are not needed.`,
      'TOO_MANY_COLUMNS',
    );
  if (rowNumber > rows + 1)
    throw refused(`The file has more than ${rows} rows. Split it into several files.`, 'TOO_MANY_ROWS');
  const column = cells.findIndex((cell) => cell.length > cellCharacters);
  if (column >= 0)
    throw refused(
      `Row ${rowNumber}, column ${column + 1} has more than ${cellCharacters} characters. Is a quote missing there?`,
      'CELL_TOO_LONG',
    );
}

function broken(error: CsvError, rowNumber: number): BadInputError {
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
    case 'CSV_MAX_RECORD_SIZE':
      return refused(
        `Row ${rowNumber} opens a quote that is not closed. Close or double it.`,
        'BROKEN_QUOTES',
      );
    case 'INVALID_OPENING_QUOTE':
    case 'CSV_INVALID_CLOSING_QUOTE':
      return refused(
        `Row ${rowNumber} has a quote in the middle of a cell. Put the whole cell in quotes and double the one inside.`,
        'BROKEN_QUOTES',
      );
    default:
      return refused(`Row ${rowNumber} cannot be read as CSV: ${error.message}`, 'NOT_CSV');
  }
}

const refused = (message: string, reason: string): BadInputError =>
  new BadInputError(message, ['file'], reason);
