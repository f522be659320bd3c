import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { idFrom, NotFoundError, UnitOfWork } from '@pilotage/platform';
import type { RequestContext } from '@pilotage/tenancy';
import { stringify } from 'csv-stringify';
import { findImport } from '../import.queries.js';
import type { ImportId, ImportRow } from '../import.types.js';
import { foundRows, type FindingsKind, type FoundRow } from './findings-file.queries.js';
import { MARKER_COLUMNS, neutralised } from './marker-columns.js';

const ROWS_AT_ONCE = 500;

export interface FindingsFile {
  readonly fileName: string;
  /** CSV in UTF-8. */
  readonly body: Readable;
}

/** The rows in which something was found, as a file that can be mended and imported. */
@Injectable()
export class FindingsFileService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Read page by page while it is sent: a large one takes no more memory than a small one. @throws NotFoundError */
  async open(ctx: RequestContext, text: string, kind: FindingsKind): Promise<FindingsFile> {
    const id = idFrom<ImportId>(text, 'import');
    const source = await this.unitOfWork.read(ctx, (tx) => findImport(tx, id));
    if (!source) throw new NotFoundError('import');
    const rows = Readable.from(this.rows(ctx, source, kind));
    const csv = stringify({
      // Spreadsheets take a file without the mark for one in their country's encoding.
      bom: true,
      record_delimiter: '\r\n',
      // Any break, not only that between records.
      quoted_match: /[\r\n]/,
      cast: { string: neutralised },
    });
    rows.on('error', (error) => csv.destroy(error));
    return { fileName: `${source.fileName.replace(/\.[^.]*$/, '')} findings.csv`, body: rows.pipe(csv) };
  }

  private async *rows(
    ctx: RequestContext,
    { id, columns, headerRow }: ImportRow,
    kind: FindingsKind,
  ): AsyncGenerator<readonly string[]> {
    yield [...columns.map(({ header }) => header), ...MARKER_COLUMNS];
    // What is found in a whole column stands beside the header, which is no row to be mended.
    for (let after = headerRow; ;) {
      const page = await this.unitOfWork.read(ctx, (tx) => foundRows(tx, id, kind, after, ROWS_AT_ONCE));
      for (const row of page) yield lineOf(row, columns);
      if (page.length < ROWS_AT_ONCE) return;
      after = page.at(-1)!.rowNumber;
    }
  }
}

function lineOf({ rowNumber, cells, findings }: FoundRow, columns: ImportRow['columns']): string[] {
  const found = findings.map(({ code, column, value }) =>
    [
      code,
      ...(column === null ? [] : [columns[column]?.header ?? '']),
      ...(value === null ? [] : [value]),
    ].join(' · '),
  );
  return [
    ...columns.map((_, index) => cells[index] ?? ''),
    String(rowNumber),
    found.join('\n'),
    findings.map(({ message }) => message).join('\n'),
  ];
}
