import { type HTMLAttributes, type RefCallback, useRef, useState } from 'react'
import { useKeys } from '../../keys/use-keys.ts'

type Options<Row> = {
  rows: readonly Row[]
  rowKey: (row: Row) => string
  onOpen?: (row: Row) => void
  /** A click only makes the row current, for a preview beside the list; Enter and a double click open it. */
  clickSelects?: boolean | undefined
  current?: string | undefined
  onCurrent?: (key: string) => void
}

type RowProps = HTMLAttributes<HTMLElement> & { ref: RefCallback<HTMLElement>; 'data-current'?: true }

/** One row is current: J/K (and arrows, while a row has the focus) move it, Enter opens it, the focus goes with it. */
export function useCurrentRow<Row>({ rows, rowKey, onOpen, clickSelects, current, onCurrent }: Options<Row>) {
  const [own, setOwn] = useState<string>()
  const elements = useRef(new Map<string, HTMLElement>())
  const key = current ?? own
  const at = rows.findIndex(row => rowKey(row) === key)
  const choose = (row: Row | undefined): void => {
    if (!row) return
    setOwn(rowKey(row))
    onCurrent?.(rowKey(row))
    elements.current.get(rowKey(row))?.focus()
  }
  const open = (row: Row | undefined): void => {
    if (row) onOpen?.(row)
  }
  const next = (): void => choose(rows[Math.min(rows.length - 1, at + 1)])
  const previous = (): void => choose(rows[Math.max(0, at - 1)])
  const usable = Boolean(onOpen || onCurrent)
  useKeys(usable ? { j: next, k: previous } : {})

  const rowProps = (row: Row): RowProps => {
    const name = rowKey(row)
    const ref = (element: HTMLElement | null): void => {
      if (element) elements.current.set(name, element)
      else elements.current.delete(name)
    }
    if (!usable) return { ref }
    return {
      ref,
      tabIndex: at < 0 ? (rows[0] === row ? 0 : -1) : key === name ? 0 : -1,
      ...(key === name && { 'data-current': true as const, 'aria-current': true as const }),
      onClick: event => {
        // Links and buttons inside a row do their own work.
        if (
          event.target instanceof Element &&
          event.target.closest('a, button, input, label') !== closestRow(event.currentTarget, event.target)
        )
          return
        setOwn(name)
        onCurrent?.(name)
        if (!clickSelects) open(row)
      },
      ...(clickSelects && { onDoubleClick: () => open(row) }),
      onKeyDown: event => {
        if (event.target !== event.currentTarget) return
        const action = { Enter: () => open(row), ArrowDown: next, ArrowUp: previous }[event.key]
        if (!action) return
        event.preventDefault()
        action()
      },
    }
  }
  return { rowProps, next, previous, at }
}

/** The row itself when it is a button (phone), else nothing: a table row holds its own links. */
const closestRow = (row: HTMLElement, target: Element): Element | null =>
  row.tagName === 'BUTTON' && row.contains(target) ? row : null
