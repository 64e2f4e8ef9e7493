import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Violation = { id: string; help: string; nodes: { target: unknown[]; failureSummary?: string }[] }

/** WCAG 2.2 A and AA on the page as it stands: one line a violation and place; empty is clean. */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(source)
  const violations =
    (await page.evaluate(`axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
    .then(result => result.violations)`)) as Violation[]
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}: ${target.join(' ')} (${failureSummary?.replaceAll('\n', ' ')})`),
  )
}
