import { type Finding, finding } from './finding.js';

/** What a spreadsheet shows where a formula failed or was never calculated. */
const ERROR = /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!|FIELD!|GETTING_DATA)$/;
/** Characters that turn the text around them, so that it reads as another one. Letters of right-to-left scripts need none. */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/g;

/** What a cell says: nothing where it holds an error, and without what would make it read as something else. */
export function plainText(cell: string): string {
  const text = cell.replace(TURNING, '').trim();
  return ERROR.test(text) ? '' : text;
}

/** The cells of a row of which something is left out. */
export const findOddCells = (cells: readonly string[]): Finding[] =>
  cells.flatMap((cell, index) => {
    if (ERROR.test(cell.trim())) return [finding('CELL_ERROR', index, cell)];
    return cell.search(TURNING) >= 0 ? [finding('TEXT_TURNED', index, cell.replace(TURNING, ''))] : [];
  });
