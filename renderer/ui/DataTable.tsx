// A table of documents: sortable, with rows that open and rows that are ticked, all of it by keyboard.
import type { ReactNode } from 'react'
import {
  Cell,
  Checkbox,
  Column,
  Row,
  Table,
  TableBody,
  TableHeader,
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
  /** Read out for the row, and found by typing its first letters. */
  nameOf: (row: R) => string
  onOpen: (id: string) => void
  selected: ReadonlySet<string>
  onSelect: (ids: Set<string>) => void
  sort: { column: C; descending: boolean }
  onSort: (sort: { column: C; descending: boolean }) => void
  empty: ReactNode
}

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
  const select = (keys: Selection) =>
    props.onSelect(keys === 'all' ? new Set(props.rows.map((row) => row.id)) : new Set([...keys].map(String)))
  const sort = (descriptor: SortDescriptor) =>
    props.onSort({ column: descriptor.column as C, descending: descriptor.direction === 'descending' })
  return (
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
        <Column className={cx(styles.head, styles.tickColumn)}>
          <Tick />
        </Column>
        {props.columns.map((column) => (
          <Column
            key={column.id}
            id={column.id}
            isRowHeader={column.isRowHeader ?? false}
            allowsSorting={column.isSortable ?? false}
            className={cx(styles.head, column.isNumber && styles.number)}
            {...(column.width !== undefined && { style: { width: column.width } })}
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
        {props.rows.map((row) => (
          <Row key={row.id} id={row.id} textValue={props.nameOf(row)} className={styles.row!}>
            <Cell className={cx(styles.cell, styles.tickColumn)}>
              <Tick />
            </Cell>
            {props.columns.map((column) => (
              <Cell key={column.id} className={cx(styles.cell, column.isNumber && styles.number)}>
                {props.cell(row, column.id)}
              </Cell>
            ))}
          </Row>
        ))}
      </TableBody>
    </Table>
  )
}
