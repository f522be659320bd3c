import { Injectable } from '@nestjs/common';
import { BadInputError, newId, type TenantContext, type TenantTx, UnitOfWork, withIdempotency } from '@pilotage/platform'; // prettier-ignore
import { ColumnSummary, cut, tidy } from './file/columns.js';
import { readCsvRows } from './file/csv-rows.js';
import { type Delimiter, findDelimiter } from './file/delimiter.js';
import { type SpooledFile, spoolUpload } from './file/spooled-file.js';
import type { ImportId } from './import.types.js';
import { rowDigest } from './plan/row-identity.js';

const ROWS_PER_INSERT = 500;
const FILE_NAME_CHARACTERS = 255;

export interface Upload {
  readonly fileName: string;
  readonly body: AsyncIterable<Buffer>;
  /** Of a caller who may send the file again; see `withIdempotency`. */
  readonly idempotencyKey?: string | undefined;
}

@Injectable()
export class ImportUploadService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Takes a CSV file in: all of its rows, or nothing. Sent again with its key, it is the import of the first time.
   *
   * @throws BadInputError that says what is wrong with the file, or with the key, and what to do
   */
  async upload(ctx: TenantContext, { fileName, body, idempotencyKey }: Upload): Promise<ImportId> {
    const file = await spoolUpload(body);
    try {
      const delimiter = await findDelimiter(file.text());
      return await this.unitOfWork.run(ctx, (tx) => {
        const work = (): Promise<ImportId> => store(tx, fileName, file, delimiter);
        if (idempotencyKey === undefined) return work();
        const input = { fileName, digest: file.digest };
        return withIdempotency(tx, { mutation: 'POST /imports', key: idempotencyKey, input }, work);
      });
    } finally {
      await file.close();
    }
  }
}

async function store(
  tx: TenantTx,
  fileName: string,
  file: SpooledFile,
  delimiter: Delimiter,
): Promise<ImportId> {
  const rows = readCsvRows(file.text(), delimiter);
  const header = (await rows.next()).value?.cells ?? [];
  const id = newId<'Import'>();
  await tx.insert('import', {
    id,
    state: 'UPLOADED',
    fileName: cut(tidy(fileName), FILE_NAME_CHARACTERS) || 'import.csv',
    byteCount: file.byteCount,
    contentDigest: file.digest,
    encoding: file.encoding,
    delimiter,
    rowCount: 0,
    columns: [],
    createdAt: new Date(),
    createdBy: tx.ctx.memberId,
  });
  const summary = new ColumnSummary(header);
  let batch: object[] = [];
  let rowCount = 0;
  for await (const { rowNumber, cells } of rows) {
    summary.add(cells);
    rowCount += 1;
    batch.push({ importId: id, rowNumber, cells, digest: rowDigest(cells) });
    if (batch.length < ROWS_PER_INSERT) continue;
    await tx.insert('import_row', batch);
    batch = [];
  }
  await tx.insert('import_row', batch);
  if (rowCount === 0)
    throw new BadInputError(
      'The file has a header but no rows. Choose a file with data.',
      ['file'],
      'FILE_EMPTY',
    );
  await tx.update('import', { id }, { rowCount, columns: JSON.stringify(summary.columns()) });
  return id;
}
