import * as z from 'zod'
import { Actor } from '../../kernel/context.ts'
import { defineEvent, type EventsOf } from '../../kernel/event.ts'
import { ClientKey, FileRef, Id } from '../../kernel/ids.ts'
import { Money } from '../../kernel/money.ts'
import { Instant, LocalDate } from '../../kernel/time.ts'
import { Check, NoteRef, VisitDevice } from './task.ts'
import { Absence, Arrival, Part, Technician, VisitOrder, VisitSignature, Window, WorkShare } from './visit.ts'

const of = { visit: Id, client: ClientKey }
const event = <N extends string, S extends z.ZodRawShape>(name: N, shape: S) =>
  defineEvent('field-service', name, 1, 'client', z.object({ ...of, ...shape }))

/** What happens to visits. All of it is for the client's people too: who comes, when, what was done. */
export const visitEvents = {
  planned: event('visit-planned', { order: VisitOrder }),
  scheduled: event('visit-scheduled', { technician: Technician, date: LocalDate, window: Window.optional() }),
  moved: event('visit-moved', {
    date: LocalDate,
    window: Window.optional(),
    provisional: z.boolean(),
    asked: z.enum(['client', 'provider']),
    note: NoteRef,
    by: Actor,
    at: Instant,
  }),
  ticketJoined: event('visit-ticket-joined', { ticket: Id }),
  travelStarted: event('visit-travel-started', { at: Instant, start: NoteRef.optional() }),
  /** `devices`: those in service on the day, for a visit with a checklist. */
  arrived: event('visit-arrived', { arrival: Arrival, devices: z.array(VisitDevice).max(300).optional() }),
  /** On site *and begun*: the later of the two stops an arrival clock of clause 3(6) or 3(7). */
  begun: event('visit-begun', { at: Instant, arrivedAt: Instant, tickets: z.array(Id), site: Id }),
  checked: event('visit-checked', {
    devices: z.union([z.literal('all'), z.array(z.string()).min(1).max(300)]),
    tasks: z.union([z.literal('all'), z.array(Id).min(1).max(60)]),
    check: Check,
  }),
  partAdded: event('visit-part-added', { part: Part }),
  partCompleted: event('visit-part-completed', {
    part: Id,
    unitCost: Money.optional(),
    supplier: z.string().max(120).optional(),
    receipt: FileRef.optional(),
  }),
  partRemoved: event('visit-part-removed', { part: Id, note: NoteRef }),
  /** `begunAt` is given for remote work, which has no arrival. */
  finished: event('visit-finished', {
    at: Instant,
    begunAt: Instant,
    shares: z.array(WorkShare),
    tickets: z.array(Id),
    notMaintained: z.array(Id),
  }),
  noAccess: event('visit-no-access', { absence: Absence, shares: z.array(WorkShare), tickets: z.array(Id) }),
  signed: event('visit-signed', { signature: VisitSignature }),
  leftUnsigned: event('visit-left-unsigned', { absence: Absence }),
  unsignedAccepted: event('visit-unsigned-accepted', { by: Actor, note: NoteRef, at: Instant }),
  /** The service report, rendered once the visit was signed or accepted, under the hash of its bytes. */
  reportStored: event('visit-report-stored', { report: FileRef }),
  cancelled: event('visit-cancelled', {
    asked: z.enum(['client', 'provider']),
    note: NoteRef,
    by: Actor,
    at: Instant,
    tickets: z.array(Id),
  }),
}
export type VisitEvent = EventsOf<typeof visitEvents>
