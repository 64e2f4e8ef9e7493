import type { Locator, Page } from 'playwright-core'

export type Root = Page | Locator

/** Types into text fields, by their exact names, in order. */
export async function type(root: Root, texts: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(texts)) await root.getByRole('textbox', { name, exact: true }).fill(text)
}

/** Presses the one button of this exact name. */
export const press = (root: Root, name: string | RegExp): Promise<void> =>
  root.getByRole('button', { name, exact: typeof name === 'string' }).click()

/** Ticks boxes and switches on, by their names. */
export async function tick(root: Root, ...names: (string | RegExp)[]): Promise<void> {
  for (const name of names) {
    const box = root.getByRole('checkbox', { name }).or(root.getByRole('switch', { name }))
    if (!(await box.isChecked())) await box.click()
  }
}

/** Opens a list of choices by its name and takes one. */
export async function choose(root: Root, name: string | RegExp, option: string | RegExp): Promise<void> {
  await root.getByRole('combobox', { name }).or(root.getByRole('textbox', { name })).first().click()
  const page = 'page' in root ? root.page() : root
  await page.getByRole('option', { name: option, exact: typeof option === 'string' }).click()
}

/** A date as people type it, `YYYY-MM-DD`. */
export async function date(root: Root, name: string, day: string): Promise<void> {
  const field = root.getByRole('textbox', { name, exact: true })
  await field.fill(day)
  await field.blur()
}

/** The dialog that is open, by its title. */
export const dialog = (page: Page, name: string | RegExp): Locator => page.getByRole('dialog', { name })

/** Signs with the finger: three strokes on the pad. */
export async function sign(page: Page, pad: Locator): Promise<void> {
  // In the middle of the screen nothing fixed lies over it.
  await pad.evaluate(canvas => canvas.scrollIntoView({ block: 'center' }))
  const box = await pad.boundingBox()
  if (!box) throw new Error('the signature pad is not on the screen')
  const at = (x: number, y: number): [number, number] => [box.x + box.width * x, box.y + box.height * y]
  for (const [from, to] of [
    [at(0.2, 0.3), at(0.45, 0.7)],
    [at(0.5, 0.25), at(0.4, 0.75)],
    [at(0.55, 0.5), at(0.8, 0.45)],
  ] as const) {
    await page.mouse.move(...from)
    await page.mouse.down()
    await page.mouse.move((from[0] + to[0]) / 2, (from[1] + to[1]) / 2 + 6, { steps: 4 })
    await page.mouse.move(...to, { steps: 4 })
    await page.mouse.up()
  }
}
