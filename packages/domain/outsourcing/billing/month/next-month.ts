import { Temporal } from 'temporal-polyfill'

/** `2026-12` → `2027-01`. */
export const nextMonth = (month: string): string => Temporal.PlainYearMonth.from(month).add({ months: 1 }).toString()
