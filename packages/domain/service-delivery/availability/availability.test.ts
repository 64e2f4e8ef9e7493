import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { wallTimeToInstant } from '../../kernel/time.ts'
import { ServiceCalendar } from '../service-level/index.ts'
import { availabilityOf } from './availability.ts'

const calendar = ServiceCalendar.parse({
  timezone: 'Asia/Shanghai',
  weekly: { mon: [['09:00', '18:00']], tue: [['09:00', '18:00']] },
})
const at = (wall: string) => wallTimeToInstant(`2026-10-${wall}`, 'Asia/Shanghai')
const end = wallTimeToInstant('2026-11-02T10:00', 'Asia/Shanghai')
const outage = (from: string, to?: string) => ({ ticket: 'X-1', from: at(from), ...(to && { to: at(to) }) })

describe('availability of a month', () => {
  test('counts down time inside agreed time only, and all hours beside it', () => {
    const figure = availabilityOf([outage('05T17:00', '06T10:00')], calendar, '2026-10', end)
    expect(figure).toMatchObject({
      agreedServiceMinutes: 8 * 540,
      downMinutesInsideAgreedTime: 120,
      downMinutesElapsedAllHours: 17 * 60,
      percent: '97.2222',
    })
  })
  test('counts two outages at once as one', () => {
    const figure = availabilityOf([outage('05T10:00', '05T12:00'), outage('05T11:00', '05T13:00')], calendar, '2026-10', end)
    expect(figure.downMinutesInsideAgreedTime).toBe(180)
    expect(figure.outages.map(({ insideAgreedTime }) => insideAgreedTime)).toEqual([7200, 7200])
  })
  test('cuts an outage at the edges of the month, in the zone of the calendar', () => {
    const acrossMonths = { ticket: 'X-1', from: wallTimeToInstant('2026-09-29T17:00', 'Asia/Shanghai'), to: at('01T00:00') }
    expect(availabilityOf([acrossMonths], calendar, '2026-10', end).outages).toEqual([])
    expect(availabilityOf([acrossMonths], calendar, '2026-09', end).downMinutesInsideAgreedTime).toBe(60)
  })
  test('counts an outage that lasts until now', () => {
    expect(availabilityOf([outage('26T17:00')], calendar, '2026-10', at('26T17:30')).downMinutesInsideAgreedTime).toBe(30)
    expect(availabilityOf([outage('26T17:00')], calendar, '2026-10', end).downMinutesInsideAgreedTime).toBe(60 + 540)
  })
  test('has no figure where no service was agreed', () => {
    const closed = ServiceCalendar.parse({ timezone: 'UTC', weekly: {}, overrides: { '2026-11-02': [['09:00', '10:00']] } })
    expect(availabilityOf([], closed, '2026-10', end)).toMatchObject({ percent: null, agreedServiceMinutes: 0 })
    expect(availabilityOf([], calendar, '2026-10', end).percent).toBe('100.0000')
  })
})

const file = new URL('../../../../../shared/worked-month.json', import.meta.url)
describe.skipIf(!existsSync(file))('the worked month', () => {
  test('has this availability', () => {
    const { inputs, expected } = JSON.parse(readFileSync(file, 'utf8'))
    const { timezone, weekly } = inputs.calendar
    const wall = (time: string) => wallTimeToInstant(time, timezone)
    type Ticket = { id: string; severe: boolean; requestedAt: string; restoredAt: string }
    const outages = (inputs.tickets as Ticket[])
      .filter(({ severe }) => severe)
      .map(({ id, requestedAt, restoredAt }) => ({ ticket: id, from: wall(requestedAt), to: wall(restoredAt) }))
    const contract = ServiceCalendar.parse({ timezone, weekly, publicHolidays: 'CN' })
    const figure = availabilityOf(
      outages,
      contract,
      inputs.month.firstDay.slice(0, 7),
      wall(`${inputs.month.firstDayOfNext}T00:00`),
    )
    expect({
      agreedServiceMinutes: figure.agreedServiceMinutes,
      downMinutesInsideAgreedTime: figure.downMinutesInsideAgreedTime,
      availabilityPercent: figure.percent,
      downMinutesElapsedAllHours: figure.downMinutesElapsedAllHours,
    }).toEqual(expected.availabilityOfMonth)
  })
})
