import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Entry } from '@pactdesk/domain/service-delivery/financial/journal'
import type { StoredItem } from '@pactdesk/platform/audit/check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { differences, effectsOf, readTraces, type Traces } from './effects.ts'
import { eventsIn } from './killer.ts'
import { readLeft } from './left.ts'
import { planMoments, quota } from './moments.ts'
import { operations, phases } from './phase.ts'
import { replay } from './replay.ts'
import { liveThrough, type Run } from './run.ts'
import { verify } from './verify.ts'

/** `KILL_SEED=<n>` kills at the moments of that seed, as closely as time allows; `KILL_SEED=random` at new ones. */
const { KILL_SEED = '1' } = process.env
const seed = KILL_SEED === 'random' ? Math.floor(Math.random() * 2 ** 31) : Number(KILL_SEED)

/** What Node made of the sources in the first run serves every start of the second. */
const compiled = mkdtempSync(join(tmpdir(), 'pactdesk-compiled-'))
let undisturbed: Run
let killed: Run
beforeAll(async () => {
  undisturbed = await liveThrough([], compiled)
  await undisturbed.end()
  killed = await liveThrough(planMoments(seed, undisturbed.course), compiled)
  console.log(told(seed, killed))
}, 1_800_000)
afterAll(async () => {
  await killed?.end()
  rmSync(compiled, { recursive: true, force: true })
})

/** Each kill in a line, and how many there were of each kind. */
function told(seed: number, { kills }: Run): string {
  const counted = (names: readonly string[], of: (kill: Run['kills'][number]) => string) =>
    names.map(name => `${name}: ${kills.filter(kill => of(kill) === name).length}`).join(', ')
  return [
    `KILL_SEED=${seed}`,
    ...kills.map(({ phase, operation, step, request }) => [phase, operation, step, request].join(' | ')),
    counted(phases, ({ phase }) => phase),
    counted(operations, ({ operation }) => operation),
  ].join('\n')
}

describe('a host killed outright at twenty moments of the story', () => {
  it('died each time with all its children and left its port', () => {
    expect(killed.kills.length).toBeGreaterThanOrEqual(quota.kills)
    expect(killed.kills.filter(({ children, survivors, silent }) => children < 2 || survivors.length > 0 || !silent)).toEqual([])
  })

  it('died often enough between commit and relay, and inside sign, import or close', () => {
    const between = killed.kills.filter(({ phase }) => phase === 'between commit and relay')
    const inside = killed.kills.filter(({ operation }) => operation !== 'other')
    expect(between.length).toBeGreaterThanOrEqual(quota.betweenCommitAndRelay)
    expect(inside.length).toBeGreaterThanOrEqual(quota.inside)
  })

  it('let the story come to its end', () => {
    expect(undisturbed.failures).toEqual([])
    expect(killed.failures).toEqual([])
  })

  it('brought about what an undisturbed story brings about, each thing once', () => {
    expect(effectsOf(undisturbed.traces).size).toBeGreaterThan(100)
    expect(differences(effectsOf(undisturbed.traces), effectsOf(killed.traces))).toEqual([])
  })

  it('says every figure of the month as after an undisturbed story', () => {
    expect(killed.says).toEqual(undisturbed.says)
  })

  it('lost no event that was ever in the table', () => {
    const there = eventsIn(readLeft(killed.host.data).items)
    for (const { events } of killed.kills) expect([...events].filter(event => !there.has(event))).toEqual([])
  })

  it('answers every acknowledged command once more as it did, and does nothing anew', async () => {
    expect(killed.sender.acknowledged.length).toBe(undisturbed.sender.acknowledged.length)
    expect(await replay(killed.sender.acknowledged)).toEqual([])
    expect(differences(effectsOf(killed.traces), effectsOf(readTraces(killed.host.data)))).toEqual([])
  })

  it('holds every invariant of verify, each with something to look at', async () => {
    const { code, checks } = await verify(killed.host.data)
    expect(checks.filter(({ checked, outcome }) => outcome !== 'passed' || checked === 0)).toEqual([])
    expect(code).toBe(0)
  }, 120_000)

  it('leaves nothing waiting and nothing given up', () => {
    const { unrelayed, messages, givenUp } = readLeft(killed.host.data)
    expect({ unrelayed, messages, givenUp }).toEqual({ unrelayed: 0, messages: 0, givenUp: 0 })
  })
})

describe('what is compared', () => {
  /** Differences to the undisturbed story, if the killed one had left this. */
  const noticed = (altered: Partial<Traces>) =>
    differences(effectsOf(undisturbed.traces), effectsOf({ ...killed.traces, ...altered }))
  const [items, mails, stripe] = [() => killed.traces.items, () => killed.traces.mails, () => killed.traces.stripe]
  const types = ['event', 'ticket', 'work', 'journal', 'bill', 'bill-line', 'payment-guard', 'device', 'visit', 'file', 'body']

  it.each(types)('shows a lost and a doubled %s', type => {
    const one = items().find(({ t }) => t === type)!
    expect(noticed({ items: items().filter(item => item !== one) })).not.toEqual([])
    expect(noticed({ items: [...items(), one] })).not.toEqual([])
  })

  it('shows a lost and a doubled mail, and a second payment by the same page', () => {
    const intent = stripe().find(({ object }) => object === 'payment_intent')!
    expect(noticed({ mails: mails().slice(1) })).not.toEqual([])
    expect(noticed({ mails: [...mails(), mails()[0]!] })).not.toEqual([])
    expect(noticed({ stripe: [...stripe(), intent] })).not.toEqual([])
  })

  it('shows an amount that is off by one', () => {
    const entry = structuredClone(items().find(({ t }) => t === 'journal')!) as { data: Entry } & StoredItem
    entry.data.postings[0]!.minor += 1
    expect(noticed({ items: items().map(item => (item.pk === entry.pk && item.sk === entry.sk ? entry : item)) })).toHaveLength(1)
  })

  it('shows an acknowledged answer that is not said again', async () => {
    const [first] = killed.sender.acknowledged
    expect(await replay([{ ...first!, answer: { other: true } }])).toHaveLength(1)
  })
})
