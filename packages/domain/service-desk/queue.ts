import * as z from 'zod'
import type { TenantContext } from '../kernel/context.ts'
import { compareInstants } from '../kernel/time.ts'
import { PromiseNow } from '../service-support/incident/promise-now.ts'
import { TicketRow } from '../service-support/incident/row.ts'

/** A row of a list with its promise as of now. */
export const QueueRow = TicketRow.extend({ promise: PromiseNow }).meta({ id: 'QueueRow' })
export type QueueRow = z.infer<typeof QueueRow>

export const deskViews = [
  'all',
  'at-risk',
  'mine',
  'unassigned',
  'waiting-client',
  'on-site',
  'out-of-scope',
  'no-contract',
  'disputed',
  'resolved',
] as const
export const DeskView = z.enum(deskViews).meta({ id: 'DeskView' })
export type DeskView = z.infer<typeof DeskView>

const working = (row: QueueRow) => row.status !== 'resolved' && row.status !== 'closed'

const filters: Record<DeskView, (row: QueueRow, me: string) => boolean> = {
  all: () => true,
  'at-risk': row => working(row) && (row.promise.state === 'at-risk' || row.promise.state === 'over'),
  mine: (row, me) => working(row) && row.assignee?.id === me,
  unassigned: row => working(row) && row.assignee === undefined,
  'waiting-client': row => row.waitingOn === 'client',
  'on-site': row => working(row) && row.onSite !== undefined,
  'out-of-scope': row => working(row) && row.outOfScope === true,
  'no-contract': row => working(row) && row.contract === undefined,
  disputed: row => row.disputed === true || row.contested === true,
  resolved: row => row.status === 'resolved',
}

/** A view and the figure beside it are the same filter over the same rows, so they can't differ. */
export const inView = (rows: readonly QueueRow[], view: DeskView, ctx: TenantContext): QueueRow[] =>
  rows.filter(row => filters[view](row, ctx.actor.id))

export const viewCounts = (rows: readonly QueueRow[], ctx: TenantContext): Record<DeskView, number> =>
  Object.fromEntries(deskViews.map(view => [view, inView(rows, view, ctx).length])) as Record<DeskView, number>

/** By time left on the promise; what has no deadline comes after, the older first; resolved last. */
export function byTimeLeft(a: QueueRow, b: QueueRow): number {
  const [x, y] = [rank(a), rank(b)]
  if (x !== y) return x - y
  const [due, other] = [a.promise.deadline, b.promise.deadline]
  return x === 0 && due && other ? compareInstants(due, other) : compareInstants(a.requestedAt, b.requestedAt)
}

const rank = (row: QueueRow): number => (!working(row) ? 2 : row.promise.deadline && row.promise.state !== 'paused' ? 0 : 1)
