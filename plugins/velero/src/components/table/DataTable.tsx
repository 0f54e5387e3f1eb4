import { ReactNode, useDeferredValue, useMemo } from 'react';
import {
  Box,
  Cell,
  Column,
  Row,
  SortDescriptor,
  TableBody,
  TableHeader,
  TableRoot,
} from '@backstage/ui';
import styles from './DataTable.module.css';

/** One column of a DataTable. */
export interface DataColumn<T> {
  /** Also the name to sort by. */
  id: string;
  label: string;
  isSortable?: boolean;
  /** Names the row; one column must. */
  isRowHeader?: boolean;
  /**
   * `short` stays on one line, `long` keeps room for a sentence, `rest` takes
   * all that the others leave.
   */
  width?: 'short' | 'long' | 'rest';
  render(item: T): ReactNode;
}

/** @see DataTable */
export interface DataTableProps<T> {
  /** Names the table for screen readers. */
  label: string;
  columns: DataColumn<T>[];
  items: T[];
  getKey(item: T): string;
  /** The page of an item: its whole row leads there. */
  getHref?(item: T): string | undefined;
  sort?: SortDescriptor;
  /** Without it, no column can be sorted by. */
  onSort?(sort: SortDescriptor): void;
  /** The rows answer an earlier question. */
  isStale?: boolean;
  /** In place of the table when there are no rows. */
  empty: ReactNode;
}

/**
 * A table that becomes a list of cards where it is narrow. Built of the
 * library's parts: its own Table speaks English to screen readers.
 *
 * A page of rows takes long enough to render to be felt, and the library
 * renders all of them when anything about the table changes. So they are
 * rendered once per answer, when nothing more urgent is to be done: until then
 * the header goes on to say how the rows that are shown are sorted.
 */
export function DataTable<T>(props: DataTableProps<T>) {
  const { label, columns, isStale } = props;
  const items = useDeferredValue(props.items);
  const table = useMemo(
    () => items.length > 0 && <Rows {...props} items={items} />,
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [items, columns, label],
  );
  return (
    <Box
      bg="neutral"
      className={styles.frame}
      aria-busy={isStale}
      data-stale={isStale}
    >
      {table || props.empty}
    </Box>
  );
}

function Rows<T>(props: DataTableProps<T>) {
  const { columns, items, getKey, getHref } = props;
  return (
    <TableRoot
      aria-label={props.label}
      className={styles.table}
      sortDescriptor={props.sort}
      onSortChange={props.onSort}
    >
      <TableHeader columns={columns}>
        {(column: DataColumn<T>) => (
          <Column
            id={column.id}
            isRowHeader={column.isRowHeader}
            allowsSorting={props.onSort && column.isSortable}
          >
            {column.label}
          </Column>
        )}
      </TableHeader>
      <TableBody
        items={items.map(item => ({ id: getKey(item), item }))}
        dependencies={[columns]}
      >
        {({ id, item }) => (
          <Row id={id} columns={columns} href={getHref?.(item)}>
            {(column: DataColumn<T>) => (
              <Cell>
                <span className={styles.name} aria-hidden>
                  {column.label}
                </span>
                <div className={styles.value} data-width={column.width}>
                  {column.render(item)}
                </div>
              </Cell>
            )}
          </Row>
        )}
      </TableBody>
    </TableRoot>
  );
}
