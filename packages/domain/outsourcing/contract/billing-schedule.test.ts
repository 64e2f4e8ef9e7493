import { describe, expect, it } from 'vitest'
import { contractDueDate } from './billing-schedule.ts'
import { maintenanceTerms } from './testing.ts'

const every = (days: readonly string[], window: [string, string]) => Object.fromEntries(days.map(day => [day, [window]]))
const week = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const calendar = { timezone: 'Asia/Shanghai', publicHolidays: 'CN' } as const
const rule = { days: 3, dayKind: 'calendar', startDayCounts: false, roll: 'next-working-day' } as const
const due = (weekly: Record<string, [string, string][]>, signedOn: string) =>
  contractDueDate(maintenanceTerms({ calendar: { ...calendar, weekly } }), signedOn, rule).dueOn

describe('a last day that is no working day rolls on (Civil Code 203)', () => {
  it('nothing is due on a Sunday, though service is owed on it', () => {
    expect(due(every(week, ['09:00', '18:00']), '2026-07-02')).toBe('2026-07-06')
    expect(due(every(week, ['00:00', '24:00']), '2026-07-02')).toBe('2026-07-06')
  })

  it('a Friday without service is a working day all the same', () => {
    expect(due(every(week.slice(0, 4), ['09:00', '18:00']), '2026-07-07')).toBe('2026-07-10')
  })

  it('a make-up Saturday is a working day, a holiday is none', () => {
    expect(due(every(week, ['09:00', '18:00']), '2026-10-07')).toBe('2026-10-10')
    expect(due(every(week, ['09:00', '18:00']), '2026-09-30')).toBe('2026-10-08')
  })
})
