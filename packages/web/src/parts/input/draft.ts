import { useCallback, useState } from 'react'

const prefix = 'pactdesk.draft.'

/**
 * A text that survives a reload, a lost session or a conflict: kept on this device under `key` (say
 * `ticket.LANHAI-12.reply`) until it is sent. `clear` after the server has it.
 */
export function useDraft(key: string): { text: string; write: (text: string) => void; clear: () => void } {
  const [held, setHeld] = useState({ key, text: localStorage.getItem(prefix + key) ?? '' })
  const text = held.key === key ? held.text : (localStorage.getItem(prefix + key) ?? '')
  const write = useCallback(
    (next: string) => {
      setHeld({ key, text: next })
      if (next) localStorage.setItem(prefix + key, next)
      else localStorage.removeItem(prefix + key)
    },
    [key],
  )
  const clear = useCallback(() => write(''), [write])
  return { text, write, clear }
}
