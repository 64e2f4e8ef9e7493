import { type Instant, wallTimeToInstant, type Zone } from '@pactdesk/domain/kernel/time'

/** A date without an hour means this hour of the day there. */
const usualHour = '10:00'

/** A wall time of the file, or a date, as an instant. */
export const instantAt = (local: string, zone: Zone): Instant =>
  wallTimeToInstant(local.includes('T') ? local : `${local}T${usualHour}`, zone)

/** An hour of a date. */
export const hourOf = (date: string, hour: string, zone: Zone): Instant => instantAt(`${date}T${hour}`, zone)
