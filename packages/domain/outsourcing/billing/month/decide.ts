import type { Env } from '../../../kernel/aggregate.ts'
import { conflict, invalid, ok, type Result } from '../../../kernel/result.ts'
import { type MonthEvent, monthEvents } from './events.ts'
import type { Month, MonthCounts } from './month.ts'

type Where = { client: string; month: string }

/** Starts the close of a month that is over. `today` is the local date in the client's billing zone. */
export function startClosing(month: Month | undefined, where: Where, today: string, env: Env): Result<MonthEvent[]> {
  if (month?.status === 'closed') return conflict('billing.month-closed', `${where.month} is closed already`)
  if (month?.status === 'closing') return conflict('billing.month-closing', `${where.month} is being closed`)
  if (today.slice(0, 7) <= where.month) {
    return invalid('billing.month-not-over', `${where.month} is not over yet`, { month: where.month })
  }
  return ok([monthEvents.closingStarted.of({ ...where, by: env.actor })])
}

/** Ends the close with what was counted, or opens the month again when something is unexplained. */
export function finishClosing(
  month: Month,
  counted: { counts: MonthCounts; hash: string } | { blocked: string },
): Result<MonthEvent[]> {
  if (month.status !== 'closing') return conflict('billing.month-not-closing', `${month.month} is ${month.status}`)
  const where = { client: month.client, month: month.month }
  if ('blocked' in counted) return ok([monthEvents.closingStopped.of({ ...where, reason: counted.blocked })])
  return ok([monthEvents.closed.of({ ...where, by: month.by, ...counted })])
}

/** Opens a closed month again, with a reason; refused once its bill was issued. */
export function reopenMonth(month: Month, reason: string, billIssued: boolean, env: Env): Result<MonthEvent[]> {
  if (month.status !== 'closed') return conflict('billing.month-not-closed', `${month.month} is ${month.status}`)
  if (billIssued)
    return conflict('billing.month-billed', `the bill of ${month.month} is issued; later work lands on the next one`)
  return ok([monthEvents.reopened.of({ client: month.client, month: month.month, by: env.actor, reason })])
}
