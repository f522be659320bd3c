import { refused } from '../refused.js';

export const brokenWorkbook = (): Error =>
  refused(
    'The workbook is damaged or was not sent whole. Open it, save it as .xlsx once more, and choose that file.',
    'WORKBOOK_BROKEN',
  );

export const tooLarge = (what: string): Error =>
  refused(
    `The workbook ${what}, more than an import can take. Save the sheet as CSV and choose that file.`,
    'WORKBOOK_TOO_LARGE',
  );
