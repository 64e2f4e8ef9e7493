import { describe, expect, it } from 'vitest'
import { deviceAggregate } from './aggregate.ts'
import { registerDevice } from './decide.ts'
import type { Device } from './device.ts'
import { planSheet } from './device-sheet.ts'

const known = { devices: [] as Device[], sites: ['HQ'], today: '2026-10-01' }
const headings = ['id', 'class', 'name']
const row = (line: number, values: Record<string, string>) => ({ line, values })

describe('a device sheet', () => {
  it('takes the only site, the id as name and today as first day when they are left out', () => {
    const plan = planSheet(['id', 'class'], [row(2, { id: 'PC-01', class: 'PC' })], known)
    expect(plan.errors).toEqual([])
    expect(plan.register[0]).toMatchObject({
      id: 'PC-01',
      facts: { name: 'PC-01', class: 'pc', site: 'HQ', inServiceFrom: '2026-10-01', antivirus: 'unknown' },
    })
  })

  it('names line and column of each wrong value and still reads the others', () => {
    const plan = planSheet(
      [...headings, 'acquired'],
      [
        row(2, { id: 'PC#1', class: 'pc' }),
        row(3, { id: 'PC-02', class: 'toaster', acquired: '2026-02-30' }),
        row(4, { id: 'PC-03', class: 'pc' }),
      ],
      known,
    )
    expect(plan.errors.map(({ line, column }) => [line, column])).toEqual([
      [2, 'id'],
      [3, 'acquired'],
      [3, 'class'],
    ])
    expect(plan.register.map(({ id }) => id)).toEqual(['PC-03'])
  })

  it('refuses headings it does not know and a sheet without id or class', () => {
    expect(
      planSheet(['id', 'colour'], [row(2, { id: 'PC-01' })], known).errors.map(({ code, column }) => [code, column]),
    ).toEqual([
      ['configuration.sheet-column-unknown', 'colour'],
      ['configuration.sheet-column-missing', 'class'],
    ])
  })

  it('refuses an id that stands twice in the sheet', () => {
    const plan = planSheet(headings, [row(2, { id: 'PC-01', class: 'pc' }), row(3, { id: 'PC-01', class: 'pc' })], known)
    expect(plan.errors).toEqual([
      { line: 3, column: 'id', code: 'configuration.sheet-twice', value: 'PC-01', detail: 'PC-01 is on line 2 already' },
    ])
  })

  it('asks for a site when the client has more than one', () => {
    const plan = planSheet(headings, [row(2, { id: 'PC-01', class: 'pc' })], { ...known, sites: ['HQ', 'LAB'] })
    expect(plan.errors).toMatchObject([{ line: 2, column: 'site' }])
  })

  it('registers nothing the second time, and never overwrites a device that differs', () => {
    const rows = [row(2, { id: 'PC-01', class: 'pc', name: 'Reception' })]
    const { facts } = planSheet(headings, rows, known).register[0]!
    const decided = registerDevice('LANHAI', 'PC-01', facts, ['HQ'])
    const device =
      decided.ok &&
      deviceAggregate.evolve(undefined, decided.value[0]!, {
        at: '',
        version: 1,
        actor: { kind: '', id: '', name: '' },
        origin: '',
      })
    const later = { ...known, today: '2026-12-01', devices: [device as Device] }
    expect(planSheet(headings, rows, later)).toEqual({ register: [], unchanged: ['PC-01'], errors: [] })
    expect(planSheet(headings, [row(2, { id: 'PC-01', class: 'pc', name: 'Elsewhere' })], later).errors).toMatchObject([
      { code: 'configuration.sheet-exists' },
    ])
  })
})
