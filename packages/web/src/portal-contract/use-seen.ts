import { useCallback, useEffect, useRef, useState } from 'react'

/** Clauses whose end has been on the screen. `endOf(no)` goes on the mark at the end of a clause; `forget` after its words changed. */
export function useSeen() {
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set())
  const watch = useRef<IntersectionObserver | undefined>(undefined)
  const names = useRef(new Map<Element, string>())

  const observer = useCallback((): IntersectionObserver => {
    watch.current ??= new IntersectionObserver(entries => {
      const come = entries.filter(({ isIntersecting }) => isIntersecting).flatMap(({ target }) => names.current.get(target) ?? [])
      if (come.length > 0) setSeen(old => (come.every(no => old.has(no)) ? old : new Set([...old, ...come])))
    })
    return watch.current
  }, [])
  useEffect(
    () => () => {
      watch.current?.disconnect()
      watch.current = undefined
    },
    [],
  )
  const endOf = useCallback(
    (no: string) => (element: HTMLElement | null) => {
      if (!element) return
      names.current.set(element, no)
      observer().observe(element)
      return () => {
        names.current.delete(element)
        watch.current?.unobserve(element)
      }
    },
    [observer],
  )
  const forget = useCallback((clauses: readonly string[]) => {
    setSeen(old => new Set([...old].filter(no => !clauses.includes(no))))
    // What is on the screen right now is announced again.
    for (const element of names.current.keys()) {
      watch.current?.unobserve(element)
      watch.current?.observe(element)
    }
  }, [])
  return { seen, endOf, forget }
}
