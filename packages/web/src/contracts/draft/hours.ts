import type { DraftTerms } from '@pactdesk/domain/outsourcing/contract/draft-terms'

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
type Weekday = (typeof weekdays)[number]

type Calendar = DraftTerms['calendar']
type Window = [string, string]

/**
 * Working hours as they are asked for: one day's hours on some weekdays, and whether there is a lunch break. `unasked` is no
 * answer: working minutes decide promises, so nobody may assume it.
 */
export type Hours = {
  zone: string
  days: Weekday[]
  from: string
  to: string
  lunch: 'unasked' | 'none' | 'break'
  lunchFrom: string
  lunchTo: string
  chineseHolidays: boolean
}

export const usualHours = (zone: string): Hours => ({
  zone,
  days: ['mon', 'tue', 'wed', 'thu', 'fri'],
  from: '09:00',
  to: '18:00',
  lunch: 'unasked',
  lunchFrom: '12:00',
  lunchTo: '13:00',
  chineseHolidays: true,
})

/** The service calendar of the hours; an unanswered break is left out, which the form refuses to save. */
export function calendarOf(hours: Hours): Calendar {
  const windows: Window[] =
    hours.lunch === 'break'
      ? [
          [hours.from, hours.lunchFrom],
          [hours.lunchTo, hours.to],
        ]
      : [[hours.from, hours.to]]
  const days = weekdays.filter(day => hours.days.includes(day))
  return {
    timezone: hours.zone,
    weekly: Object.fromEntries(days.map(day => [day, windows])),
    ...(hours.chineseHolidays && { publicHolidays: 'CN' as const }),
  }
}

/** Back again; `undefined` for a calendar that is more than one day's hours on some weekdays. */
export function hoursOf(calendar: Calendar): Hours | undefined {
  const { timezone, weekly, publicHolidays, ...more } = calendar
  const days = weekdays.filter(day => (weekly[day] ?? []).length > 0)
  const [first] = days
  const windows = first ? (weekly[first] ?? []) : []
  const same = days.every(day => JSON.stringify(weekly[day]) === JSON.stringify(windows))
  const [morning, afternoon] = windows
  if (Object.values(more).some(Boolean) || !same || !morning || windows.length > 2) return undefined
  return {
    ...usualHours(timezone),
    days,
    from: morning[0],
    to: (afternoon ?? morning)[1],
    lunch: afternoon ? 'break' : 'none',
    ...(afternoon && { lunchFrom: morning[1], lunchTo: afternoon[0] }),
    chineseHolidays: publicHolidays === 'CN',
  }
}

const time = /^([01]\d|2[0-3]):[0-5]\d$/

/** What is missing or wrong, by field. */
export function hoursProblem(hours: Hours): 'days' | 'times' | 'lunch' | 'lunchTimes' | undefined {
  if (hours.days.length === 0) return 'days'
  if (!time.test(hours.from) || !(time.test(hours.to) || hours.to === '24:00') || hours.from >= hours.to) return 'times'
  if (hours.lunch === 'unasked') return 'lunch'
  const { lunchFrom, lunchTo } = hours
  const inside = hours.from < lunchFrom && lunchFrom < lunchTo && lunchTo < hours.to
  if (hours.lunch === 'break' && !(time.test(lunchFrom) && time.test(lunchTo) && inside)) return 'lunchTimes'
  return undefined
}
