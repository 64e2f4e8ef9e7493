import { DraftTerms, draftOfTerms, termsOfDraft } from '@pactdesk/domain/outsourcing/contract/draft-terms'
import { maintenanceTerms } from '@pactdesk/domain/outsourcing/contract/testing'
import { describe, expect, test } from 'vitest'
import { differencesOf, grossOf, linesOfDevices, totalOf } from './fee-lines.ts'
import { draftOf, formOf } from './form.ts'
import { calendarOf, hoursOf, hoursProblem, usualHours } from './hours.ts'
import { nextNumber } from './number.ts'
import { previewTerms } from './preview-terms.ts'
import { problemAt, problemsOf } from './problems.ts'
import { percentOf, shareOf } from './share.ts'

const cny = (minor: number) => ({ currency: 'CNY', minor })
const form = () => formOf(draftOfTerms(maintenanceTerms()))

describe('shares', () => {
  test.each([
    ['0.01', '1'],
    ['0.065', '6.5'],
    ['0.10', '10'],
    ['0', '0'],
    ['1', '100'],
    ['0.0005', '0.05'],
  ])('%s is %s per cent', (share, percent) => {
    expect(percentOf(share)).toBe(percent)
    expect(Number(shareOf(percent))).toBe(Number(share))
  })
  test.each(['', 'abc', '100.1', '-1', '1.2.3'])('%j is no share', text => expect(shareOf(text)).toBeUndefined())
  test('full-width digits and a percent sign are read', () => expect(shareOf('６．５％')).toBe('0.065'))
})

describe('working hours', () => {
  const hours = { ...usualHours('Asia/Shanghai'), lunch: 'break' as const }
  test('a lunch break makes two windows, and comes back as a break', () => {
    expect(calendarOf(hours).weekly.mon).toEqual([
      ['09:00', '12:00'],
      ['13:00', '18:00'],
    ])
    expect(hoursOf(calendarOf(hours))).toEqual(hours)
  })
  test('nobody may leave the question of the break unanswered', () => {
    expect(hoursProblem(usualHours('Asia/Shanghai'))).toBe('lunch')
    expect(hoursProblem({ ...hours, lunchTo: '18:30' })).toBe('lunchTimes')
    expect(hoursProblem({ ...hours, days: [] })).toBe('days')
    expect(hoursProblem(hours)).toBeUndefined()
  })
  test('a calendar with dates of its own is left alone', () => {
    expect(hoursOf({ ...calendarOf(hours), overrides: { '2026-10-10': [] } })).toBeUndefined()
    expect(hoursOf({ timezone: 'UTC', weekly: { mon: [['09:00', '12:00']], tue: [['09:00', '13:00']] } })).toBeUndefined()
  })
})

test('the suggested number counts up the newest of the year', () => {
  expect(nextNumber(['PD-2026-0121', 'PD-2026-0007', 'PD-2025-0999'], '2026')).toBe('PD-2026-0122')
  expect(nextNumber([], '2026')).toBe('PD-2026-0001')
})

describe('fees', () => {
  test('the register gives a line for each class that has devices, without a price', () => {
    const lines = linesOfDevices({ pc: 8, server: 1, monitor: 3 }, '0.06', kind => kind)
    expect(lines.map(({ deviceClass, quantity, unit }) => [deviceClass, quantity, unit])).toEqual([
      ['pc', 8, undefined],
      ['server', 1, undefined],
    ])
  })
  test('quantity times price is the amount, and the lines make the total', () => {
    const lines = form().lines
    expect(lines.map(line => grossOf(line)?.minor)).toEqual([1_920_000, 960_000, 720_000])
    expect(totalOf(lines, 'CNY')).toEqual(cny(3_600_000))
  })
  test('a class charged for another number than is registered is named', () => {
    expect(differencesOf(form().lines, { pc: 9, server: 1, network: 1 })).toEqual([{ kind: 'pc', charged: 8, registered: 9 }])
  })
})

describe('a form', () => {
  test('says the terms it was made of', () => {
    const terms = maintenanceTerms({
      penaltyRate: '0.1',
      outOfScope: { listRatePerHour: cny(30_000), discount: '0.2', roundUpMinutes: 30 },
      accessLine: { carrier: '电信', mbps: '500' },
      standbyServer: { by: '2026-12-01' },
      discountCard: [{ item: '网站建设', discount: '0.15' }],
      otherTerms: ['寒暑假每两月一次'],
      response: { minutes: 30 },
    })
    const shown = formOf(draftOfTerms(terms))
    expect(termsOfDraft(DraftTerms.parse(draftOf(shown)))).toEqual({ ok: true, value: terms })
    expect(problemsOf(shown)).toEqual([])
  })
  test('an optional term switched off is no promise, and switched on again has its figures', () => {
    const off = { ...form(), restore: { ...form().restore, on: false } }
    expect(draftOf(off).restore).toBeUndefined()
    expect(draftOf({ ...off, restore: { ...off.restore, on: true } }).restore).toEqual({ minutes: 480, severeMinutes: 240 })
  })
  test('without a late fee there is no order of settlement and no late fee on extras', () => {
    const without = draftOf({ ...form(), lateFee: { ...form().lateFee, on: false } })
    expect([without.lateFee, without.allocationOrder, without.extras?.lateFee]).toEqual([null, undefined, false])
  })
  test('shows its words while texts and fees are still missing', () => {
    const empty = { ...form(), number: '', signingPlace: '', lines: [] }
    expect(DraftTerms.safeParse(draftOf(empty)).success).toBe(false)
    expect(DraftTerms.safeParse(previewTerms(draftOf(empty))).success).toBe(true)
  })
  test('names what is still empty at its field', () => {
    const [first, ...rest] = form().lines
    const empty = { ...form(), number: ' ', lines: [{ ...first!, unit: undefined }, ...rest], penalty: 'x' }
    const problems = problemsOf(empty)
    expect(problemAt(problems, 'number')?.code).toBe('needed')
    expect(problemAt(problems, 'feeLines.0')?.path).toBe('feeLines.0.price')
    expect(problemAt(problems, 'penaltyRate')?.code).toBe('invalid')
    expect(problems).toHaveLength(3)
  })
})
