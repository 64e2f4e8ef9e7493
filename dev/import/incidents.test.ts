import { existsSync, readFileSync } from 'node:fs'
import { DomainFailure } from '@pactdesk/domain/kernel/result'
import { recordPaperContract } from '@pactdesk/domain/outsourcing/contract/routes'
import { maintenanceDraft } from '@pactdesk/domain/outsourcing/contract/testing'
import { getAttainment, getFeed } from '@pactdesk/domain/service-desk/routes'
import { explainTicketClock, getTicket } from '@pactdesk/domain/service-support/incident/routes'
import { createClient, openSite } from '@pactdesk/domain/tenancy/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestProduct, type TestProduct } from '../../test/support/product.ts'
import { importIncidents } from './incidents.ts'
import { importReport, rowsByOutcome } from './report.ts'

const log = new URL('../../../shared/data/incident-event-log-300.csv', import.meta.url)
const money = (minor: number) => ({ currency: 'CNY', minor })

describe.skipIf(!existsSync(log))('300 incidents over HTTP', () => {
  let product: TestProduct
  let api: Awaited<ReturnType<TestProduct['provider']>>
  const text = () => readFileSync(log, 'utf8')
  const run = (
    more: { signal?: AbortSignal; onProgress?: (done: number, all: number) => void; text?: string; firstDay?: string } = {},
  ) => {
    const { text: csv = text(), firstDay = '2026-01-05', ...rest } = more
    return importIncidents({
      api,
      client: 'LANHAI',
      file: { name: 'log.csv', text: csv },
      zone: 'Asia/Shanghai',
      firstDay,
      ...rest,
    })
  }
  const ticket = (number: number) =>
    api.call(getTicket, { params: { client: 'LANHAI', ticket: `LANHAI-${number}` } }).then(answer => answer.value)

  beforeAll(async () => {
    product = await startTestProduct({ at: '2026-11-25T01:00:00Z' })
    api = await product.provider('chengxin')
    const name = { zh: '蓝海贸易', en: 'Lanhai Trading' }
    await api.call(createClient, { body: { key: 'LANHAI', name, mark: '蓝', billingZone: 'Asia/Shanghai' } })
    const hours = {
      days: ['mon', 'tue', 'wed', 'thu', 'fri'] as const,
      from: '09:00',
      to: '18:00',
      lunchBreak: 'none',
      holidays: 'cn',
    } as const
    const site = {
      id: 'HQ',
      name,
      address: '路 1 号',
      zone: 'Asia/Shanghai',
      arrivalMinutes: 60,
      hours: { ...hours, days: [...hours.days] },
    }
    await api.call(openSite, { params: { client: 'LANHAI' }, body: site })
    await api.call(recordPaperContract, {
      params: { client: 'LANHAI' },
      body: {
        terms: maintenanceDraft({ number: 'WB-OLD', firstDay: '2026-01-01', lastDay: '2026-12-31' }),
        providerSignedOn: '2025-12-20',
        clientSignedOn: '2025-12-22',
        opening: { billed: money(3_600_000), paid: money(3_600_000), recognisedUntil: '2026-11-01' },
      },
    })
  })
  afterAll(() => product?.stop())

  test('broken off it goes on where it stopped, and twice gives 300 tickets, 2,040 rows, identical clocks', async () => {
    const place = (await api.call(getFeed, {})).value.next
    const off = new AbortController()
    const broken = run({ signal: off.signal, onProgress: done => done >= 60 && off.abort() })
    await expect(broken).rejects.toThrow()
    const resumed = await run()
    expect(resumed).toMatchObject({ resumed: true, job: { status: 'done', counts: { tickets: { created: 300, known: 0 } } } })
    const rows = rowsByOutcome(resumed)
    expect(rows).toEqual({
      created: 300,
      stateChanges: 838,
      otherChanges: 338,
      noChange: 564,
      known: 0,
      conflicting: 0,
      refused: 0,
    })
    expect(importReport(resumed)[2]).toContain('2040 of 2040 accounted for')

    const sample = [1, 77, 300]
    const clocks = await Promise.all(sample.map(async number => (await ticket(number)).clocks))
    for (const [at, number] of sample.entries())
      for (const { id } of clocks[at]!) {
        const params = { client: 'LANHAI', ticket: `LANHAI-${number}`, clock: id }
        const { equation } = (await api.call(explainTicketClock, { params })).value
        expect(equation.counted + equation.paused + equation.holiday + equation.outside).toBe(equation.wall)
      }
    const again = await run()
    expect(again).toMatchObject({
      resumed: false,
      job: { counts: { tickets: { created: 0, known: 300 }, rows: { known: 2040 } } },
    })
    expect(await Promise.all(sample.map(async number => (await ticket(number)).clocks))).toEqual(clocks)
    await expect(ticket(301)).rejects.toThrow('404')

    const { promises } = (await api.call(getAttainment, { params: { client: 'LANHAI' }, query: { month: '2026-01' } })).value
    expect(promises.find(({ promise }) => promise === 'restore')!.clocked).toBeGreaterThan(0)
    const told = (await api.call(getFeed, { query: { since: place } })).value.items
    expect(told.filter(({ agg }) => agg.startsWith('ticket/'))).toEqual([])
  })

  test('a file that can not be read, or another weekday, changes nothing and says why', async () => {
    await expect(run({ text: 'a,b\n1' })).rejects.toThrow(DomainFailure)
    await expect(run({ text: 'number\nINC1' })).rejects.toThrow('import.columns')
    await expect(run({ text: 'number\nINC\uFFFD' })).rejects.toThrow('import.bad-encoding')
    await expect(run({ firstDay: '2026-01-06' })).rejects.toThrow('import.first-day')
  })
})
