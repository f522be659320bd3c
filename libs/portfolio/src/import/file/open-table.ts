import { readCsvRows } from './csv-rows.js';
import { findDelimiter } from './delimiter.js';
import { decodeText, type Encoding, findMixedLine } from './encoding.js';
import { filledRows } from './file-row.js';
import type { FileTable } from './file-table.js';
import { refused } from './refused.js';
import type { SpooledFile } from './spooled-file.js';
import { openSheet } from './xlsx/open-sheet.js';

/**
 * Finds the table in a file. `sheet` names the one that is meant in a workbook with several; null: not said.
 *
 * @throws BadInputError when there is none (reasons FILE_NOT_TEXT, MIXED_ENCODINGS, and those of workbooks)
 * @throws SheetChoiceError when several sheets hold data
 */
export async function openTable(file: SpooledFile, sheet: string | null): Promise<FileTable> {
  switch (file.detected.kind) {
    case 'text':
      return openText(file, file.detected.encoding);
    case 'archive':
      return openSheet(file, sheet);
    case 'compound':
      throw refused(
        'The file is a workbook of an old format (.xls), or one with a password. Save it as .xlsx without a password and choose that file.',
        'WORKBOOK_OLD_OR_LOCKED',
      );
    case 'binary':
      throw notText();
  }
}

async function openText(file: SpooledFile, encoding: Encoding): Promise<FileTable> {
  if (encoding === 'WINDOWS-1252') {
    const line = await findMixedLine(file.bytes());
    if (line !== null)
      throw refused(
        `The text is UTF-8, but not in line ${line}. Put that line right, or save the file as CSV (UTF-8) once more.`,
        'MIXED_ENCODINGS',
      );
  }
  const text = (): AsyncGenerator<string> => withoutZeros(decodeText(file.bytes(), encoding));
  const delimiter = await findDelimiter(text());
  return {
    source: { encoding, delimiter, sheet: null },
    rows: () => filledRows(readCsvRows(text(), delimiter)),
  };
}

/** Text in UTF-16 has bytes of zero, but no characters of zero. */
async function* withoutZeros(text: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const piece of text) {
    if (piece.includes('\0')) throw notText();
    yield piece;
  }
}

const notText = (): Error =>
  refused(
    'The file is neither text nor a workbook, whatever its name says. Choose a CSV or XLSX file.',
    'FILE_NOT_TEXT',
  );
