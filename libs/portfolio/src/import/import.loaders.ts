import { Injectable } from '@nestjs/common';
import { BadInputError, type TenantReadTx, UnitOfWork } from '@pilotage/platform';
import {
  type ConnectionOf,
  type Cursor,
  decodeCursor,
  pageSize,
  toConnection,
} from '@pilotage/platform/graphql';
import { type RequestContext, unitsVersion } from '@pilotage/tenancy';
import DataLoader from 'dataloader';
import { cut, tidy } from './file/columns.js';
import { HEADER_ROWS } from './file/header-row.js';
import { actsOf, type ImportActRow } from './import-acts.js';
import type {
  FileRow,
  FindingCount,
  Import,
  ImportFinding,
  MendedImport,
  ValueCount,
} from './import.graphql.js';
import {
  type ColumnOfImport,
  type FindingFilter,
  type FindingRow,
  findNames,
  firstRowsOf,
  isOpen,
  listFindings,
  MOST_DATES,
  MOST_VALUES,
  summariseFindings,
  valuesOf,
} from './import.queries.js';
import { type ImportId, isOutdated } from './import.types.js';
import { type DateFormatFit, fitFormats } from './mapping/date-formats.js';

interface FindingsArguments extends Partial<FindingFilter> {
  readonly first: number;
  readonly after?: string | null;
}

interface FindingsPage {
  /** What its cursors are bound to. */
  readonly list: FindingFilter & { readonly importId: ImportId };
  readonly first: number;
  readonly cursor: Cursor | null;
}

type Batch<Key, Value> = (tx: TenantReadTx, keys: readonly Key[]) => Promise<readonly Value[]>;

/** What hangs on imports that the caller sees already: read for all of a list at once. */
@Injectable()
export class ImportDetailLoader {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async findings(
    ctx: RequestContext,
    importId: ImportId,
    { first, after, code = null, isOpen = false }: FindingsArguments,
  ): Promise<ConnectionOf<ImportFinding>> {
    const list = { importId, code, isOpen };
    return this.load(ctx, findingsOf, { list, first: pageSize(first), cursor: decodeCursor(after, list) });
  }

  findingSummary(ctx: RequestContext, importId: ImportId): Promise<FindingCount[]> {
    return this.load(ctx, summariesOf, importId);
  }

  firstRows(ctx: RequestContext, importId: ImportId): Promise<FileRow[]> {
    return this.load(ctx, firstRowsOfEach, importId);
  }

  async mends(ctx: RequestContext, importId: ImportId | null): Promise<MendedImport | null> {
    return importId === null ? null : this.load(ctx, importsOf, importId);
  }

  acts(ctx: RequestContext, importId: ImportId): Promise<ImportActRow[]> {
    return this.load(ctx, actsOfEach, importId);
  }

  async isOutdated(ctx: RequestContext, of: Import): Promise<boolean> {
    return of.state === 'CHECKED' && this.load(ctx, areOutdated, of);
  }

  /** @throws BadInputError for a column that the file does not have */
  async values(ctx: RequestContext, of: Import, column: number): Promise<ValueCount[]> {
    requireColumn(of, column);
    return this.load(ctx, valuesOfEach, { importId: of.id, column });
  }

  /**
   * How much of a column the usual formats of dates read, and the one that is named.
   *
   * @throws BadInputError for a column that the file does not have
   */
  async dateFormats(
    ctx: RequestContext,
    of: Import,
    column: number,
    named: string | null,
  ): Promise<DateFormatFit[]> {
    requireColumn(of, column);
    return fitFormats(await this.load(ctx, datesOfEach, { importId: of.id, column }), named);
  }

  /** Batches but does not cache: the second mutation of a request must not see what was there before the first. */
  private load<Key, Value>(ctx: RequestContext, batch: Batch<Key, Value>, key: Key): Promise<Value> {
    const make = () =>
      new DataLoader<Key, Value>((keys) => this.unitOfWork.read(ctx, (tx) => batch(tx, keys)), {
        cache: false,
      });
    return ctx.once(batch, make).load(key);
  }
}

const summariesOf: Batch<ImportId, FindingCount[]> = async (tx, ids) => {
  const byImport = Map.groupBy(await summariseFindings(tx, ids), ({ importId }) => importId);
  return ids.map((id) => byImport.get(id) ?? []);
};

const importsOf: Batch<ImportId, MendedImport | null> = async (tx, ids) => {
  const byId = new Map((await findNames(tx, ids)).map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
};

const areOutdated: Batch<Import, boolean> = async (tx, imports) => {
  const version = await unitsVersion(tx);
  return imports.map((one) => isOutdated(one, version));
};

const actsOfEach: Batch<ImportId, ImportActRow[]> = async (tx, ids) => {
  const byImport = Map.groupBy(await actsOf(tx, ids), ({ importId }) => importId);
  return ids.map((id) => byImport.get(id) ?? []);
};

function requireColumn({ columns }: Import, column: number): void {
  if (columns[column]) return;
  throw new BadInputError(`There is no column ${column}: the file has columns 0 to ${columns.length - 1}.`, ['column']); // prettier-ignore
}

const countedValues =
  (limit: number): Batch<ColumnOfImport, ValueCount[]> =>
  async (tx, keys) => {
    const keyOf = ({ importId, column }: ColumnOfImport): string => `${importId} ${column}`;
    const byColumn = Map.groupBy(await valuesOf(tx, keys, limit), keyOf);
    return keys.map((key) => (byColumn.get(keyOf(key)) ?? []).map(({ value, count }) => ({ value, count })));
  };
const valuesOfEach = countedValues(MOST_VALUES);
const datesOfEach = countedValues(MOST_DATES);

const CELL_CHARACTERS = 200;

const firstRowsOfEach: Batch<ImportId, FileRow[]> = async (tx, ids) => {
  const byImport = Map.groupBy(await firstRowsOf(tx, ids, HEADER_ROWS), ({ importId }) => importId);
  return ids.map((id) =>
    (byImport.get(id) ?? []).map(({ rowNumber, cells }) => ({
      rowNumber,
      cells: cells.map((cell) => cut(tidy(cell), CELL_CHARACTERS)),
    })),
  );
};

/** One statement for all that are asked alike. */
const findingsOf: Batch<FindingsPage, ConnectionOf<ImportFinding>> = async (tx, pages) => {
  const importIds = [...new Set(pages.map(({ list }) => list.importId))];
  const counts = Map.groupBy(await summariseFindings(tx, importIds), ({ importId }) => importId);
  const rows = new Map<FindingsPage, FindingRow[]>();
  const alike = Map.groupBy(pages, ({ list: { code, isOpen }, first, cursor }) =>
    JSON.stringify([code, isOpen, first, cursor]),
  );
  for (const group of alike.values()) {
    const { list, first, cursor } = group[0]!;
    const ids = group.map((page) => page.list.importId);
    const found = await listFindings(tx, ids, list, cursor, first + 1);
    const byImport = Map.groupBy(found, ({ importId }) => importId);
    for (const page of group) rows.set(page, byImport.get(page.list.importId) ?? []);
  }
  return pages.map((page) => {
    const { list, first } = page;
    const counted = (counts.get(list.importId) ?? []).filter(
      (one) => (list.code === null || one.code === list.code) && (!list.isOpen || isOpen(one)),
    );
    return toConnection(rows.get(page) ?? [], {
      first,
      totalCount: counted.reduce((sum, { count }) => sum + count, 0),
      list,
      cursorOf: ({ rowNumber, id }) => ({ value: String(rowNumber), id }),
      toNode: (row): ImportFinding => row,
    });
  });
};
