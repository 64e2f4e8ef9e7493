import { useCallback, useSyncExternalStore } from 'react'
import { shownNow, ticker } from './ticker.ts'

/**
 * Business time in ms since the epoch, changing each minute, and each second in the last five minutes before `deadline`
 * (ms). All callers share one timer.
 */
export function useNow(deadline?: number): number {
  const subscribe = useCallback((listener: () => void) => ticker.watch(listener, deadline), [deadline])
  return useSyncExternalStore(subscribe, () => shownNow(ticker.now(), deadline))
}
