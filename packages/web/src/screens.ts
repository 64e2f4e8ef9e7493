import type { ComponentType } from 'react'
import { type LazyExoticComponent, lazy } from 'react'

/**
 * Every screen is a file `<area>/screens/<Name>.tsx` with a default export, loaded when it is first opened. A screen that
 * has no file does not exist: its address answers "no such page" and the navigation does not show it.
 */
const files = import.meta.glob<{ default: ComponentType }>('./*/screens/*.tsx')

/** `desk/Queue`. */
export type ScreenName = `${string}/${string}`

const fileOf = (screen: ScreenName): string => `./${screen.replace('/', '/screens/')}.tsx`

export const exists = (screen: ScreenName): boolean => fileOf(screen) in files

const loaded = new Map<ScreenName, LazyExoticComponent<ComponentType>>()

/** The screen's component, or `undefined` when it is not there. */
export function screenOf(name: ScreenName): LazyExoticComponent<ComponentType> | undefined {
  const load = files[fileOf(name)]
  if (!load) return undefined
  const known = loaded.get(name) ?? lazy(load)
  loaded.set(name, known)
  return known
}
