import { formatMinutes } from '../format/duration.ts'
import type { Language } from '../format/language.ts'

const day = 86_400

/**
 * A length of time to the second, seconds told only where there are some, so that terms of an equation add up as they are
 * read. `days` for wall time: a day of working time would not be a day of the calendar.
 */
export function formatSpan(seconds: number, language: Language, days = false): string {
  const whole = Math.round(seconds)
  const rest = whole % 60
  const minutes = (whole - rest) / 60
  const head =
    days && whole >= day && minutes % 1440 === 0 ? daysOnly(minutes / 1440, language) : minutesOf(minutes, language, days)
  if (rest === 0) return head
  const two = rest.toString().padStart(minutes === 0 ? 1 : 2, '0')
  const tail = language === 'en' ? `${two} s` : `${two} 秒`
  return minutes === 0 ? tail : `${formatMinutes(minutes, language, { days })} ${tail}`
}

const daysOnly = (count: number, language: Language): string => (language === 'en' ? `${count} d` : `${count} 天`)
const minutesOf = (minutes: number, language: Language, days: boolean): string =>
  formatMinutes(minutes, language, { style: 'table', days })
