import type { AnyRoute } from '@pactdesk/domain/kernel/client'
import { getFeed } from '@pactdesk/domain/service-desk/routes'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { api } from '../../api/api.ts'
import { keyOf, refresh } from '../../api/query.ts'

const pollEvery = 5_000

/**
 * Follows the desk's feed from where it last was. What happened makes the lists be asked again; the numbers of tickets that
 * changed are told, so that their rows can be marked.
 */
export function useDeskFeed(refreshes: readonly AnyRoute[]): { changed: ReadonlySet<string>; seen: (number: string) => void } {
  const place = useRef<string | undefined>(undefined)
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set())
  useQuery({
    queryKey: [...keyOf(getFeed), 'followed'],
    refetchInterval: pollEvery,
    staleTime: 0,
    queryFn: async ({ signal }) => {
      const since = place.current
      const { value } = await api.call(getFeed, { query: since ? { since } : {}, signal })
      place.current = value.next
      const numbers = value.items.flatMap(({ agg }) => (agg.startsWith('ticket/') ? [agg.slice('ticket/'.length)] : []))
      if (numbers.length > 0) setChanged(old => new Set([...old, ...numbers]))
      if (value.items.length > 0 || value.reset) await refresh(...refreshes)
      return value.next
    },
  })
  const seen = (number: string): void => {
    if (changed.has(number)) setChanged(new Set([...changed].filter(one => one !== number)))
  }
  return { changed, seen }
}
