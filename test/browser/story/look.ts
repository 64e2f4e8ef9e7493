import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { axeViolations } from '../axe.ts'
import { settled, troublesOf } from './watch.ts'

/** What must never be read on a screen: an unfilled sentence, a value that is none, a key of the word list. */
const raw = /\{\{|\}\}|\bundefined\b|\bNaN\b|\[object |\b[a-z]+(?:\.[a-zA-Z]+){2,}(?= |$)/

/** Looks at a screen as it stands and keeps its picture. */
export async function look(page: Page, picture: string): Promise<void> {
  await settled(page)
  await page.evaluate('document.fonts.ready')
  await page.screenshot({ path: picture })
  const width = page.viewportSize()?.width ?? 0
  expect
    .soft(await page.evaluate('document.documentElement.scrollWidth'), 'nothing is wider than the window')
    .toBeLessThanOrEqual(width)
  const lines = String(await page.evaluate('document.body.innerText')).split('\n')
  const codes = lines.filter(line => raw.test(line))
  expect.soft(codes, 'raw codes').toEqual([])
  expect.soft(await axeViolations(page), 'accessibility').toEqual([])
  expect.soft(troublesOf(page), 'console and requests').toEqual([])
}
