import { describe, expect, it } from 'vitest'
import { isWorkingDay } from '../../service-delivery/service-level/index.ts'
import { planVisits, visitsOf } from './plan-visits.ts'
import { maintenanceTerms } from './testing.ts'
import { visitMonths } from './visit-months.ts'

const devices = [
  ...Array.from({ length: 8 }, (_, n) => ({ id: `PC-0${n + 1}`, class: 'pc', site: 'HQ' })),
  { id: 'SRV-01', class: 'server', site: 'HQ' },
  { id: 'NET-01', class: 'network', site: 'HQ' },
  { id: 'MON-01', class: 'monitor', site: 'HQ' },
  { id: 'PC-90', class: 'pc', site: 'ELSEWHERE' },
]
const terms = maintenanceTerms()
const plan = planVisits(terms, devices)

describe('the visit plan', () => {
  it('has one visit a month of the term, each on a working day of that month', () => {
    expect(plan.visits.map(({ month }) => month)).toEqual(visitMonths(terms))
    expect(plan.visits).toHaveLength(12)
    for (const { on, month } of plan.visits) {
      expect(on.slice(0, 7)).toBe(month)
      expect(isWorkingDay(terms.calendar, on)).toBe(true)
    }
  })
  it('uses the make-up Saturday of 10 October 2026 and skips the holidays before it', () => {
    expect(plan.visits[0]).toMatchObject({ id: '2026-10-HQ', on: '2026-10-10', provisional: false })
  })
  it('marks days of a year whose holidays are not announced', () => {
    expect(plan.visits.filter(({ provisional }) => provisional).map(({ month }) => month)).toEqual(visitMonths(terms).slice(3))
  })
  it('covers the devices that the fees are for, at sites of the contract', () => {
    expect(plan.visits[0]?.devices).toEqual([...devices.slice(0, 10).map(({ id }) => id)])
  })
  it('reinstalls each PC once every half year', () => {
    expect(plan.reinstalls.map(({ from, dueBy, devices: due }) => [from, dueBy, due.length])).toEqual([
      ['2026-10-01', '2027-03-31', 8],
      ['2027-04-01', '2027-09-30', 8],
    ])
  })
  it('never plans into the past: from the 29th the month has its last working days left', () => {
    expect(planVisits(terms, devices, terms.calendar, '2026-10-29').visits[0]?.on).toBe('2026-10-29')
    expect(planVisits(terms, devices, terms.calendar, '2026-10-31').visits[0]?.month).toBe('2026-11')
  })
  it('stays inside a term that begins and ends within a month', () => {
    const broken = maintenanceTerms({ firstDay: '2026-01-15', lastDay: '2027-01-14' })
    const { visits } = planVisits(broken, devices)
    expect(visits).toHaveLength(12)
    expect(visits[0]?.on).toBe('2026-01-15')
    expect(visits.at(-1)?.month).toBe('2026-12')
  })
  it('has fewer visits where fewer are agreed', () => {
    const quarterly = maintenanceTerms({ maintenance: { everyMonths: 3, checklist: [] } })
    expect(planVisits(quarterly, devices).visits.map(({ month }) => month)).toEqual(['2026-10', '2027-01', '2027-04', '2027-07'])
    expect(planVisits(quarterly, devices).reinstalls).toEqual([])
  })
  it('goes to each site that has devices, and to all before any is registered', () => {
    const two = maintenanceTerms({
      sites: [
        { site: 'HQ', name: 'HQ', arrivalMinutes: 60 },
        { site: 'W1', name: 'Warehouse', arrivalMinutes: 120 },
      ],
    })
    expect(visitsOf(planVisits(two, devices), ['2026-10']).map(({ site }) => site)).toEqual(['HQ'])
    expect(visitsOf(planVisits(two, []), ['2026-10']).map(({ site }) => site)).toEqual(['HQ', 'W1'])
  })
})
