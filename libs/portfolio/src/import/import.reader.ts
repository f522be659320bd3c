import { Injectable } from '@nestjs/common';
import { BadInputError, NotFoundError, UnitOfWork } from '@pilotage/platform';
import { type ConnectionOf, decodeCursor, pageSize, toConnection } from '@pilotage/platform/graphql';
import type { RequestContext } from '@pilotage/tenancy';
import { idOf } from '../common/parse-input.js';
import {
  type FindingCount,
  type Import,
  type ImportFinding,
  toImport,
  type ValueCount,
} from './import.graphql.js';
import {
  countImports,
  type FindingFilter,
  findImport,
  isOpen,
  listFindings,
  listImports,
  summariseFindings,
  valuesOf,
} from './import.queries.js';
import type { ImportId, ImportState } from './import.types.js';

interface Page {
  readonly first: number;
  readonly after?: string | null;
}

@Injectable()
export class ImportReader {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws NotFoundError */
  async find(ctx: RequestContext, text: string): Promise<Import> {
    const id = idOf<ImportId>(text, 'import');
    const row = await this.unitOfWork.read(ctx, (tx) => findImport(tx, id));
    if (!row) throw new NotFoundError('import');
    return toImport(row);
  }

  async list(
    ctx: RequestContext,
    { first, after, state = null }: Page & { state?: ImportState | null },
  ): Promise<ConnectionOf<Import>> {
    const list = { list: 'imports', state };
    const cursor = decodeCursor(after, list);
    const limit = pageSize(first) + 1;
    return this.unitOfWork.read(ctx, async (tx) => {
      const [rows, totalCount] = await Promise.all([
        listImports(tx, state, cursor, limit),
        countImports(tx, state),
      ]);
      return toConnection(rows, {
        first,
        totalCount,
        list,
        cursorOf: ({ createdAt, id }) => ({ value: createdAt.toISOString(), id }),
        toNode: toImport,
      });
    });
  }

  async findings(
    ctx: RequestContext,
    importId: ImportId,
    { first, after, ...filter }: Page & Partial<FindingFilter>,
  ): Promise<ConnectionOf<ImportFinding>> {
    const list = { importId, code: filter.code ?? null, isOpen: filter.isOpen ?? false };
    const cursor = decodeCursor(after, list);
    const limit = pageSize(first) + 1;
    return this.unitOfWork.read(ctx, async (tx) => {
      const [rows, summary] = await Promise.all([
        listFindings(tx, importId, list, cursor, limit),
        summariseFindings(tx, importId),
      ]);
      const counted = summary.filter(
        (one) => (list.code === null || one.code === list.code) && (!list.isOpen || isOpen(one)),
      );
      return toConnection(rows, {
        first,
        totalCount: counted.reduce((sum, { count }) => sum + count, 0),
        list,
        cursorOf: ({ rowNumber, id }) => ({ value: String(rowNumber), id }),
        toNode: (row): ImportFinding => row,
      });
    });
  }

  findingSummary(ctx: RequestContext, importId: ImportId): Promise<FindingCount[]> {
    return this.unitOfWork.read(ctx, (tx) => summariseFindings(tx, importId));
  }

  /** @throws BadInputError for a column that the file does not have */
  async values(ctx: RequestContext, { id, columns }: Import, column: number): Promise<ValueCount[]> {
    if (!columns[column])
      throw new BadInputError(`There is no column ${column}: the file has columns 0 to ${columns.length - 1}.`, ['column']); // prettier-ignore
    return this.unitOfWork.read(ctx, (tx) => valuesOf(tx, id, column));
  }
}
