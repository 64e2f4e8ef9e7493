import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import type { Judged, StoredItem } from '@pactdesk/platform/audit/check'
import { type Facts, invariants } from '@pactdesk/platform/audit/invariants'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openFolder } from '../../dev/local/folder.ts'
import { readTable } from '../../dev/local/table.ts'
import { playStory } from '../story/play.ts'
import { histories } from './faults/histories.ts'
import { money } from './faults/money.ts'
import { projections } from './faults/projections.ts'
import { records } from './faults/records.ts'
import { work } from './faults/work.ts'
import { openOperator } from './operator.ts'
import { Planted } from './planted.ts'

let story: Awaited<ReturnType<typeof playStory>>
let items: StoredItem[]
let facts: Facts
let close: () => void
beforeAll(async () => {
  story = await playStory()
  items = await readTable(openOperator(story.product))
  const folder = openFolder(story.product.data)
  facts = { delivered: { wallNow: Date.now() }, files: folder.files }
  close = folder.close
}, 400_000)
afterAll(async () => {
  close?.()
  await story?.product.stop()
})

const failing = (table: Planted, more: Facts = facts) =>
  invariants(table.items, more)
    .flatMap(({ name, outcome }) => (outcome === 'failed' ? [name] : []))
    .sort()

describe('a table at rest', () => {
  it('holds every invariant, and each of them has something to look at', () => {
    const checks = invariants(items, facts)
    expect(
      checks.filter(({ outcome }) => outcome !== 'passed').map(({ name, outcome, problems }) => [name, outcome, problems]),
    ).toEqual([])
    expect(checks.length).toBeGreaterThan(45)
  })

  it.each([...histories, ...projections, ...records, ...work, ...money])('%s is caught', (_what, caughtBy, plant) => {
    const table = new Planted(items)
    plant(table)
    expect(failing(table)).toEqual([...caughtBy].sort())
  })

  it('a file with other bytes, or none, is caught', () => {
    const lost: Facts = { ...facts, files: () => undefined }
    expect(failing(new Planted(items), lost)).toEqual(['files that records name are stored as they were'])
    const altered: Facts = { ...facts, files: key => ({ ...facts.files!(key)!, sha256: 'f'.repeat(64) }) }
    expect(failing(new Planted(items), altered)).toEqual(['files that records name are stored as they were'])
  })

  it('nothing to look at is a failure, unless history knows of nothing', () => {
    expect(invariants([], facts).filter(({ outcome }) => outcome === 'passed')).toEqual([])
    const table = new Planted(items)
    table.remove(...table.items.filter(({ t }) => t === 'journal'))
    expect(failing(table)).toContain('every journal entry sums to zero')
    const young = invariants(
      items.filter(({ pk }) => !/#(INV|J|MONTH|PERIOD)#/.test(pk)),
      {},
    )
    expect(young.find(({ name }) => name === 'bill numbers are unique and gapless')?.outcome).toBe('skipped')
  })
})

const main = join(import.meta.dirname, '..', '..', 'dev', 'cli', 'main.ts')

/** The command line on the data folder, as an operator runs it. */
async function pactdesk(...args: string[]): Promise<{ code: number; out: string }> {
  const child = spawn(process.execPath, [main, '--data', story.product.data, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const out = text(child.stdout)
  const [code] = (await once(child, 'exit')) as [number]
  return { code, out: await out }
}

const put = (item: StoredItem) => {
  const { client, name } = openOperator(story.product)
  return client.send(new PutCommand({ TableName: name, Item: item }))
}
const remove = ({ pk, sk }: StoredItem) => {
  const { client, name } = openOperator(story.product)
  return client.send(new DeleteCommand({ TableName: name, Key: { pk, sk } }))
}
const one = (fits: (item: StoredItem) => boolean) => items.find(fits)!
const sorted = (items: readonly StoredItem[]) => items.toSorted((a, b) => (`${a.pk} ${a.sk}` < `${b.pk} ${b.sk}` ? -1 : 1))

describe('the commands', () => {
  it('verify passes on a running host, says how many things each check saw, and exits 0', async () => {
    const { code, out } = await pactdesk('verify', '--json')
    const checks = JSON.parse(out) as Judged[]
    expect(checks.filter(({ outcome }) => outcome !== 'passed')).toEqual([])
    expect(checks.every(({ checked }) => checked > 0)).toBe(true)
    expect(checks.map(({ name }) => name)).toContain('money that Stripe took is a payment of its bill')
    expect(code).toBe(0)
    const plain = await pactdesk('verify')
    expect(plain.out.trim().split('\n').at(-1)).toBe(`${checks.length} passed, 0 failed, 0 skipped`)
  }, 60_000)

  it('a planted fault fails its check by name and exits 1', async () => {
    const entry = one(({ t }) => t === 'journal') as StoredItem & { data: { postings: { minor: number }[] } }
    const wrong = structuredClone(entry)
    wrong.data.postings[0]!.minor += 1
    await put(wrong)
    const { code, out } = await pactdesk('verify')
    await put(entry)
    expect(code).toBe(1)
    expect(out).toMatch(/^FAILED {2}every journal entry sums to zero: \d+ checked, 1 wrong$/m)
  }, 60_000)

  it('rebuild restores every projection, and a second run changes nothing', async () => {
    const ticket = one(({ t, sk }) => t === 'ticket' && sk === '#')
    const damage: StoredItem[] = [
      { ...ticket, row: { subject: 'nonsense' }, gsi2pk: String(ticket.gsi2pk).replace(/#T#.*/, '#T#1999-01') },
      { ...one(({ t, sk }) => t === 'site' && sk === '#'), data: { status: 'gone' } },
      { ...one(({ t }) => t === 'contract-register'), data: { contracts: [] } },
      {
        ...one(({ t, data }) => t === 'membership' && (data as { kind: string }).kind === 'client'),
        data: { status: 'revoked' },
      },
      { ...one(({ t }) => t === 'journal'), gsi1sk: 'nowhere' },
      { ...one(({ t, gsi2pk }) => t === 'event' && gsi2pk !== undefined), gsi2pk: 'P#provider#C#OTHER#FEED#2027-03-04' },
    ]
    for (const item of damage) await put(item)
    await remove(one(({ t, sk }) => t === 'visit' && sk === '#'))
    expect((await pactdesk('verify')).code).toBe(1)

    const first = await pactdesk('rebuild', '--json')
    expect(JSON.parse(first.out)).toMatchObject({ changed: damage.length + 1, broken: [], missed: 0 })
    expect(first.code).toBe(0)
    const again = await pactdesk('rebuild', '--json')
    expect(JSON.parse(again.out)).toMatchObject({ changed: 0, broken: [] })
    expect(again.code).toBe(0)
    expect(sorted(await readTable(openOperator(story.product)))).toEqual(sorted(items))
  }, 120_000)

  it('rebuild leaves alone what has no sound history, and exits 1', async () => {
    const event = one(({ t, sk, pk }) => t === 'event' && sk === 'E#00000002' && pk.includes('#T#'))
    await remove(event)
    const { code, out } = await pactdesk('rebuild')
    await put(event)
    expect(code).toBe(1)
    expect(out).toContain(`${event.pk}: its history is broken`)
  }, 60_000)

  it('a folder without a Pactdesk is told as such', async () => {
    const child = spawn(process.execPath, [main, '--data', join(story.product.data, 'nothing'), 'verify'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    const said = text(child.stderr)
    expect(await once(child, 'exit')).toEqual([1, null])
    expect(await said).toContain('There is no Pactdesk in')
  })
})
