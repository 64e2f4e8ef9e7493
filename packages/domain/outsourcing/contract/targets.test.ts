import { describe, expect, it } from 'vitest'
import { arrivalMinutesOf, targetsOf } from './targets.ts'
import { maintenanceTerms } from './testing.ts'

const rows = (...given: Parameters<typeof maintenanceTerms>) =>
  targetsOf(maintenanceTerms(...given)).map(
    ({ promise, clause, basis, minutes, when }) =>
      `${promise} ${clause} ${typeof minutes === 'number' ? minutes : 'N'} ${basis}: ${when.severity}, ${when.requested}${when.joins ? `, ${when.joins}` : ''}`,
  )

describe('what a contract promises', () => {
  it('is its clauses 3(6), 3(7), 7(a), 7(b)', () => {
    expect(rows()).toEqual([
      'arrival 3(6) N working: ordinary, any',
      'arrival 3(6) N working: severe, inside',
      'arrival 3(7) 60 elapsed: severe, outside',
      'arrival 3(7) 60 elapsed: severe, inside, at-closing',
      'restore 7(a) 480 working: ordinary, any',
      'restore 7(a) 240 elapsed: severe, any',
    ])
  })
  it('is arrival alone where clause 7 agrees nothing', () => {
    expect(rows({ restore: undefined, severeAtClosing: false })).toEqual([
      'arrival 3(6) N working: ordinary, any',
      'arrival 3(6) N working: severe, inside',
      'arrival 3(7) 60 elapsed: severe, outside',
    ])
  })
  it('restores severe faults as any other where no target of their own is agreed', () => {
    expect(rows({ restore: { minutes: 480 } }).slice(-1)).toEqual(['restore 7(a) 480 working: any, any'])
  })
  it('pauses restore and first response, never arrival', () => {
    const targets = targetsOf(maintenanceTerms({ response: { minutes: 30 }, pauseReasons: ['client', 'part'] }))
    expect(new Set(targets.map(({ promise, pausedBy }) => `${promise} ${pausedBy.join('+')}`))).toEqual(
      new Set(['arrival ', 'restore client+part', 'respond client+part']),
    )
  })
  it('has N for the sites of the contract only', () => {
    expect(arrivalMinutesOf(maintenanceTerms(), 'HQ')).toBe(60)
    expect(arrivalMinutesOf(maintenanceTerms(), 'ELSEWHERE')).toBeUndefined()
  })
})
