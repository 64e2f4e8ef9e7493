import { describe, expect, test } from 'vitest'
import { maintenanceTerms } from '../contract/testing.ts'
import { decideCoverage } from '../metering/coverage.ts'
import { coverageTerms } from '../metering/coverage-terms.ts'
import type { SourceItem } from '../metering/source-item.ts'
import { partItem, timeEntry, visitItem } from '../metering/testing.ts'
import { closeBlocks, closeSealText, recount } from './close.ts'

const terms = coverageTerms('k1', 1, maintenanceTerms())
const judged = (item: SourceItem, outOfScope = false) =>
  ({ ...item, state: decideCoverage(item, terms, { outOfScope }) }) as SourceItem
const items = [
  judged(timeEntry({ id: 'w1' })),
  judged(timeEntry({ id: 'w2', date: '2026-10-12', ticket: 'LANHAI-8' }), true),
  judged(timeEntry({ id: 'w3', date: '2026-10-11', ticket: 'LANHAI-8' }), true),
  judged(partItem({ id: 'p1', date: '2026-10-13' })),
  judged(visitItem({ id: 'v1', date: '2026-10-14' })),
]

test('what blocks is gathered by who must act and why, the oldest first', () => {
  const undecided = [{ bill: { id: 'i1', number: 'INV-1' }, minor: 236004, since: '2026-10-09' }]
  expect(
    closeBlocks(items, undecided).map(({ kind, role, since, refs }) => [kind, role, since, refs.map(ref => ref.id)]),
  ).toEqual([
    ['late-fee-undecided', 'finance', '2026-10-09', ['i1']],
    ['quote-first', 'client', '2026-10-11', ['w2', 'w3']],
    ['part-without-cost', 'technician', '2026-10-13', ['p1']],
    ['visit-unsigned', 'technician', '2026-10-14', ['v1']],
  ])
})

test('nothing waiting and nothing undecided blocks nothing', () => {
  expect(closeBlocks([items[0]!], [])).toEqual([])
})

test('the recount comes from the items', () => {
  expect(recount(items)).toMatchObject({ total: 5, items: { covered: 1, waiting: 4 }, minutes: { covered: 60, waiting: 120 } })
})

describe('the seal', () => {
  test('does not depend on the order of items or fields', () => {
    const shuffled = items.toReversed().map(item => Object.fromEntries(Object.entries(item).reverse()) as unknown as SourceItem)
    expect(closeSealText(shuffled)).toBe(closeSealText(items))
  })

  test('changes with a minute, a state, an item', () => {
    const [first, ...rest] = items
    const changed = [{ ...first, minutes: 61 } as SourceItem, ...rest]
    const judgedAnew = [{ ...first!, state: items[1]!.state }, ...rest]
    const texts = [items, changed, judgedAnew, rest].map(closeSealText)
    expect(new Set(texts).size).toBe(4)
  })
})
