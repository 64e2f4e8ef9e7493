import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { committedFigures } from './committed.ts'
import { settle, signContract } from './story/agreement.ts'
import { type Story, startStory } from './story/cast.ts'
import { deskDay, measureTicketLists, raiseTickets } from './story/desk.ts'
import { closeMonth, passMonth } from './story/money.ts'
import { visitSite } from './story/visit.ts'

const committed = committedFigures()
let story: Story

beforeAll(async () => {
  story = await startStory()
  await settle(story)
  await signContract(story)
  await visitSite(story, await deskDay(story))
  await passMonth(story)
  await closeMonth(story)
})
afterAll(() => story?.product.stop())

const wholly = (units: number) => Math.ceil(units)

describe('a use case asks of the table what docs/access-patterns.md says', () => {
  for (const [name, figure] of committed) {
    test(name, () => {
      const measured = story.figures.get(name)
      expect(measured?.operations).toBe(figure.operations)
      // An item that grows past a kilobyte costs a unit more; more than that is another pattern.
      for (const kind of ['reads', 'writes'] as const) {
        const slack = Math.max(1, figure[kind] * 0.1)
        expect(Math.abs(wholly(measured![kind]) - wholly(figure[kind])), `${kind}: ${measured![kind]}`).toBeLessThanOrEqual(slack)
      }
    })
  }
})

test('every measured use case is described', () => {
  const rows = [...story.figures].filter(([name]) => !committed.has(name))
  expect(rows.map(([name, { operations, reads, writes }]) => `| ${name} | ${operations} | ${reads} | ${writes} |`)).toEqual([])
})

describe('a row list is one query of one index', () => {
  const lists = [...committed].filter(([, { list }]) => list)

  test.each(lists.map(([name]) => name))('%s', name => {
    expect(story.figures.get(name)?.operations).toBe('Query')
  })

  test('however many rows it has', async () => {
    const before = new Map(story.figures)
    await raiseTickets(story, 12)
    const names = ['queue', 'my-tickets', 'open-tickets-of-client', 'my-requests']
    for (const name of names) story.figures.delete(name)
    await measureTicketLists(story)
    for (const name of names) expect(story.figures.get(name)?.operations, name).toBe(before.get(name)?.operations)
  })
})
