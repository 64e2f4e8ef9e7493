import { useLayoutEffect } from 'react'

/** Sets the measures of console or portal on the page, so that menus and dialogs outside the shell have them too. */
export function useDensity(density: 'console' | 'portal'): void {
  useLayoutEffect(() => {
    document.documentElement.dataset.density = density
  }, [density])
}
