import { useEffect, useRef } from 'react'
import { isOfDialog, isWriting, KeyMap, nameOf } from './keys.ts'

type Handler = (event: KeyboardEvent) => void
export type Keys = Record<string, Handler | undefined>

const stack: { current: Keys }[] = []
const all = (): Keys[] => stack.map(layer => layer.current).reverse()

/** The latest layer that knows a key has it: a drawer's Esc comes before the page's. */
const map = new KeyMap<Handler>(
  name => all().find(layer => layer[name])?.[name],
  start => all().some(layer => Object.keys(layer).some(key => key.startsWith(start) && layer[key])),
)

function onKeyDown(event: KeyboardEvent): void {
  const name = nameOf(event)
  if (!name || event.defaultPrevented) return
  // In a text only commands with ⌘ or Ctrl are ours.
  if (isWriting(event.target) && !name.startsWith('mod+')) return
  if (isOfDialog(event.target, name)) return
  const handler = map.press(name, event.timeStamp)
  if (!handler) return
  event.preventDefault()
  handler(event)
}

/** Keys of a screen or part, while it is shown: `{ j: next, 'g d': goDesk, 'shift+l': language }`. */
export function useKeys(keys: Keys): void {
  const layer = useRef(keys)
  layer.current = keys
  useEffect(() => {
    if (stack.length === 0) window.addEventListener('keydown', onKeyDown)
    stack.push(layer)
    return () => {
      stack.splice(stack.indexOf(layer), 1)
      if (stack.length === 0) window.removeEventListener('keydown', onKeyDown)
    }
  }, [])
}
