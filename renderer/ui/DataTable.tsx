// A table of documents: sortable, with rows that open and rows that are ticked, all of it by keyboard.
import { useState, type ReactNode } from 'react'
import {
  Cell,
  Checkbox,
  Collection,
  Column,
  Row,
  Table,
  TableBody,
  TableHeader,
  TableLayout,
  TableLoadMoreItem,
  Virtualizer,
  type Key,
  type Selection,
  type SortDescriptor,
} from 'react-aria-components'
import { cx } from './cx.ts'
import fields from './fields.module.css'
import { ArrowDown, ArrowUp, Check, Minus } from './icons.ts'
import styles from './table.module.css'

export interface TableColumn<C extends string> {
  id: C
  label: string
  /** Width in px; without one it takes what is left. */
  width?: number
  isRowHeader?: boolean
  isNumber?: boolean
  isSortable?: boolean
}

export interface DataTableProps<R extends { id: string }, C extends string> {
  label: string
  columns: readonly TableColumn<C>[]
  rows: readonly R[]
  cell: (row: R, column: C) => ReactNode
  /** What cells are drawn from besides their row: when it changes they are drawn anew. */
  drawnFrom: readonly unknown[]
  /** Read out for the row, and found by typing its first letters. */
  nameOf: (row: R) => string
  onOpen: (id: string) => void
  selected: ReadonlySet<string>
  onSelect: (ids: Set<string>) => void
  sort: { column: C; descending: boolean }
  onSort: (sort: { column: C; descending: boolean }) => void
  empty: ReactNode
}

/** A row is as high as its words: a title may take two lines. In px. */
const LAYOUT = { estimatedRowHeight: 33, headingHeight: 33 }
const TICK = 40
/** Rows at a time. */
const FEW = 300

const Tick = () => (
  <Checkbox slot="selection" className={cx(fields.checkbox, styles.tick)}>
    {({ isSelected, isIndeterminate }) => (
      <span className={fields.box}>
        {isIndeterminate ? (
          <Minus size={10} strokeWidth={3} aria-hidden />
        ) : (
          isSelected && <Check size={10} strokeWidth={3} aria-hidden />
        )}
      </span>
    )}
  </Checkbox>
)

/** Enter or a click opens a row, Space or its box ticks it. */
export function DataTable<R extends { id: string }, C extends string>(props: DataTableProps<R, C>) {
  // The table learns of rows as they are scrolled to: to learn of ten thousand at once takes a second.
  const [known, setKnown] = useState(FEW)
  const select = (keys: Selection) =>
    props.onSelect(keys === 'all' ? new Set(props.rows.map((row) => row.id)) : new Set([...keys].map(String)))
  const sort = (descriptor: SortDescriptor) =>
    props.onSort({ column: descriptor.column as C, descending: descriptor.direction === 'descending' })
  return (
    <Virtualizer layout={TableLayout} layoutOptions={LAYOUT}>
      <Table
        aria-label={props.label}
        className={styles.table!}
        selectionMode="multiple"
        selectedKeys={props.selected as Set<Key>}
        onSelectionChange={select}
        sortDescriptor={{ column: props.sort.column, direction: props.sort.descending ? 'descending' : 'ascending' }}
        onSortChange={sort}
        onRowAction={(key) => props.onOpen(String(key))}
      >
        <TableHeader>
          <Column width={TICK} minWidth={TICK} className={cx(styles.head, styles.tickColumn)}>
            <Tick />
          </Column>
          {props.columns.map((column) => (
            <Column
              key={column.id}
              id={column.id}
              isRowHeader={column.isRowHeader ?? false}
              allowsSorting={column.isSortable ?? false}
              className={cx(styles.head, column.isNumber && styles.number)}
              width={column.width ?? '1fr'}
              minWidth={column.width ?? 160}
            >
              {({ sortDirection }) => (
                <span className={styles.headLabel}>
                  {column.label}
                  {sortDirection &&
                    (sortDirection === 'descending' ? <ArrowDown size={12} aria-hidden /> : <ArrowUp size={12} aria-hidden />)}
                </span>
              )}
            </Column>
          ))}
        </TableHeader>
        <TableBody renderEmptyState={() => props.empty}>
          <Collection items={props.rows.slice(0, known)} dependencies={props.drawnFrom}>
            {(row) => (
              <Row id={row.id} textValue={props.nameOf(row)} className={styles.row!}>
                <Cell className={cx(styles.cell, styles.tickColumn)}>
                  <Tick />
                </Cell>
                {props.columns.map((column) => (
                  <Cell key={column.id} className={cx(styles.cell, column.isNumber && styles.number)}>
                    {props.cell(row, column.id)}
                  </Cell>
                ))}
              </Row>
            )}
          </Collection>
          {known < props.rows.length && <TableLoadMoreItem onLoadMore={() => setKnown(known + FEW)} scrollOffset={2} />}
        </TableBody>
      </Table>
    </Virtualizer>
  )
}
