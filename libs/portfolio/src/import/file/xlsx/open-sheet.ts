import { filledRows, type FileRow } from '../file-row.js';
import type { FileTable } from '../file-table.js';
import { refused, SheetChoiceError } from '../refused.js';
import type { SpooledFile } from '../spooled-file.js';
import { Archive } from './archive.js';
import { readDateStyles } from './number-format.js';
import { readSharedTexts } from './shared-texts.js';
import { readSheetRows } from './sheet-rows.js';
import { readWorkbook, type Sheet } from './workbook.js';

/**
 * One sheet of a workbook: the one that is named, else the only one that holds data.
 *
 * @throws BadInputError when the workbook cannot be read, is empty or over a limit
 * @throws SheetChoiceError when several hold data, or the named one is not there
 */
export async function openSheet(file: SpooledFile, wanted: string | null): Promise<FileTable> {
  const archive = await Archive.open(file.descriptor);
  const { sheets, is1904, textsPart, stylesPart } = await readWorkbook(archive);
  const texts = textsPart === null ? [] : await readSharedTexts(archive.read(textsPart));
  const dateStyles = stylesPart === null ? [] : await readDateStyles(archive.readSmall(stylesPart));
  const rowsOf = ({ part }: Sheet): AsyncGenerator<FileRow> =>
    readSheetRows(archive.read(part), { texts, dateStyles, is1904 });
  const sheet = choose(await filledOf(sheets, rowsOf), wanted);
  return {
    source: { encoding: null, delimiter: null, sheet: sheet.name },
    rows: () => filledRows(rowsOf(sheet)),
  };
}

async function filledOf(
  sheets: readonly Sheet[],
  rowsOf: (sheet: Sheet) => AsyncIterable<FileRow>,
): Promise<Sheet[]> {
  const filled: Sheet[] = [];
  for (const sheet of sheets) if (await hasRows(rowsOf(sheet))) filled.push(sheet);
  return filled;
}

async function hasRows(rows: AsyncIterable<FileRow>): Promise<boolean> {
  for await (const _ of rows) return true;
  return false;
}

/** Hidden sheets hold the choices of lists and the like: beside one that people see, they are not what is meant. */
function choose(filled: readonly Sheet[], wanted: string | null): Sheet {
  const named = filled.find(({ name }) => name === wanted);
  if (named) return named;
  if (filled.length === 0)
    throw refused('The workbook is empty. Choose one with a header row and data.', 'FILE_EMPTY');
  const seen = filled.filter(({ isHidden }) => !isHidden);
  const [only, ...others] = seen.length > 0 ? seen : filled;
  if (wanted === null && others.length === 0) return only!;
  const message =
    wanted === null
      ? `${filled.length} sheets of the workbook hold data. Choose the one to import.`
      : `The workbook has no sheet "${wanted}" with data. Choose another one.`;
  const listed = [...seen, ...filled.filter(({ isHidden }) => isHidden)];
  throw new SheetChoiceError(
    message,
    listed.map(({ name, isHidden }) => ({ name, isHidden })),
  );
}
