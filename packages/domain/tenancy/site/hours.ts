import * as z from 'zod'

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export const Weekday = z.enum(weekdays)
export type Weekday = z.infer<typeof Weekday>

/** Wall time `HH:MM`; `24:00` is the end of a day. */
export const WallTime = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'a time looks like 09:00')

/**
 * Working hours of a site, half-open [from, to). The lunch break has to be stated, `'none'` included: working minutes decide
 * promises, and an assumed break would move every deadline. `holidays: 'cn'` follows the Chinese calendar with its make-up days.
 */
export const WorkingHours = z
  .object({
    days: z.array(Weekday).min(1).max(7),
    from: WallTime,
    to: WallTime,
    lunchBreak: z.union([z.literal('none'), z.object({ from: WallTime, to: WallTime })]),
    holidays: z.enum(['cn', 'none']),
  })
  .refine(hours => hours.from < hours.to, { error: 'the day ends after it begins', path: ['to'] })
  .refine(hours => new Set(hours.days).size === hours.days.length, { error: 'a weekday is named twice', path: ['days'] })
  .refine(
    ({ from, to, lunchBreak: lunch }) => lunch === 'none' || (from < lunch.from && lunch.from < lunch.to && lunch.to < to),
    { error: 'the lunch break lies inside the working hours', path: ['lunchBreak'] },
  )
  .meta({ id: 'WorkingHours' })
export type WorkingHours = z.infer<typeof WorkingHours>

/** Intervals a weekday, as a service calendar takes them: `{ mon: [['09:00','12:00'],['13:00','18:00']] }`. */
export function weeklyIntervals({ days, from, to, lunchBreak }: WorkingHours): Partial<Record<Weekday, [string, string][]>> {
  const day = (): [string, string][] =>
    lunchBreak === 'none'
      ? [[from, to]]
      : [
          [from, lunchBreak.from],
          [lunchBreak.to, to],
        ]
  return Object.fromEntries(weekdays.filter(weekday => days.includes(weekday)).map(weekday => [weekday, day()]))
}
