import type { Delimiter } from './delimiter.js';
import type { Encoding } from './encoding.js';
import type { FileRow } from './file-row.js';

/** What the rows are from: a text, or one sheet of a workbook. */
export type TableSource =
  | { readonly encoding: Encoding; readonly delimiter: Delimiter; readonly sheet: null }
  | { readonly encoding: null; readonly delimiter: null; readonly sheet: string };

export interface FileTable {
  readonly source: TableSource;
  /** Those with content, from the top of the file: a preamble, the header, the data. */
  rows(): AsyncGenerator<FileRow>;
}
