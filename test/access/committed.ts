import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Usage } from './meter.ts'

/** A figure of the documentation; `list` marks the rows under the heading of lists. */
export type Committed = Usage & { list: boolean }

const file = join(import.meta.dirname, '..', '..', 'docs', 'access-patterns.md')

/** The rows of docs/access-patterns.md that carry figures: `| name | what | key or index | operations | R | W |`. */
export function committedFigures(): Map<string, Committed> {
  const figures = new Map<string, Committed>()
  let list = false
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.startsWith('## ')) list = line === '## Lists'
    const cells = line.split('|').map(cell => cell.trim())
    if (cells.length !== 8 || !/^[a-z][a-z-]+$/.test(cells[1]!) || !/^[\d.]+$/.test(cells[5]!)) continue
    figures.set(cells[1]!, { operations: cells[4]!, reads: Number(cells[5]), writes: Number(cells[6]), list })
  }
  if (figures.size === 0) throw new Error('docs/access-patterns.md holds no figures')
  return figures
}
