import { Injectable } from '@nestjs/common';
import { newId, type TenantContext, type TenantTx, UnitOfWork, withIdempotency } from '@pilotage/platform'; // prettier-ignore
import { ColumnSummary, cut, type FileColumn, tidy } from './file/columns.js';
import type { FileRow } from './file/file-row.js';
import type { FileTable } from './file/file-table.js';
import { guessHeaderRow, HEADER_ROWS } from './file/header-row.js';
import { openTable } from './file/open-table.js';
import { refused } from './file/refused.js';
import { type SpooledFile, spoolUpload } from './file/spooled-file.js';
import { isFindingsFile, MARKER_COLUMNS, withoutMarkers } from './findings-file/marker-columns.js';
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
      const table = await openTable(file, sheet ?? null);
      return await this.unitOfWork.run(ctx, (tx) => {
        const work = (): Promise<ImportId> => store(tx, fileName, file, table);
        if (idempotencyKey === undefined) return work();
        const input = { fileName, digest: file.digest, ...(sheet === undefined ? {} : { sheet }) };
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
  { byteCount, digest }: SpooledFile,
  { source, rows }: FileTable,
): Promise<ImportId> {
  const reader = rows();
  const first = await take(reader, HEADER_ROWS);
  const headerRow = guessHeaderRow(first);
  const header = first.find(({ rowNumber }) => rowNumber === headerRow)?.cells ?? [];
  // A sheet is a rectangle: a cell that it leaves out is empty, not missing as in a row of text.
  const width =
    source.sheet === null || isFindingsFile(header)
      ? 0
      : Math.max(0, ...first.map(({ cells }) => cells.length));
  const id = newId<'Import'>();
  await tx.insert('import', {
    id,
    ...source,
    state: 'UPLOADED',
    fileName: cut(tidy(fileName), FILE_NAME_CHARACTERS) || 'import.csv',
    byteCount,
    contentDigest: digest,
    headerRow,
    rowCount: 0,
    columns: [],
    createdAt: new Date(),
    createdBy: tx.ctx.memberId,
  });
  const columnCount = isFindingsFile(header) ? header.length - MARKER_COLUMNS.length : null;
  const original = (rowNumber: number, cells: readonly string[]): readonly string[] =>
    columnCount === null || rowNumber < headerRow ? cells : withoutMarkers(cells, columnCount);
  const summary = new ColumnSummary(original(headerRow, header));
  let rowCount = 0;
  for await (const batch of batches(all(first, reader))) {
    const stored = batch.map(({ rowNumber, cells }) => ({
      rowNumber,
      cells: padded(original(rowNumber, cells), width),
    }));
    const data = stored.filter(({ rowNumber }) => rowNumber > headerRow);
    for (const { cells } of data) summary.add(cells);
    rowCount += data.length;
    await tx.insert(
      'import_row',
      stored.map((row) => ({ importId: id, ...row, digest: rowDigest(row.cells) })),
    );
  }
  if (rowCount === 0)
    throw refused('The file has a header but no rows. Choose a file with data.', 'FILE_EMPTY');
  const columns = summary.columns();
  const mended = columnCount === null ? null : await findMended(tx, id, columns);
  await tx.update('import', { id }, { rowCount, columns: JSON.stringify(columns), ...mended });
  return id;
}

/** The import whose findings these are, by its columns, and its mapping for rows that are a part of its file. */
async function findMended(
  tx: TenantTx,
  id: ImportId,
  columns: readonly FileColumn[],
): Promise<{ mendsImportId: ImportId; mapping: string } | null> {
  const [found] = await tx.query<{ id: ImportId; mapping: object }>(
    `select id, mapping from import
      where tenant_id = $1 and id <> $2 and mapping is not null
        and (select jsonb_agg(c -> 'header' order by position)
               from jsonb_array_elements(columns) with ordinality as listed(c, position)) = $3::jsonb
      order by created_at desc, id desc limit 1`,
    [tx.ctx.tenantId, id, JSON.stringify(columns.map(({ header }) => header))],
  );
  return found
    ? { mendsImportId: found.id, mapping: JSON.stringify({ ...found.mapping, isPartial: true }) }
    : null;
}

async function take(rows: AsyncGenerator<FileRow>, count: number): Promise<FileRow[]> {
  const taken: FileRow[] = [];
  while (taken.length < count) {
    const next = await rows.next();
    if (next.done) break;
    taken.push(next.value);
  }
  return taken;
}

async function* all(first: readonly FileRow[], others: AsyncIterable<FileRow>): AsyncGenerator<FileRow> {
  yield* first;
  yield* others;
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

const padded = (cells: readonly string[], width: number): readonly string[] =>
  cells.length < width ? [...cells, ...Array<string>(width - cells.length).fill('')] : cells;
