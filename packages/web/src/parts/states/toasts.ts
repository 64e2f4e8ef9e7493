import { useSyncExternalStore } from 'react'

export type Toast = {
  id: number
  text: string
  /** Takes it back; absent for plain news. */
  undo?: () => void
  /** Device time (ms) at which it goes. */
  until: number
}

/** How long a person may take something back, and how long plain news stays, in ms. */
const stays = 8_000
const news = 4_000

let toasts: readonly Toast[] = []
let next = 1
const listeners = new Set<() => void>()

function set(changed: readonly Toast[]): void {
  toasts = changed
  for (const listener of listeners) listener()
}

/** Says what was done; where it can be taken back, for eight seconds with the way back instead of an "are you sure?". */
export function sayDone(text: string, undo?: () => void): void {
  set([...toasts.slice(-2), { id: next++, text, until: Date.now() + (undo ? stays : news), ...(undo && { undo }) }])
}

export const dismiss = (id: number): void => set(toasts.filter(toast => toast.id !== id))

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useToasts = (): readonly Toast[] => useSyncExternalStore(subscribe, () => toasts)
