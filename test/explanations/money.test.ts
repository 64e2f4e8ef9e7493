import { readFileSync } from 'node:fs'
import type { Api } from '@pactdesk/domain/kernel/client'
import type { Explanation } from '@pactdesk/domain/outsourcing/billing/explanation'
import * as bills from '@pactdesk/domain/outsourcing/billing/routes'
import * as settlement from '@pactdesk/domain/outsourcing/billing/settlement/routes'
import * as contracts from '@pactdesk/domain/outsourcing/contract/routes'
import { logger } from '@pactdesk/platform/http/api'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { moneyShown, recognitionShown, type Shown, settlementShown } from './collect.ts'
import { figureOf, kindsIn, parseFraction } from './evaluate.ts'
import { openerFor } from './sources.ts'
import { type Lived, liveMonth, month } from './story.ts'

let lived: Lived
/** Clauses of the signed contract that bind. */
let clauses: Set<string>
let shown: { reader: string; api: Api; all: Shown[] }[]

beforeAll(async () => {
  for (const level of ['error', 'warn', 'info'] as const) vi.spyOn(logger, level).mockReturnValue()
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-10-01T00:00:00Z') })
  lived = await liveMonth()
  const { finance } = lived.world
  const { owner } = lived.company
  const params = { client: lived.company.client, contract: lived.contract }
  const { value } = await finance.call(contracts.getContract, { params })
  clauses = new Set(value.clauses.filter(({ agreed }) => agreed).map(({ no }) => no))
  shown = [
    {
      reader: 'finance',
      api: finance,
      all: [...(await moneyShown(finance, lived)), ...(await recognitionShown(finance, lived))],
    },
    { reader: 'the owner', api: owner, all: await moneyShown(owner, lived) },
  ]
})
afterAll(() => {
  lived?.world.product.stop()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const every = () => shown.flatMap(({ all }) => all)
/** What is wrong with what is shown, one sentence each. */
const wrong = (check: (shown: Shown & { explanation: Explanation }) => string | undefined) =>
  every().flatMap(each => {
    const said = each.explanation ? check({ ...each, explanation: each.explanation }) : 'is not explained'
    return said ? [`${each.where}: ${said}`] : []
  })

const roundsBy: Record<Explanation['rounding'], (kinds: string[]) => boolean> = {
  none: kinds => !kinds.some(kind => kind === 'round' || kind === 'round-up' || kind === 'share'),
  once: kinds => kinds.filter(kind => kind === 'round').length === 1 && !kinds.includes('share'),
  'up-to-step': kinds => kinds.includes('round-up') && kinds.includes('round'),
  'largest-remainder': kinds => kinds[0] === 'share',
  cumulative: kinds => kinds[0] === 'subtract' && kinds.includes('round'),
}

describe('an explained amount', () => {
  test('every line, tax, late fee, month of revenue and ground of settlement is there', () => {
    const keys = new Set(every().map(({ explanation }) => explanation?.key))
    for (const key of [
      'fee',
      'tax-line',
      'tax-group',
      'part-at-cost',
      'out-of-scope',
      'late-fee',
      'late-fee-claim',
      'credit-line',
      'credit-line-tax',
      'earned',
      'penalty',
      'settlement',
    ])
      expect(keys).toContain(`billing.explain.${key}`)
    expect(keys).toContain('financial.explain.recognition')
    expect(every().length).toBeGreaterThan(60)
  })

  test('is what its equation gives, computed anew from its own terms', () => {
    expect(
      wrong(({ explanation, figure }) => {
        const computed = figureOf(explanation.equation)
        const [said, beside] = [parseFraction(explanation.figure), parseFraction(String(figure))]
        const same = [said, beside].every(({ n, d }) => n === computed.n && d === computed.d)
        return same ? undefined : `computed ${computed.n}/${computed.d}, explained ${explanation.figure}, shown ${figure}`
      }),
    ).toEqual([])
  })

  test('is rounded as it says, and no other way', () => {
    expect(
      wrong(({ explanation }) => {
        const kinds = kindsIn(explanation.equation)
        return roundsBy[explanation.rounding](kinds) ? undefined : `${explanation.rounding}, but ${kinds}`
      }),
    ).toEqual([])
  })

  test('follows a clause that the contract has, and says as of when', () => {
    expect(wrong(({ explanation: { clause } }) => (clause && !clauses.has(clause) ? `clause ${clause}` : undefined))).toEqual([])
    expect(wrong(({ asOf }) => (/^2026-1[01]-\d\d/.test(asOf ?? '') ? undefined : `as of ${asOf}`))).toEqual([])
  })

  test('rests on sources that open for its reader, each named once, and for no other client', async () => {
    const { client } = lived.company
    const strange = openerFor({ api: lived.stranger.owner, client, month })
    const problems: string[] = []
    for (const { reader, api, all } of shown) {
      const open = openerFor({ api, client, month })
      for (const { where, explanation } of all) {
        const sources = explanation?.sources ?? []
        const names = sources.map(({ kind, id }) => `${kind} ${id}`)
        if (names.length === 0) problems.push(`${where}: no sources`)
        if (new Set(names).size < names.length) problems.push(`${where}: names ${names}`)
        for (const source of sources) {
          const opened = await open(source)
          if (opened !== 'opens') problems.push(`${where}: ${source.kind} ${source.id} for ${reader} is ${opened}`)
          const abroad = await strange(source)
          if (!/^absent: 40[34] /.test(abroad)) problems.push(`${source.kind} ${source.id} abroad ${abroad}`)
        }
      }
    }
    expect([...new Set(problems)]).toEqual([])
  })
})

test('a settlement that was made, and the credit note it issued, are explained like its preview', async () => {
  const { finance, product } = lived.world
  const { client } = lived.company
  const params = { client, contract: lived.contract }
  const body = { ground: 'client' as const, noticeOn: '2026-11-03', lastServiceDay: '2026-12-31', reason: 'moves away' }
  await finance.call(settlement.settleContract, { params, body })
  await product.drain()
  const { value: made } = await finance.call(settlement.getSettlement, { params })
  const [note] = (await finance.call(bills.listBills, { params: { client } })).value.items.filter(({ id }) =>
    id.startsWith(`cn-${lived.fee}`),
  )
  const { lines, asOf } = (await finance.call(bills.getBill, { params: { client, bill: note!.id } })).value
  const credited = lines.map(({ line, explanation, grossMinor }) => ({
    where: `credited line ${line}`,
    explanation,
    figure: grossMinor,
    asOf,
  }))
  const open = openerFor({ api: finance, client, month })
  expect(credited.length).toBeGreaterThan(0)
  for (const { where, explanation, figure, asOf: on } of [...settlementShown(made), ...credited]) {
    expect(figureOf(explanation!.equation), where).toEqual(parseFraction(String(figure)))
    expect(on, where).toBe('2026-11-03')
    expect(explanation!.sources.length, where).toBeGreaterThan(0)
    for (const source of explanation!.sources) expect(await open(source), where).toBe('opens')
  }
})

test('the evaluator of this test shares no code with the product', () => {
  expect(readFileSync(new URL('evaluate.ts', import.meta.url), 'utf8').match(/^import (?!type)/m)).toBeNull()
})
