import { Temporal } from 'temporal-polyfill'

const clock = /^([01]?\d|2[0-3])[:：]([0-5]\d)$/

/** `9:30` or `09：30` as `09:30`; undefined when it is no time of day. */
export function readTime(text: string): string | undefined {
  const match = clock.exec(text.trim())
  return match ? `${match[1]?.padStart(2, '0')}:${match[2]}` : undefined
}

/** Instant of a wall time on a local date; where the clocks go forward over it, the moment after. */
export function instantAt(date: string, time: string, zone: string): string | undefined {
  const read = readTime(time)
  if (!read) return undefined
  return Temporal.PlainDateTime.from(`${date}T${read}`).toZonedDateTime(zone).toInstant().toString()
}
