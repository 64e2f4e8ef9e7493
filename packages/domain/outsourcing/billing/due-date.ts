import * as z from 'zod'
import { addDays, LocalDate } from '../../kernel/time.ts'

/**
 * When a bill is due. `startDayCounts: false` is Civil Code 201 (the day itself is not counted), `roll` Civil Code 203 (a last
 * day that is no working day moves to the next one).
 */
export const DueRule = z
  .object({
    days: z.int().min(0).max(3660),
    dayKind: z.enum(['calendar', 'working']),
    startDayCounts: z.boolean(),
    roll: z.enum(['next-working-day', 'none']),
  })
  .refine(rule => rule.days > 0 || !rule.startDayCounts, 'a term whose first day counts has at least one day')
  .meta({ id: 'DueRule' })
export type DueRule = z.infer<typeof DueRule>

/** `rawDueOn` before rolling; `provisional` when a day it rests on is not announced yet as working day or holiday. */
export const DueDate = z.object({ rawDueOn: LocalDate, dueOn: LocalDate, provisional: z.boolean() }).meta({ id: 'DueDate' })
export type DueDate = z.infer<typeof DueDate>

export type WorkingDays = {
  isWorkingDay: (date: LocalDate) => boolean
  /** Dates after the last announced year count Monday to Friday and are provisional. */
  isProvisional?: (date: LocalDate) => boolean
}

/** No calendar of ours closes for a year; a calendar without any working day would otherwise never answer. */
const searchLimit = 366

/** Applies the rule from a starting date (signing or issue). Throws RangeError when a year holds no working day. */
export function dueDate(startOn: LocalDate, rule: DueRule, { isWorkingDay, isProvisional = () => false }: WorkingDays): DueDate {
  let provisional = false
  const works = (date: LocalDate): boolean => {
    provisional ||= isProvisional(date)
    return isWorkingDay(date)
  }
  const firstCounted = rule.startDayCounts ? startOn : addDays(startOn, 1)
  const rawDueOn = rule.dayKind === 'calendar' ? addDays(firstCounted, rule.days - 1) : workingDay(firstCounted, rule.days, works)
  const dueOn = rule.roll === 'none' ? rawDueOn : firstWorkingFrom(rawDueOn, works)
  return { rawDueOn, dueOn, provisional }
}

/** The `count`-th working day from `from` on; with 0 the day before. */
function workingDay(from: LocalDate, count: number, works: (date: LocalDate) => boolean): LocalDate {
  let date = addDays(from, -1)
  for (let counted = 0; counted < count; counted++) date = firstWorkingFrom(addDays(date, 1), works)
  return date
}

function firstWorkingFrom(from: LocalDate, works: (date: LocalDate) => boolean): LocalDate {
  for (let offset = 0; offset <= searchLimit; offset++) {
    const date = addDays(from, offset)
    if (works(date)) return date
  }
  throw new RangeError(`no working day within ${searchLimit} days from ${from}`)
}
