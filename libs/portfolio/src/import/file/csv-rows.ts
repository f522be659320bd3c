import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { FileRow } from './file-row.js';
import { IMPORT_LIMITS } from './limits.js';
import { refused } from './refused.js';

/**
 * The rows of a CSV text. Cells keep their line breaks and spaces.
 *
 * @throws BadInputError naming the row where the file is broken
 */
export async function* readCsvRows(text: AsyncIterable<string>, delimiter: string): AsyncGenerator<FileRow> {
  const parser = Readable.from(text).compose(
    parse({ delimiter, relax_column_count: true, max_record_size: IMPORT_LIMITS.rowCharacters }),
  );
  let rowNumber = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      rowNumber += 1;
      yield { rowNumber, cells };
    }
  } catch (error) {
    // The parser is ahead of us: what it has read by then is in its error.
    throw error instanceof CsvError ? broken(error, Number(error['records'] ?? rowNumber) + 1) : error;
  }
}

function broken(error: CsvError, rowNumber: number): Error {
  switch (error.code) {
    case 'CSV_MAX_RECORD_SIZE':
      return refused(
        `Row ${rowNumber} has more than ${IMPORT_LIMITS.rowCharacters} characters. Is a quote not closed there?`,
        'ROW_TOO_LONG',
      );
    case 'CSV_QUOTE_NOT_CLOSED':
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
