import { useRef, type ReactNode } from 'react';
import { i18n } from '../words/i18n.js';
import { useRowKeys } from './row-keys.js';

export interface Column<Row> {
  key: string;
  header: string;
  render: (row: Row) => ReactNode;
  /** Right-aligned with even digits. */
  isNumeric?: boolean;
  /** Sorted by the caller under this name; the head becomes a button. */
  sortKey?: string;
  /** Names the row: a row header, and the title of its card on narrow pages. One column. */
  isTitle?: boolean;
  /** Explanation beside the head. */
  headerExtra?: ReactNode;
  /** CSS width of the column. */
  width?: string;
}

export interface Sort {
  key: string;
  direction: 'ASC' | 'DESC';
}

interface DataTableProps<Row> {
  /** What the table lists; read out, and shown when `isCaptionVisible`. */
  caption: string;
  isCaptionVisible?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  /** Instead of rows when there are none. */
  empty?: ReactNode;
  /** Rows are being replaced: kept and dimmed instead of taken away. */
  isStale?: boolean;
  isDense?: boolean;
}

/**
 * A table whose head stays in sight, whose rows become cards where it is narrow, and in which Up and Down move
 * from a row's link to the same link of the next row. Sorting and paging are the caller's.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const {
    caption,
    isCaptionVisible = false,
    columns,
    rows,
    rowKey,
    sort,
    onSort,
    empty,
    isStale,
    isDense,
  } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  useRowKeys(body);
  return (
    <div className={`pl-table-box${isDense ? ' pl-table-dense' : ''}`} aria-busy={isStale || undefined}>
      <table className="pl-table">
        <caption className={isCaptionVisible ? undefined : 'pl-hidden'}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeadCell key={column.key} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => (
                <BodyCell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
          {rows.length === 0 && (
            <tr className="pl-table-empty">
              <td colSpan={columns.length}>{empty ?? i18n.t('Nothing to show')}</td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

interface HeadCellProps<Row> {
  column: Column<Row>;
  sort: Sort | undefined;
  onSort: ((sort: Sort) => void) | undefined;
}

function HeadCell<Row>({ column, sort, onSort }: HeadCellProps<Row>) {
  const { sortKey, header } = column;
  const direction = sort && sort.key === sortKey ? sort.direction : undefined;
  const ariaSort = direction && (direction === 'ASC' ? 'ascending' : 'descending');
  return (
    <th
      scope="col"
      className={column.isNumeric ? 'pl-numeric' : undefined}
      style={{ width: column.width }}
      aria-sort={ariaSort}
    >
      {sortKey && onSort ? (
        <button
          type="button"
          className="pl-sort"
          onClick={() => onSort({ key: sortKey, direction: direction === 'ASC' ? 'DESC' : 'ASC' })}
        >
          {header}
          <svg width="9" height="12" viewBox="0 0 9 12" aria-hidden="true" focusable="false">
            <path d="M4.5,0.8L7.8,4.6H1.2Z" opacity={direction === 'ASC' ? 1 : 0.35} fill="currentColor" />
            <path d="M4.5,11.2L1.2,7.4H7.8Z" opacity={direction === 'DESC' ? 1 : 0.35} fill="currentColor" />
          </svg>
        </button>
      ) : (
        header
      )}
      {column.headerExtra}
    </th>
  );
}

function BodyCell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const className = column.isNumeric ? 'pl-numeric' : undefined;
  if (column.isTitle) {
    return (
      <th scope="row" className="pl-table-title">
        {column.render(row)}
      </th>
    );
  }
  return (
    <td className={className} data-label={column.header}>
      {column.render(row)}
    </td>
  );
}
