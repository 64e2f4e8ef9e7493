import type { Language } from './language.ts'

type Parts = { year: number; month: number; day: number; weekday: string; monthName: string; time: string }

const formatters = new Map<string, Intl.DateTimeFormat>()

function partsIn(instant: string, zone: string, language: Language): Parts {
  const key = `${language} ${zone}`
  let formatter = formatters.get(key)
  if (!formatter) {
    // en-US, because British English writes "Sept"; the order of the parts is ours anyway.
    formatter = new Intl.DateTimeFormat(language === 'en' ? 'en-US' : 'zh-CN', {
      timeZone: zone,
      year: 'numeric',
      month: language === 'en' ? 'short' : 'numeric',
      day: 'numeric',
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
    formatters.set(key, formatter)
  }
  const found = new Map(formatter.formatToParts(Date.parse(instant)).map(part => [part.type, part.value]))
  const text = (type: Intl.DateTimeFormatPartTypes): string => found.get(type) ?? ''
  return {
    year: Number(text('year')),
    month: Number(text('month')),
    day: Number(text('day')),
    weekday: text('weekday'),
    monthName: text('month'),
    time: `${text('hour')}:${text('minute')}`,
  }
}

/** `full` is `Tue 24 Nov 2026`, `day` drops the year, `plain` the weekday, `short` both: `24 Nov` / `11月24日`. */
export type DateStyle = 'full' | 'day' | 'plain' | 'short'

function write(parts: Parts, style: DateStyle, language: Language): string {
  const year = style === 'full' || style === 'plain'
  const weekday = style === 'full' || style === 'day'
  if (language === 'en')
    return [weekday && parts.weekday, parts.day, parts.monthName, year && parts.year].filter(Boolean).join(' ')
  const date = `${year ? `${parts.year}年` : ''}${parts.month}月${parts.day}日`
  return weekday ? `${date} ${parts.weekday}` : date
}

/** A local date `YYYY-MM-DD`, which has no zone. */
export const formatDate = (date: string, language: Language, style: DateStyle = 'full'): string =>
  write(partsIn(`${date}T12:00:00Z`, 'UTC', language), style, language)

/** The calendar day of an instant in a zone. */
export const formatDay = (instant: string, zone: string, language: Language, style: DateStyle = 'full'): string =>
  write(partsIn(instant, zone, language), style, language)

/** `10:42` in a zone, always 24 hours. */
export const formatTime = (instant: string, zone: string, language: Language): string => partsIn(instant, zone, language).time

/** `Wed 30 Sep 16:12` / `9月30日 周三 16:12`. */
export const formatDateTime = (instant: string, zone: string, language: Language, style: DateStyle = 'day'): string => {
  const parts = partsIn(instant, zone, language)
  return `${write(parts, style, language)} ${parts.time}`
}

/** When something lapses: at midnight it was valid through the day before, which is said as that day. */
export const formatUntil = (instant: string, zone: string, language: Language): string =>
  formatTime(instant, zone, language) === '00:00'
    ? formatDay(new Date(Date.parse(instant) - 1).toISOString(), zone, language, 'day')
    : formatDateTime(instant, zone, language)

/** `Mon 09:00` / `周一 09:00`, for a start within the coming days. */
export const formatWeekdayTime = (instant: string, zone: string, language: Language): string => {
  const parts = partsIn(instant, zone, language)
  return `${parts.weekday} ${parts.time}`
}

/** A month `YYYY-MM`: `November 2026` / `2026年11月`. */
export function formatMonth(month: string, language: Language): string {
  const at = Date.parse(`${month}-15T12:00:00Z`)
  return language === 'en'
    ? new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', year: 'numeric', month: 'long' }).format(at)
    : `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`
}

/** Two local dates, both included: `15 Jan to 24 Nov 2026` / `11月1日至24日`; what both share is said once. */
export function formatDateRange(from: string, to: string, language: Language, style: 'plain' | 'short' = 'plain'): string {
  const sameYear = from.slice(0, 4) === to.slice(0, 4)
  const sameMonth = from.slice(0, 7) === to.slice(0, 7)
  if (language === 'en') {
    const first = sameMonth ? String(Number(from.slice(8))) : formatDate(from, language, sameYear ? 'short' : style)
    return `${first} to ${formatDate(to, language, style)}`
  }
  const last = sameMonth ? `${Number(to.slice(8))}日` : formatDate(to, language, sameYear ? 'short' : style)
  return `${formatDate(from, language, style)}至${last}`
}

/** Two instants of one day: `09:30–12:00`. */
export const formatTimeRange = (from: string, to: string, zone: string, language: Language): string =>
  `${formatTime(from, zone, language)}–${formatTime(to, zone, language)}`

/** Under a day how long ago, `6m` / `6 分钟前`, else the day. `now` may be told in whole minutes, so that the last minute is still to come. */
export function formatAgo(instant: string, now: string, zone: string, language: Language): string {
  const minutes = Math.floor((Date.parse(now) - Date.parse(instant)) / 60_000)
  if (minutes < -1 || minutes >= 1440) return formatDay(instant, zone, language, 'short')
  if (minutes < 1) return language === 'en' ? 'now' : '刚刚'
  if (minutes < 60) return language === 'en' ? `${minutes}m` : `${minutes} 分钟前`
  const hours = Math.floor(minutes / 60)
  return language === 'en' ? `${hours}h` : `${hours} 小时前`
}
