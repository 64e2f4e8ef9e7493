import * as z from 'zod'
import { Actor } from '../../kernel/context.ts'
import { ClientKey, FileRef, Id } from '../../kernel/ids.ts'
import { Money } from '../../kernel/money.ts'
import { Instant, LocalDate, Month, Zone } from '../../kernel/time.ts'
import { Checks, NoteRef, Task, VisitDevice } from './task.ts'

export const Technician = z.object({ id: z.string().max(128), name: z.string().max(120) }).meta({ id: 'Technician' })
export type Technician = z.infer<typeof Technician>
export const Window = z.object({ from: Instant, to: Instant }).meta({ id: 'VisitWindow' })
export type Window = z.infer<typeof Window>

/**
 * What is to be done, where and when. `planned` comes from the contract's month, `ticket` from a dispatch, `make-up` for devices
 * that a planned visit could not reach. `date` is local in `zone`, the site's.
 */
export const VisitOrder = z
  .object({
    kind: z.enum(['planned', 'ticket', 'make-up']),
    mode: z.enum(['on-site', 'remote']),
    site: Id,
    zone: Zone,
    date: LocalDate,
    /** Month whose maintenance it is; not for tickets. */
    month: Month.optional(),
    makeUpOf: Id.optional(),
    contract: z.object({ id: Id, version: z.int().min(1) }).optional(),
    tickets: z.array(Id).max(20),
    tasks: z.array(Task).max(60),
    devices: z.array(VisitDevice).max(300),
    /** The date lies in a year whose holidays are not announced. */
    provisional: z.boolean(),
  })
  .meta({ id: 'VisitOrder' })
export type VisitOrder = z.infer<typeof VisitOrder>

/**
 * When and how a person came to the site. By the button it carries the phone's position; typed in, it needs place and reason. It
 * may be recorded later than it happened, never before.
 */
export const Arrival = z
  .discriminatedUnion('how', [
    z.object({
      how: z.literal('button'),
      at: Instant,
      recordedAt: Instant,
      position: z.object({
        latitude: z.number().min(-90).max(90),
        longitude: z.number().min(-180).max(180),
        accuracyMetres: z.number().min(0).max(100_000),
      }),
    }),
    z.object({ how: z.literal('typed'), at: Instant, recordedAt: Instant, place: NoteRef, reason: NoteRef }),
  ])
  .meta({ id: 'Arrival' })
export type Arrival = z.infer<typeof Arrival>

/** A part fitted on the visit. Without cost or receipt it blocks the close of its month until both are there. */
export const Part = z
  .object({
    id: Id,
    name: z.string().trim().min(1).max(120),
    quantity: z.int().min(1).max(10_000),
    /** Purchase cost of one, tax included (工本费). */
    unitCost: Money.optional(),
    supplier: z.string().trim().min(1).max(120).optional(),
    receipt: FileRef.optional(),
    serial: z.string().trim().min(1).max(80).optional(),
    device: Id.optional(),
    deviceClass: z.string().max(32).optional(),
    ticket: Id.optional(),
    addedAt: Instant,
    by: Technician,
  })
  .meta({ id: 'VisitPart' })
export type Part = z.infer<typeof Part>

/** On-site minutes of one purpose: a ticket, or the maintenance when none is named. */
export const WorkShare = z.object({ ticket: Id.optional(), minutes: z.int().min(0).max(1440) }).meta({ id: 'WorkShare' })
export type WorkShare = z.infer<typeof WorkShare>

/**
 * Signed on the technician's phone with strokes, or there with the name typed where nobody can draw, or by a signed-in person of the
 * client in the portal.
 */
export const VisitSignature = z
  .discriminatedUnion('how', [
    z.object({ how: z.literal('on-device'), at: Instant, name: NoteRef, strokes: FileRef }),
    z.object({ how: z.literal('typed'), at: Instant, name: NoteRef }),
    z.object({ how: z.literal('portal'), at: Instant, name: NoteRef, contact: Id }),
  ])
  .meta({ id: 'VisitSignature' })
export type VisitSignature = z.infer<typeof VisitSignature>

/** Why nobody signed, or nobody let the technician in. An absent client is proven by a photo. */
export const Absence = z
  .object({ reason: z.enum(['client-absent', 'refused', 'other']), note: NoteRef, photo: FileRef.optional(), at: Instant })
  .meta({ id: 'VisitAbsence' })
export type Absence = z.infer<typeof Absence>

const Move = z.object({
  from: LocalDate,
  to: LocalDate,
  asked: z.enum(['client', 'provider']),
  note: NoteRef,
  by: Actor,
  at: Instant,
})

const planned = {
  ...VisitOrder.shape,
  id: Id,
  client: ClientKey,
  technician: Technician.optional(),
  window: Window.optional(),
  moves: z.array(Move),
  checks: Checks,
  parts: z.array(Part),
}
const scheduled = { ...planned, technician: Technician }
const travelled = { ...scheduled, travel: z.object({ from: Instant, start: NoteRef.optional() }).optional() }
const arrived = { ...travelled, arrival: Arrival, begunAt: Instant.optional() }
/** `remote`: work from elsewhere, which has neither travel nor arrival. */
const worked = {
  ...scheduled,
  travel: travelled.travel,
  arrival: Arrival.optional(),
  begunAt: Instant,
  finishedAt: Instant,
  shares: z.array(WorkShare),
}

/** A visit. Each state has exactly the facts that are known in it. */
export const Visit = z
  .discriminatedUnion('status', [
    z.object({ status: z.literal('planned'), ...planned }),
    z.object({ status: z.literal('scheduled'), ...scheduled }),
    z.object({ status: z.literal('travelling'), ...travelled }),
    z.object({ status: z.literal('on-site'), ...arrived }),
    z.object({ status: z.literal('finished'), ...worked }),
    z.object({ status: z.literal('signed'), ...worked, signature: VisitSignature, report: FileRef.optional() }),
    z.object({
      status: z.literal('unsigned'),
      ...worked,
      absence: Absence,
      accepted: z.object({ by: Actor, note: NoteRef, at: Instant }).optional(),
      report: FileRef.optional(),
    }),
    z.object({ status: z.literal('no-access'), ...arrived, absence: Absence, finishedAt: Instant, shares: z.array(WorkShare) }),
    z.object({
      status: z.literal('cancelled'),
      ...planned,
      cancelled: z.object({ asked: z.enum(['client', 'provider']), note: NoteRef, by: Actor, at: Instant }),
    }),
  ])
  .meta({ id: 'Visit' })
export type Visit = z.infer<typeof Visit>
export type VisitStatus = Visit['status']
export type VisitIn<Status extends VisitStatus> = Extract<Visit, { status: Status }>
export type WorkedVisit = VisitIn<'finished' | 'signed' | 'unsigned'>

export const isWorked = (visit: Visit): visit is WorkedVisit =>
  visit.status === 'finished' || visit.status === 'signed' || visit.status === 'unsigned'

/** Remote work needs no signature on the spot; its minutes are shown to the client all the same. */
export const needsSignature = ({ mode }: Visit): boolean => mode === 'on-site'

/** Whether the visit has a service report (服务单): somebody of the client has signed it, or a service manager answers for it. */
export const reportDue = (visit: Visit): visit is VisitIn<'signed' | 'unsigned'> =>
  visit.status === 'signed' || (visit.status === 'unsigned' && visit.accepted !== undefined)

/**
 * Whether the month cannot be closed because of this visit: somebody is under way, or a report is neither signed nor accepted
 * without signature by a service manager.
 */
export function blocksClose(visit: Visit): boolean {
  if (visit.status === 'travelling' || visit.status === 'on-site') return true
  if (visit.status === 'finished') return needsSignature(visit)
  return visit.status === 'unsigned' && !visit.accepted
}

/** The state machine, from which buttons and documentation derive. */
export const visitMachine = [
  { from: 'planned', command: 'schedule', to: 'scheduled' },
  { from: 'scheduled', command: 'schedule', to: 'scheduled' },
  { from: 'planned', command: 'move', to: 'planned' },
  { from: 'scheduled', command: 'move', to: 'scheduled' },
  { from: 'planned', command: 'cancel', to: 'cancelled' },
  { from: 'scheduled', command: 'cancel', to: 'cancelled' },
  { from: 'travelling', command: 'cancel', to: 'cancelled' },
  { from: 'scheduled', command: 'travel', to: 'travelling' },
  { from: 'scheduled', command: 'arrive', to: 'on-site' },
  { from: 'travelling', command: 'arrive', to: 'on-site' },
  { from: 'on-site', command: 'begin', to: 'on-site' },
  { from: 'on-site', command: 'check', to: 'on-site' },
  { from: 'on-site', command: 'add-part', to: 'on-site' },
  { from: 'on-site', command: 'finish', to: 'finished' },
  { from: 'on-site', command: 'no-access', to: 'no-access' },
  { from: 'scheduled', command: 'work-remotely', to: 'finished' },
  { from: 'finished', command: 'add-part', to: 'finished' },
  { from: 'finished', command: 'sign', to: 'signed' },
  { from: 'finished', command: 'leave-unsigned', to: 'unsigned' },
  { from: 'unsigned', command: 'sign', to: 'signed' },
  { from: 'unsigned', command: 'accept-unsigned', to: 'unsigned' },
  { from: 'finished', command: 'make-up', to: 'finished' },
  { from: 'signed', command: 'make-up', to: 'signed' },
  { from: 'unsigned', command: 'make-up', to: 'unsigned' },
  { from: 'no-access', command: 'make-up', to: 'no-access' },
] as const
export type VisitCommand = (typeof visitMachine)[number]['command']

/** Commands that the machine knows in a status. */
export const commandsIn = (status: VisitStatus): VisitCommand[] =>
  visitMachine.filter(row => row.from === status).map(row => row.command)
