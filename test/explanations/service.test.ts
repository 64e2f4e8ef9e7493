import type { Api } from '@pactdesk/domain/kernel/client'
import * as months from '@pactdesk/domain/outsourcing/billing/month/routes'
import * as bills from '@pactdesk/domain/outsourcing/billing/routes'
import * as contracts from '@pactdesk/domain/outsourcing/contract/routes'
import type { ClockExplanation } from '@pactdesk/domain/service-delivery/service-level/index'
import * as desk from '@pactdesk/domain/service-desk/routes'
import * as tickets from '@pactdesk/domain/service-support/incident/routes'
import { logger } from '@pactdesk/platform/http/api'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openerFor } from './sources.ts'
import { type Lived, liveMonth, month } from './story.ts'
import { workingMinutes, workingMinutesOf } from './working-time.ts'

let lived: Lived
let clauses: Set<string>
let readers: { reader: string; api: Api }[]

beforeAll(async () => {
  for (const level of ['error', 'warn', 'info'] as const) vi.spyOn(logger, level).mockReturnValue()
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-10-01T00:00:00Z') })
  lived = await liveMonth()
  const params = { client: lived.company.client, contract: lived.contract }
  const { value } = await lived.company.owner.call(contracts.getContract, { params })
  clauses = new Set(value.clauses.filter(({ agreed }) => agreed).map(({ no }) => no))
  readers = [
    { reader: 'the desk', api: lived.world.staff },
    { reader: 'the owner', api: lived.company.owner },
  ]
})
afterAll(() => {
  lived?.world.product.stop()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** The instant at which the story ends; the wall clock stands still. */
const asOf = '2026-11-03T02:00:00Z'
const numbers = () => [1, 2, 3, 4].map(no => `${lived.company.client}-${no}`)
const seconds = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 1000

/** Every clock of every ticket, as a reader has it explained, with the view in which it stands. */
async function clocksOf(api: Api) {
  const { client } = lived.company
  const told = numbers().map(async ticket => {
    const { value } = await api.call(tickets.getTicket, { params: { client, ticket } })
    return Promise.all(
      [...value.clocks, ...value.removedClocks].map(async shown => {
        const params = { client, ticket, clock: shown.id }
        return { shown, explained: (await api.call(tickets.explainTicketClock, { params })).value }
      }),
    )
  })
  return (await Promise.all(told)).flat()
}

/** The intervals of an explained clock follow one another, and each counts what its kind may count. */
function checkIntervals({ segments, equation, params }: ClockExplanation): void {
  let running = 0
  for (const [at, segment] of segments.entries()) {
    const before = segments[at - 1]
    if (before) expect(segment.from).toBe(before.to)
    expect(segment.seconds).toBe(seconds(segment.from, segment.to))
    const working = workingMinutes(segment.from, segment.to) * 60
    if (params.basis === 'elapsed') expect(['counted', 'paused']).toContain(segment.kind)
    else if (segment.kind === 'counted') expect(working).toBe(segment.seconds)
    else if (segment.kind !== 'paused') expect(working).toBe(0)
    if (segment.kind === 'counted') running += segment.seconds
    expect(segment.running).toBe(running)
  }
  const of = (kind: string) => segments.filter(each => each.kind === kind).reduce((sum, each) => sum + each.seconds, 0)
  const { wall, ...parts } = equation
  expect(parts).toEqual({ counted: of('counted'), paused: of('paused'), holiday: of('holiday'), outside: of('outside') })
  expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(wall)
  expect(wall).toBe(segments.length > 0 ? seconds(segments[0]!.from, segments.at(-1)!.to) : 0)
}

describe('a clock', () => {
  test('adds up interval by interval, in every view that shows it', async () => {
    for (const { api } of readers) {
      const clocks = await clocksOf(api)
      expect(clocks.length).toBeGreaterThan(4)
      expect(new Set(clocks.map(({ explained }) => explained.params.basis))).toEqual(new Set(['working', 'elapsed']))
      for (const { shown, explained } of clocks) {
        checkIntervals(explained)
        expect(explained.figures.consumedSeconds).toBe(explained.equation.counted)
        expect(explained.params.consumedMinutes).toBe(Math.floor(explained.equation.counted / 60))
        expect(explained.asOf).toBe(asOf)
        for (const figure of ['consumedMinutes', 'remainingMinutes', 'deadline', 'met', 'state'] as const)
          expect(shown[figure]).toEqual(explained.figures[figure])
      }
    }
  })

  test('has its deadline where its target is used up, pauses left out', async () => {
    for (const { explained } of await clocksOf(lived.world.staff)) {
      const { deadline, segments, params, figures } = explained
      if (!deadline || figures.state === 'excluded') continue
      const held = segments.filter(({ kind, from }) => kind === 'paused' && from < deadline)
      const first = segments[0]!.from
      const spent = (from: string, to: string) => (params.basis === 'elapsed' ? seconds(from, to) / 60 : workingMinutes(from, to))
      const paused = held.reduce((sum, { from, to }) => sum + spent(from, [to, deadline].sort()[0]!), 0)
      expect(spent(first, deadline) - paused, `${params.promise} ${params.clause}`).toBe(params.targetMinutes)
      expect(figures.met ?? false).toBe(figures.stoppedAt !== undefined && figures.stoppedAt <= deadline)
    }
  })

  test('rests on an agreed clause, the calendar of the contract and its log; no other client reads it', async () => {
    const { client } = lived.company
    for (const { api } of readers) {
      for (const { explained } of await clocksOf(api)) {
        expect(explained.sources.map(({ kind }) => kind).sort()).toEqual(['calendar', 'clause', 'log'])
        for (const source of explained.sources) {
          if (source.kind === 'clause') expect(clauses).toContain(source.clause)
          if (source.kind === 'calendar') expect(source).toMatchObject({ timezone: 'Asia/Shanghai', publicHolidays: 'CN' })
          if (source.kind === 'log') expect(source.entries).toBeGreaterThan(0)
        }
      }
      const params = { client, contract: lived.contract }
      const calendar = await api.call(contracts.getContractCalendar, { params, query: { month } })
      expect(calendar.value.agreedServiceMinutes).toBe(workingMinutesOf(month))
    }
    const params = { client, ticket: numbers()[0]!, clock: 'c1' }
    await expect(lived.stranger.owner.call(tickets.explainTicketClock, { params })).rejects.toMatchObject({
      problem: { status: 404 },
    })
  })
})

describe('a figure of the month', () => {
  test('attainment: so many of the clocks it names were met, each names a clause and opens', async () => {
    const { client, params } = lived.company
    for (const { api } of readers) {
      const { promises } = (await api.call(desk.getAttainment, { params, query: { month } })).value
      expect(promises.some(({ clocked }) => clocked > 1)).toBe(true)
      for (const { percent, clocked, met, counted, ...told } of promises) {
        expect(told.asOf).toBe(asOf)
        expect([clocked, met]).toEqual([counted.length, counted.filter(({ outcome }) => outcome === 'met').length])
        expect(percent).toBe(clocked === 0 ? null : (Math.round((met * 1000) / clocked) / 10).toFixed(1))
        for (const { ticket, clocks, clause, outcome, stoppedAt, deadline } of counted) {
          expect(clauses).toContain(clause)
          expect(clocks.length).toBeGreaterThan(0)
          for (const clock of clocks) await api.call(tickets.explainTicketClock, { params: { client, ticket, clock } })
          if (stoppedAt) expect(outcome).toBe(stoppedAt <= deadline! ? 'met' : 'missed')
        }
      }
    }
  })

  test('availability: agreed time less down time inside it, from outages that open', async () => {
    const { client, params } = lived.company
    for (const { api } of readers) {
      const shown = (await api.call(desk.getAvailability, { params, query: { month } })).value!
      const agreed = workingMinutesOf(month)
      const down = shown.downPeriods.reduce((sum, { from, to }) => sum + workingMinutes(from, to), 0)
      expect(shown).toMatchObject({ agreedServiceMinutes: agreed, downMinutesInsideAgreedTime: down })
      expect(down).toBeGreaterThan(0)
      expect(shown.percent).toBe((Math.round(((agreed - down) / agreed) * 1_000_000) / 10_000).toFixed(4))
      expect(shown.asOf).toBe(asOf)
      expect(shown.outages.length).toBeGreaterThan(0)
      for (const { ticket } of shown.outages) await api.call(tickets.getTicket, { params: { client, ticket } })
    }
  })

  test('the close: every unit of the month in one state, delivered is their sum, billed is on the bill', async () => {
    const { finance } = lived.world
    const { client } = lived.company
    const { value: shown } = await finance.call(months.getMonth, { params: { client, month } })
    const board = (await finance.call(months.listMonthBoard, { params: { month } })).value.items.find(
      row => row.client === client,
    )!
    expect({ ...board, computedAt: '' }).toEqual({ ...shown, computedAt: '' })
    const { items } = (await finance.call(months.listWork, { params: { client, month }, query: { limit: 200 } })).value
    for (const row of [...shown.kinds, { kind: 'all', ...shown.total }]) {
      const of = items.filter(
        ({ item }) => row.kind === 'all' || item.kind === row.kind || (row.kind === 'time' && 'minutes' in item),
      )
      expect(row.delivered.units, row.kind).toBe(of.length)
      for (const [status, cell] of Object.entries(row.states)) {
        const held = of.filter(({ item }) => item.state.status === status)
        const minutes = held.reduce((sum, { item }) => sum + ('minutes' in item ? item.minutes : 0), 0)
        expect([cell.units, cell.minutes], `${row.kind} ${status}`).toEqual([held.length, minutes])
      }
      for (const figure of ['units', 'minutes', 'minor'] as const)
        expect(row.delivered[figure]).toBe(Object.values(row.states).reduce((sum, cell) => sum + cell[figure], 0))
    }
    const { value: bill } = await finance.call(bills.getBill, { params: { client, bill: shown.bill!.id } })
    const worked = bill.lines.filter(({ kind }) => kind !== 'late-fee').reduce((sum, line) => sum + line.grossMinor, 0)
    expect(shown.total.states.billed.minor).toBe(worked)
    expect(shown).toMatchObject({ ledgerDifferenceMinor: 0, computedAt: asOf })
  })
})

describe('coverage', () => {
  test('of each unit names an agreed clause, the price the version it comes from, and the ticket or visit opens', async () => {
    const { client, params } = lived.company
    for (const { reader, api } of [{ reader: 'finance', api: lived.world.finance }, readers[1]!]) {
      const open = openerFor({ api, client, month })
      const { items } = (await api.call(months.listWork, { params: { client, month }, query: { limit: 200 } })).value
      expect(new Set(items.map(({ item }) => item.state.status))).toEqual(new Set(['covered', 'billed']))
      for (const { item } of items) {
        const { state } = item
        if ('clause' in state) expect(clauses, `${reader}: ${item.id}`).toContain(state.clause)
        if ('reason' in state) expect(state.reason.key).not.toBe('')
        if (item.ticket) expect(await open({ kind: 'ticket', id: item.ticket })).toBe('opens')
        if ('visit' in item && item.visit) expect(await open({ kind: 'visit', id: item.visit }), item.id).toBe('opens')
        if (!('rate' in state)) continue
        const { rate } = state
        const version = { ...params, contract: rate.contract, version: String(rate.contractVersion) }
        const { terms } = (await api.call(contracts.getContractVersion, { params: version })).value
        if (rate.basis !== 'hourly') expect(item).toMatchObject({ unitCost: { minor: rate.unitMinor }, receipt: { size: 15 } })
        else
          expect(terms.outOfScope).toMatchObject({
            listRatePerHour: { minor: Number(rate.listMinorPerHour) },
            discount: rate.discount,
            roundUpMinutes: rate.stepMinutes,
          })
      }
    }
  })

  test('the living contract speaks of agreed clauses, as of now', async () => {
    const params = { client: lived.company.client, contract: lived.contract }
    for (const api of [lived.world.finance, lived.company.owner]) {
      const { value } = await api.call(contracts.getLivingContract, { params })
      expect(value.asOf).toBe(asOf)
      expect(value.clauses.length).toBeGreaterThan(5)
      for (const { no } of value.clauses) expect(clauses).toContain(no)
      const opened = value.clauses.flatMap(({ lines }) =>
        lines.flatMap(({ opens }) => (opens?.kind === 'bill' ? [opens.id!] : [])),
      )
      expect(opened.length).toBeGreaterThan(0)
      for (const bill of opened) await api.call(bills.getBill, { params: { client: params.client, bill } })
    }
  })
})
