import { Temporal } from 'temporal-polyfill'

/** A call is noted down during it, or a little later. */
export const agoChoices = [0, 5, 10, 15, 30, 60] as const

/**
 * When the client asked: minutes before now, or a time of day that was typed (`14:20`), which is today's, yesterday's if it is
 * still to come. Undefined when it is no time.
 */
export function askedAt(input: { ago: number } | { time: string }, nowMs: number, zone: string): string | undefined {
  const now = Temporal.Instant.fromEpochMilliseconds(nowMs)
  if ('ago' in input) return text(now.subtract({ minutes: input.ago }))
  const match = /^([01]?\d|2[0-3])[:：]([0-5]\d)$/.exec(input.time.trim())
  if (!match) return undefined
  const local = now.toZonedDateTimeISO(zone)
  const today = local.withPlainTime({ hour: Number(match[1]), minute: Number(match[2]) })
  return text((Temporal.ZonedDateTime.compare(today, local) > 0 ? today.subtract({ days: 1 }) : today).toInstant())
}

const text = (instant: Temporal.Instant): string => instant.round({ smallestUnit: 'second', roundingMode: 'floor' }).toString()
