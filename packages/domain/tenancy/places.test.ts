import { describe, expect, it } from 'vitest'
import { unwrap } from '../kernel/result.ts'
import { ServiceCalendar } from '../service-delivery/service-level/index.ts'
import { clientAggregate, createClient, setClientStatus } from './client/aggregate.ts'
import { changeProvider, createProvider, providerAggregate } from './provider/aggregate.ts'
import { invoiceNumber, seriesKey } from './provider/invoice-series.ts'
import { type ProviderSettings, providerCard } from './provider/provider.ts'
import { changeSite, closeSite, openSite, siteAggregate } from './site/aggregate.ts'
import { WorkingHours, weeklyIntervals } from './site/hours.ts'
import { SiteProfile } from './site/site.ts'

const meta = { at: '2026-10-01T00:00:00Z', version: 1, actor: { kind: 'staff', id: 's', name: 's' }, origin: 'user' }
const nineToSix = { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '18:00', holidays: 'cn' }
const profile = SiteProfile.parse({
  name: { zh: '总部', en: 'Head office' },
  address: '漕溪北路 88 号',
  zone: 'Asia/Shanghai',
  arrivalMinutes: 60,
  hours: { ...nineToSix, lunchBreak: 'none' },
})

describe('working hours', () => {
  it('state the lunch break: neither a break nor its absence is assumed', () => {
    expect(WorkingHours.safeParse(nineToSix).success).toBe(false)
    expect(WorkingHours.safeParse({ ...nineToSix, lunchBreak: 'none' }).success).toBe(true)
    expect(WorkingHours.safeParse({ ...nineToSix, lunchBreak: { from: '12:00', to: '13:00' } }).success).toBe(true)
  })

  it.each([
    ['ends before it begins', { from: '18:00', to: '09:00', lunchBreak: 'none' }],
    ['lunch outside the hours', { lunchBreak: { from: '08:00', to: '09:30' } }],
    ['lunch that ends before it begins', { lunchBreak: { from: '13:00', to: '12:00' } }],
    ['a weekday named twice', { days: ['mon', 'mon'], lunchBreak: 'none' }],
    ['an hour that does not exist', { to: '25:00', lunchBreak: 'none' }],
  ])('are refused: %s', (_why, wrong) => {
    expect(WorkingHours.safeParse({ ...nineToSix, ...wrong }).success).toBe(false)
  })

  it('become the intervals of a service calendar', () => {
    const weekly = weeklyIntervals(WorkingHours.parse({ ...nineToSix, lunchBreak: { from: '12:00', to: '13:30' } }))
    expect(weekly.mon).toEqual([
      ['09:00', '12:00'],
      ['13:30', '18:00'],
    ])
    expect(Object.keys(weekly)).toEqual(['mon', 'tue', 'wed', 'thu', 'fri'])
    expect(ServiceCalendar.safeParse({ timezone: 'Asia/Shanghai', weekly }).success).toBe(true)
  })
})

describe('a site', () => {
  const site = siteAggregate.evolve(undefined, unwrap(openSite('LANHAI', 'HQ', profile))[0]!, meta)

  it('is not changed once closed', () => {
    const closed = siteAggregate.evolve(site, unwrap(closeSite(site))[0]!, meta)
    expect(changeSite(closed, profile)).toMatchObject({ ok: false, error: { code: 'tenancy.site-closed' } })
    expect(closeSite(closed)).toMatchObject({ ok: false })
  })

  it('has an N of at least a minute and a real zone', () => {
    expect(SiteProfile.safeParse({ ...profile, arrivalMinutes: 0 }).success).toBe(false)
    expect(SiteProfile.safeParse({ ...profile, zone: '+08:00' }).success).toBe(false)
  })

  it('fits its index row in 700 bytes', () => {
    const long = { ...site, name: { zh: '一'.repeat(120), en: 'w'.repeat(120) }, address: '一'.repeat(200) }
    expect(Buffer.byteLength(JSON.stringify(siteAggregate.project(long).row))).toBeLessThanOrEqual(700)
  })
})

describe('a client', () => {
  const names = { zh: '蓝海贸易', en: 'Lanhai Trading' }
  const client = clientAggregate.evolve(
    undefined,
    unwrap(createClient('LANHAI', { name: names, mark: '蓝', billingZone: 'Asia/Shanghai' }))[0]!,
    meta,
  )

  it('is listed for the provider by its key', () => {
    expect(clientAggregate.project(client)).toEqual({
      row: { id: 'LANHAI', name: names, mark: '蓝', status: 'active' },
      gsi1: { part: 'CLIENTS', sort: 'LANHAI' },
    })
  })

  it('is ended once and can be reactivated', () => {
    const ended = clientAggregate.evolve(client, unwrap(setClientStatus(client, 'ended'))[0]!, meta)
    expect(setClientStatus(ended, 'ended')).toMatchObject({ ok: false, error: { code: 'tenancy.client-status' } })
    expect(clientAggregate.evolve(ended, unwrap(setClientStatus(ended, 'active'))[0]!, meta)).toEqual(client)
  })
})

describe('a provider', () => {
  const settings: ProviderSettings = {
    name: { zh: '诚信信息', en: 'Chengxin IT' },
    billingZone: 'Asia/Shanghai',
    currency: 'CNY',
    emergencyPhone: '400-100-2026',
    stripe: false,
    fapiao: { kind: 'vat-general', content: '信息技术服务' },
    invoiceSeries: { prefix: 'INV-{yyyy}-', width: 4, next: 12 },
  }
  const provider = providerAggregate.evolve(undefined, unwrap(createProvider('chengxin', settings))[0]!, meta)

  it('shows its clients a card without the series, which tells the volume of business', () => {
    expect(providerCard(provider)).toEqual({
      id: 'chengxin',
      name: settings.name,
      billingZone: 'Asia/Shanghai',
      currency: 'CNY',
      emergencyPhone: '400-100-2026',
      stripe: false,
    })
  })

  it('never moves a series backwards; another prefix is another series', () => {
    const back = { ...settings, invoiceSeries: { ...settings.invoiceSeries, next: 11 } }
    expect(changeProvider(provider, back)).toMatchObject({ ok: false, error: { code: 'tenancy.series-backwards' } })
    expect(changeProvider(provider, { ...back, invoiceSeries: { ...back.invoiceSeries, prefix: 'B-' } })).toMatchObject({
      ok: true,
    })
  })

  it('numbers bills by the year or month of issue, and does not cut long numbers', () => {
    const series = settings.invoiceSeries
    expect(invoiceNumber(series, '2026-09-30', 1)).toBe('INV-2026-0001')
    expect(invoiceNumber({ ...series, prefix: 'R{yyyymm}' }, '2026-09-30', 12345)).toBe('R20260912345')
    expect(seriesKey(series, '2026-12-31')).not.toBe(seriesKey(series, '2027-01-01'))
  })
})
