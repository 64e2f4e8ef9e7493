import { invalid, ok, type Result } from '../../kernel/result.ts'
import {
  addDays,
  daysBetween,
  type Instant,
  isAfter,
  type LocalDate,
  wallTimeOf,
  wallTimeToInstant,
  weekdayOf,
  type Zone,
} from '../../kernel/time.ts'

const weekdays = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/**
 * Whole weeks from the log's first day to `firstDay`, in days, so that weekdays and hours stay true. Refuses a first day that
 * falls on another weekday (`import.first-day`).
 */
export function shiftOf(earliestOpened: string, firstDay: LocalDate): Result<number> {
  const from = earliestOpened.slice(0, 10)
  const days = daysBetween(from, firstDay)
  if (days % 7 === 0) return ok(days)
  const [wanted, given] = [weekdays[weekdayOf(from)], weekdays[weekdayOf(firstDay)]]
  return invalid('import.first-day', `the log begins on a ${wanted} (${from}); ${firstDay} is a ${given}`, {
    from,
    firstDay,
    wanted,
    given,
  })
}

/** Shifts wall times and reads them in a zone. A time that the zone skips (clocks put forward) moves by the gap, and is counted. */
export function shifter(days: number, zone: Zone) {
  return {
    instantOf(wall: string): { at: Instant; moved: boolean } {
      const shifted = `${addDays(wall.slice(0, 10), days)}T${wall.slice(11)}`
      const at = wallTimeToInstant(shifted, zone)
      return { at, moved: wallTimeOf(at, zone).slice(0, 16) !== shifted }
    },
  }
}

/** A history never runs backwards: where a skipped hour turned two rows round, the later row takes the earlier one's time. */
export const notBefore = (at: Instant, last: Instant | undefined): Instant => (last && isAfter(last, at) ? last : at)
