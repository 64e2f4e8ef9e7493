import { isWorkday } from 'chinese-days'

const minute = 60_000
/** Shanghai keeps +08:00 all year. */
const offset = 8 * 60 * minute

const known = new Map<string, boolean>()
function isWorkingDay(date: string): boolean {
  const working = known.get(date) ?? isWorkday(date)
  known.set(date, working)
  return working
}

/**
 * Whether a minute is working time under the story's contract: nine to six in Shanghai on Chinese working days. Minute by minute and
 * written anew, so that it owes the product's calendar nothing.
 */
function isWorkingMinute(at: number): boolean {
  const local = new Date(at + offset).toISOString()
  return isWorkingDay(local.slice(0, 10)) && local.slice(11, 16) >= '09:00' && local.slice(11, 16) < '18:00'
}

/** Working minutes from one instant to another. */
export function workingMinutes(from: string, to: string): number {
  let count = 0
  for (let at = Date.parse(from); at < Date.parse(to); at += minute) if (isWorkingMinute(at)) count += 1
  return count
}

/** Working minutes of a local month. */
export function workingMinutesOf(month: string): number {
  const from = `${month}-01T00:00:00Z`
  const to = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 1)).toISOString()
  const local = (instant: string) => new Date(Date.parse(instant) - offset).toISOString()
  return workingMinutes(local(from), local(to))
}
