import { Injectable } from '@nestjs/common';
import { newId, type TenantContext, type TenantTx, UnitOfWork, withIdempotency } from '@pilotage/platform'; // prettier-ignore
import { cut, type FileColumn, tidy } from './file/columns.js';
import type { FileRow } from './file/file-row.js';
import { openTable } from './file/open-table.js';
import { type SpooledFile, spoolUpload } from './file/spooled-file.js';
import { type SpooledTable, spoolTable } from './file/spooled-table.js';
import type { ImportId } from './import.types.js';
import { rowDigest } from './plan/row-identity.js';

const ROWS_PER_INSERT = 500;
const CHARACTERS_PER_INSERT = 2_000_000;
const FILE_NAME_CHARACTERS = 255;

export interface Upload {
  readonly fileName: string;
  readonly body: AsyncIterable<Buffer>;
  /** Of a workbook with several sheets that hold data. */
  readonly sheet?: string | undefined;
  /** Of a caller who may send the file again; see `withIdempotency`. */
  readonly idempotencyKey?: string | undefined;
}

@Injectable()
export class ImportUploadService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Takes a file in: all of its rows, or nothing. Sent again with its key, it is the import of the first time.
   *
   * @throws BadInputError that says what is wrong with the file, or with the key, and what to do
   * @throws SheetChoiceError for a workbook with several sheets that hold data
   */
  async upload(ctx: TenantContext, { fileName, body, sheet, idempotencyKey }: Upload): Promise<ImportId> {
    const file = await spoolUpload(body);
    try {
      const table = await spoolTable(await openTable(file, sheet ?? null));
      try {
        return await this.unitOfWork.run(ctx, (tx) => {
          const work = (): Promise<ImportId> => store(tx, fileName, file, table);
          if (idempotencyKey === undefined) return work();
          const input = { fileName, digest: file.digest, ...(sheet === undefined ? {} : { sheet }) };
          return withIdempotency(tx, { mutation: 'POST /imports', key: idempotencyKey, input }, work);
        });
      } finally {
        await table.close();
      }
    } finally {
      await file.close();
    }
  }
}

async function store(
  tx: TenantTx,
  fileName: string,
  { byteCount, digest }: SpooledFile,
  { source, headerRow, rowCount, columns, isOfFindings, rows }: SpooledTable,
): Promise<ImportId> {
  const id = newId<'Import'>();
  await tx.insert('import', {
    id,
    ...source,
    state: 'UPLOADED',
    fileName: cut(tidy(fileName), FILE_NAME_CHARACTERS) || 'import.csv',
    byteCount,
    contentDigest: digest,
    headerRow,
    rowCount,
    columns,
    createdAt: new Date(),
    createdBy: tx.ctx.memberId,
    ...(isOfFindings && (await findMended(tx, columns))),
  });
  for await (const batch of batches(rows())) {
    await tx.insert(
      'import_row',
      batch.map((row) => ({ importId: id, ...row, digest: rowDigest(row.cells) })),
    );
  }
  return id;
}

/** The import whose findings these are, by its columns, and its mapping for rows that are a part of its file. */
async function findMended(
  tx: TenantTx,
  columns: readonly FileColumn[],
): Promise<{ mendsImportId: ImportId; mapping: object } | null> {
  const [found] = await tx.query<{ id: ImportId; mapping: object }>(
    `select id, mapping from import
      where tenant_id = $1 and mapping is not null
        and (select jsonb_agg(c -> 'header' order by position)
               from jsonb_array_elements(columns) with ordinality as listed(c, position)) = $2::jsonb
      order by created_at desc, id desc limit 1`,
    [tx.ctx.tenantId, JSON.stringify(columns.map(({ header }) => header))],
  );
  return found ? { mendsImportId: found.id, mapping: { ...found.mapping, isPartial: true } } : null;
}

/** As many rows at once as are worth a statement, and as fit in memory when their cells are long. */
async function* batches(rows: AsyncIterable<FileRow>): AsyncGenerator<FileRow[]> {
  let batch: FileRow[] = [];
  let characters = 0;
  for await (const row of rows) {
    batch.push(row);
    characters += row.cells.reduce((sum, cell) => sum + cell.length, 0);
    if (batch.length < ROWS_PER_INSERT && characters < CHARACTERS_PER_INSERT) continue;
    yield batch;
    batch = [];
    characters = 0;
  }
  if (batch.length > 0) yield batch;
}
