import { Injectable } from '@nestjs/common';
import { BadInputError, ConflictError, idFrom, type TenantTx, UnitOfWork } from '@pilotage/platform'; // prettier-ignore
import type { RequestContext } from '@pilotage/tenancy';
import { ColumnSummary, type FileColumn } from './file/columns.js';
import { HEADER_ROWS } from './file/header-row.js';
import { firstRowsOf, rowsAfter } from './import.queries.js';
import { forgetMatching, requireImport } from './import-round.js';
import { type ImportId, type ImportState, isHalfDone } from './import.types.js';

const ROWS_AT_ONCE = 2_000;
const BEFORE_IT_RUNS: readonly ImportState[] = ['UPLOADED', 'CHECKING', 'CHECKED', 'FAILED'];

@Injectable()
export class ImportHeaderService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Takes another row for the header: what stands above it is no data, and the columns are those of that row. Mapping,
   * check and findings were of other columns and go.
   *
   * @throws NotFoundError, BadInputError for a row that cannot be the header
   * @throws ConflictError once the import runs
   */
  choose(ctx: RequestContext, request: { importId: string; row: number }): Promise<ImportId> {
    const id = idFrom<ImportId>(request.importId, 'import');
    return this.unitOfWork.run(ctx, async (tx) => {
      const current = await requireImport(tx, id);
      if (!BEFORE_IT_RUNS.includes(current.state) || isHalfDone(current))
        throw new ConflictError('The import has begun or is over. Upload the file again to read it with another header.'); // prettier-ignore
      const first = await firstRowsOf(tx, [id], HEADER_ROWS);
      const header = first.find(({ rowNumber }) => rowNumber === request.row);
      if (!header)
        throw new BadInputError(`Row ${request.row} cannot be the header. Choose one of the first rows of the file.`, ['row']); // prettier-ignore
      const { rowCount, columns } = await summarise(tx, id, header);
      if (rowCount === 0)
        throw new BadInputError(`There is no data below row ${request.row}. Choose a row further up.`, ['row']); // prettier-ignore
      await forgetMatching(tx, id);
      await tx.query(
        `update import_row set identity = null, outcome = null, initiative_id = null
          where tenant_id = $1 and import_id = $2 and row_number <= $3`,
        [ctx.tenantId, id, request.row],
      );
      await tx.update(
        'import',
        { id },
        {
          headerRow: request.row,
          rowCount,
          columns: JSON.stringify(columns),
          state: 'UPLOADED',
          mapping: null,
          counts: null,
          error: null,
          pass: null,
          round: current.round + 1,
        },
      );
      return id;
    });
  }
}

async function summarise(
  tx: TenantTx,
  id: ImportId,
  header: { readonly rowNumber: number; readonly cells: readonly string[] },
): Promise<{ rowCount: number; columns: FileColumn[] }> {
  const summary = new ColumnSummary(header.cells);
  let rowCount = 0;
  for (let after = header.rowNumber; ;) {
    const rows = await rowsAfter(tx, id, after, ROWS_AT_ONCE);
    for (const { cells } of rows) summary.add(cells);
    rowCount += rows.length;
    if (rows.length < ROWS_AT_ONCE) return { rowCount, columns: summary.columns() };
    after = rows.at(-1)!.rowNumber;
  }
}
