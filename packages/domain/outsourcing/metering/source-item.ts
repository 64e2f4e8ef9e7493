import * as z from 'zod'
import { FileRef, Id } from '../../kernel/ids.ts'
import { Money } from '../../kernel/money.ts'
import { DecimalString } from '../../kernel/ratio.ts'
import { Instant, LocalDate } from '../../kernel/time.ts'
import { ItemState } from './item-state.ts'

/** What every source item has: it is born in the commit that does the work and never loses its ticket, visit or person. */
const common = {
  id: Id,
  client: Id,
  /** Local date of the work in the client's billing zone: it decides month, contract version and rate. */
  date: LocalDate,
  recordedAt: Instant,
  ticket: Id.optional(),
  visit: Id.optional(),
  site: z.string().max(64).optional(),
  who: z.object({ id: z.string().max(128), name: z.string().max(120) }),
  description: z.string().max(500),
  state: ItemState,
}

/** Recorded minutes, travel and work apart; whole minutes, at most a day. */
export const timeKinds = ['travel', 'onsite', 'remote', 'maintenance-onsite', 'maintenance-remote'] as const
export const TimeEntry = z
  .object({
    ...common,
    kind: z.enum(timeKinds),
    minutes: z.int().min(0).max(1440),
    from: Instant.optional(),
    to: Instant.optional(),
  })
  .meta({ id: 'TimeEntry' })
export type TimeEntry = z.infer<typeof TimeEntry>

/**
 * A part handed over. `unitCost` is the purchase cost including tax, proven by the supplier's `receipt`; `quotedUnit` is the
 * price of an accepted quote, which alone prices the repair of a monitor.
 */
export const PartItem = z
  .object({
    ...common,
    kind: z.literal('part'),
    name: z.string().min(1).max(120),
    quantity: DecimalString,
    unitCost: Money.optional(),
    receipt: FileRef.optional(),
    deviceClass: z.string().max(32).optional(),
    quotedUnit: Money.optional(),
  })
  .meta({ id: 'PartItem' })
export type PartItem = z.infer<typeof PartItem>

/** A visit that took place; `signedBy` is the client's person who signed its report. */
export const VisitItem = z
  .object({ ...common, kind: z.literal('visit'), visit: Id, signedBy: z.string().max(120).optional() })
  .meta({ id: 'VisitItem' })
export type VisitItem = z.infer<typeof VisitItem>

/** The devices under the contract on one day. */
export const DeviceDayItem = z
  .object({ ...common, kind: z.literal('device-day'), devices: z.int().min(0) })
  .meta({ id: 'DeviceDayItem' })
export type DeviceDayItem = z.infer<typeof DeviceDayItem>

/** A unit of delivered work that is in exactly one state. */
export const SourceItem = z.discriminatedUnion('kind', [TimeEntry, PartItem, VisitItem, DeviceDayItem]).meta({ id: 'SourceItem' })
export type SourceItem = z.infer<typeof SourceItem>

export const isTime = (item: SourceItem): item is TimeEntry => 'minutes' in item
export const isPart = (item: SourceItem): item is PartItem => item.kind === 'part'

/** Order of work within a bill: by ticket number (`LANHAI-9` before `LANHAI-10`), then as entered. */
export function byTicketAndEntry(a: SourceItem, b: SourceItem): number {
  return (
    ticketNumber(a.ticket) - ticketNumber(b.ticket) ||
    text(a.ticket, b.ticket) ||
    text(a.date, b.date) ||
    text(a.recordedAt, b.recordedAt) ||
    text(a.id, b.id)
  )
}

/** Work without a ticket comes after all tickets. */
const ticketNumber = (ticket: string | undefined): number => {
  const digits = /(\d+)$/.exec(ticket ?? '')?.[1]
  return digits === undefined ? Number.MAX_SAFE_INTEGER : Number(digits)
}
const text = (a = '', b = ''): number => (a < b ? -1 : a > b ? 1 : 0)
