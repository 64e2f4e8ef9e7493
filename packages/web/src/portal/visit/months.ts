import { addDays, addMonths } from '@pactdesk/domain/kernel/time'

/** Months of past visits that one press shows. */
const monthsAStep = 6

/**
 * The n-th stretch of the past, 0 the latest: six months up to yesterday, and the six before those. Dates included at both ends,
 * without gaps or overlaps.
 */
export function pastStretch(today: string, n: number): { from: string; to: string } {
  return { from: addMonths(today, -(n + 1) * monthsAStep), to: addDays(addMonths(today, -n * monthsAStep), -1) }
}
