import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { run } from './event-patterns.ts'

const file = join(import.meta.dirname, '..', '..', '..', 'shared', 'oracles', 'event_pattern_cases.json')

describe('event patterns labelled by the real engine', () => {
  it.skipIf(!existsSync(file))('agree with our matcher in every case', () => {
    const results = run(JSON.parse(readFileSync(file, 'utf8')))
    expect(results.length).toBeGreaterThan(100)
    expect(results.filter(result => result.status !== 'passed')).toEqual([])
  })

  it('report a disagreement instead of hiding it', () => {
    const wrong = [
      { name: 'wrong label', rule: { a: [1] }, event: { a: 2 }, match: true },
      { name: 'not refused', rule: { a: [1] }, event: { a: 1 }, error: 'IllegalArgumentException' },
    ]
    expect(run(wrong).map(result => result.status)).toEqual(['failed', 'failed'])
  })
})
