import type { WorkingHours } from '@pactdesk/domain/tenancy/site/hours'
import { type Hours, usualHours } from '../contracts/draft/hours.ts'

/** The stated hours of a site as the form shows them, and back; an unanswered lunch break has no stated form. */
export const shownHours = ({ days, from, to, lunchBreak, holidays }: WorkingHours, zone: string): Hours => ({
  ...usualHours(zone),
  days,
  from,
  to,
  lunch: lunchBreak === 'none' ? 'none' : 'break',
  ...(lunchBreak !== 'none' && { lunchFrom: lunchBreak.from, lunchTo: lunchBreak.to }),
  chineseHolidays: holidays === 'cn',
})

export function statedHours(hours: Hours): WorkingHours | undefined {
  if (hours.lunch === 'unasked') return undefined
  return {
    days: hours.days,
    from: hours.from,
    to: hours.to,
    lunchBreak: hours.lunch === 'none' ? 'none' : { from: hours.lunchFrom, to: hours.lunchTo },
    holidays: hours.chineseHolidays ? 'cn' : 'none',
  }
}
