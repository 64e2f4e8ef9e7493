import { useEffect, useRef, useState } from 'react'
import { settle } from './settle.ts'

/** A row may be aimed at until the pointer has rested this long. */
const restMs = 2_000

/**
 * Keeps rows in place while the pointer moves over the list; puts them in order once it has rested for two seconds, has left,
 * or when `sort` is called. `view`: another list begins in its own order.
 */
export function useSettled<Row>(rows: readonly Row[], keyOf: (row: Row) => string, view: string) {
  const order = useRef<{ view: string; keys: readonly string[] }>({ view, keys: [] })
  const aimed = useRef<number | undefined>(undefined)
  const [, redraw] = useState(0)
  if (order.current.view !== view) order.current = { view, keys: [] }
  const aiming = aimed.current !== undefined && performance.now() - aimed.current < restMs
  const { shown, moved } = settle(order.current.keys, rows, keyOf)
  if (moved > 0 && !aiming) order.current.keys = rows.map(keyOf)
  const now = moved > 0 && !aiming ? [...rows] : shown
  if (moved === 0) order.current.keys = shown.map(keyOf)
  useEffect(() => {
    if (moved === 0 || !aiming) return
    const timer = setTimeout(() => redraw(count => count + 1), restMs)
    return () => clearTimeout(timer)
  }, [moved, aiming])
  return {
    rows: now,
    moved: aiming ? moved : 0,
    sort: () => {
      aimed.current = undefined
      redraw(count => count + 1)
    },
    pointer: {
      onPointerMove: () => {
        aimed.current = performance.now()
      },
      onPointerLeave: () => {
        aimed.current = undefined
        redraw(count => count + 1)
      },
    },
  }
}
