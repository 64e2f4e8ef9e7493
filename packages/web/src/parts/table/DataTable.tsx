import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from '../../i18n/i18n.ts'
import css from './table.module.css'
import { useCurrentRow } from './use-current-row.ts'

export type Column<Row> = {
  key: string
  header: ReactNode
  cell: (row: Row) => ReactNode
  /** Figures stand right. */
  align?: 'left' | 'right'
  /** The column that takes the room that is left, cutting what doesn't fit; the others take what they need. */
  grow?: boolean
  /** Column can be sorted by. */
  sortable?: boolean
}

type Sort = { key: string; direction: 'ascending' | 'descending' }

type Props<Row> = {
  /** Says what is listed, for screen readers. */
  label: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** On a phone a row has two lines: subject and chip first. What else can be done with it, such as a menu, stands beside them. */
  phone: (row: Row) => { title: ReactNode; chip?: ReactNode; meta?: ReactNode; action?: ReactNode }
  /** Enter or click. */
  onOpen?: (row: Row) => void
  /** On a desktop a click only makes the row current, for a preview beside the list; Enter and a double click open it. */
  clickSelects?: boolean | undefined
  /** The row that J/K stand on: controlled where a preview follows it. */
  current?: string | undefined
  onCurrent?: (key: string) => void
  sort?: Sort
  onSort?: (sort: Sort) => void
  onMore?: (() => void) | undefined
  loadingMore?: boolean
  /** Queue rows are 36 px, rows of other tables 32. */
  dense?: boolean
}

/** Rows on a desktop, two-line rows on a phone; J and K move, Enter opens. Focus follows, so screen readers do too. */
export function DataTable<Row>(props: Props<Row>) {
  const { columns, rows, rowKey, phone, label, sort, onSort, onMore, loadingMore, dense } = props
  const { t } = useTranslation('parts')
  const small = useMediaQuery('(max-width: 767px)', window.innerWidth < 768)
  const move = useCurrentRow({ ...props, clickSelects: props.clickSelects && !small })
  const more = onMore && (
    <div className={css.more}>
      <Button onClick={onMore} loading={loadingMore ?? false}>
        {t('table.loadMore')}
      </Button>
    </div>
  )
  if (small)
    return (
      <>
        <ul className={css.list} aria-label={label}>
          {rows.map(row => {
            const { title, chip, meta, action } = phone(row)
            return (
              <li key={rowKey(row)} className={css.entry}>
                <button type="button" className={css.item} {...move.rowProps(row)}>
                  <span className={css.title}>{title}</span>
                  <span>{chip}</span>
                  {meta && <span className={css.meta}>{meta}</span>}
                </button>
                {action && <span className={css.action}>{action}</span>}
              </li>
            )
          })}
        </ul>
        {more}
      </>
    )
  return (
    <>
      <table
        className={css.table}
        aria-label={label}
        style={dense ? ({ '--row-height': 'var(--row-table)' } as Record<string, string>) : undefined}
      >
        <thead>
          <tr>
            {columns.map(column => (
              <Head key={column.key} column={column} {...(sort && { sort })} {...(onSort && { onSort })} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={rowKey(row)} className={props.onOpen && css.row} {...move.rowProps(row)}>
              {columns.map(column => (
                <td
                  key={column.key}
                  className={`${column.align === 'right' ? css.right : ''} ${column.grow ? css.clip : css.fit}`}
                >
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </>
  )
}

function Head<Row>({ column, sort, onSort }: { column: Column<Row>; sort?: Sort; onSort?: (sort: Sort) => void }) {
  const { t } = useTranslation('parts')
  const sorted = sort?.key === column.key ? sort.direction : undefined
  const className = `${column.align === 'right' ? css.right : ''} ${column.grow ? '' : css.fit}`
  if (!column.sortable || !onSort) return <th className={className}>{column.header}</th>
  const Arrow = sorted === 'descending' ? IconArrowDown : IconArrowUp
  return (
    <th className={className} aria-sort={sorted ?? 'none'}>
      <button
        type="button"
        title={t('table.sortBy', { column: typeof column.header === 'string' ? column.header : column.key })}
        onClick={() => onSort({ key: column.key, direction: sorted === 'ascending' ? 'descending' : 'ascending' })}
      >
        {column.header}
        {sorted && <Arrow size={12} aria-hidden />}
      </button>
    </th>
  )
}
