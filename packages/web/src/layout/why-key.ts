/** W: asks why of the figure that has the focus, of the first one in the focused row, else of the first in the content. */
export function askWhy(): void {
  const place = document.activeElement?.closest('[data-current], main, aside') ?? document
  const figure =
    document.activeElement?.closest<HTMLElement>('[data-why]') ??
    place.querySelector<HTMLElement>('[data-why]') ??
    document.querySelector<HTMLElement>('#content [data-why]')
  figure?.focus()
  figure?.click()
}
