import * as z from 'zod'
import type { TenantContext } from '../../kernel/context.ts'
import { ClientKey, FileRef, Id, Sha256 } from '../../kernel/ids.ts'
import { Instant, LocalDate, Month } from '../../kernel/time.ts'
import { actionsOf } from './actions.ts'
import { minutesBetween } from './decide/index.ts'
import { leftOver } from './maintenance.ts'
import { type Check, missingChecks, type NoteRef, Task, VisitDevice } from './task.ts'
import { isWorked, needsSignature, Part, reportDue, Technician, type Visit, Window, WorkShare } from './visit.ts'

export const VisitStatus = z.enum([
  'planned',
  'scheduled',
  'travelling',
  'on-site',
  'finished',
  'signed',
  'unsigned',
  'no-access',
  'cancelled',
])
const heading = {
  id: Id,
  client: ClientKey,
  site: Id,
  kind: z.enum(['planned', 'ticket', 'make-up']),
  mode: z.enum(['on-site', 'remote']),
  status: VisitStatus,
  date: LocalDate,
  window: Window.optional(),
  month: Month.optional(),
  technician: Technician.optional(),
  tickets: z.array(Id),
  provisional: z.boolean(),
}

export const VisitRow = z
  .object({ ...heading, devices: z.int(), notMaintained: z.int(), blocksClose: z.boolean() })
  .meta({ id: 'VisitRow' })
export type VisitRow = z.infer<typeof VisitRow>

const CheckView = z.object({ result: z.string(), reason: z.string().optional(), note: z.string().optional() })
const AbsenceView = z.object({ reason: z.string(), note: z.string(), photo: FileRef.optional(), at: Instant })

/** Where a stored file of the visit can be fetched for a few minutes, under the visit's own right to be seen. */
export const VisitFileLink = z
  .object({
    url: z.url(),
    expiresInSeconds: z.int(),
    name: z.string(),
    type: z.string(),
    size: z.int(),
    sha256: Sha256,
  })
  .meta({ id: 'VisitFileLink' })
export type VisitFileLink = z.infer<typeof VisitFileLink>

/** One visit as its audience may see it. Notes are resolved; one that was erased is absent. */
export const VisitView = z
  .object({
    ...heading,
    zone: z.string(),
    contract: z.object({ id: Id, version: z.int() }).optional(),
    makeUpOf: Id.optional(),
    tasks: z.array(Task.extend({ devices: z.int(), done: z.int() })),
    devices: z.array(VisitDevice.extend({ checks: z.record(z.string(), CheckView) })),
    /** Results of tasks done once a visit. */
    visitChecks: z.record(z.string(), CheckView),
    parts: z.array(Part),
    travel: z.object({ from: Instant, start: z.string().optional(), minutes: z.int().optional() }).optional(),
    arrival: z
      .object({
        at: Instant,
        recordedAt: Instant,
        how: z.enum(['button', 'typed']),
        place: z.string().optional(),
        reason: z.string().optional(),
        /** Staff only. */
        position: z.object({ latitude: z.number(), longitude: z.number(), accuracyMetres: z.number() }).optional(),
        /** Minutes before the agreed window began; negative when later. */
        earlyMinutes: z.int().optional(),
      })
      .optional(),
    begunAt: Instant.optional(),
    finishedAt: Instant.optional(),
    onSiteMinutes: z.int().optional(),
    shares: z.array(WorkShare).optional(),
    signature: z
      .object({
        how: z.enum(['on-device', 'typed', 'portal']),
        at: Instant,
        name: z.string().optional(),
        strokes: FileRef.optional(),
      })
      .optional(),
    absence: AbsenceView.optional(),
    /** Service report as it was stored; `pending` until it is, absent before the visit is signed or accepted. */
    report: z.union([z.literal('pending'), FileRef]).optional(),
    acceptedUnsigned: z.object({ by: z.string(), note: z.string().optional(), at: Instant }).optional(),
    moves: z.array(
      z.object({
        from: LocalDate,
        to: LocalDate,
        asked: z.enum(['client', 'provider']),
        note: z.string().optional(),
        at: Instant,
      }),
    ),
    cancelled: z.object({ asked: z.enum(['client', 'provider']), note: z.string().optional(), at: Instant }).optional(),
    /** What stands between now and a finished, signed visit. */
    missing: z.object({
      checks: z.array(z.object({ task: Id, devices: z.array(z.string()) })),
      signature: z.boolean(),
      partsWithoutCost: z.int(),
      partsWithoutReceipt: z.int(),
    }),
    toMakeUp: z.array(VisitDevice),
    actions: z.array(z.string()),
  })
  .meta({ id: 'VisitView' })
export type VisitView = z.infer<typeof VisitView>

/** `texts` holds the bodies of the visit's notes by id. */
export function visitView(ctx: TenantContext, visit: Visit, texts: ReadonlyMap<string, string>): VisitView {
  const text = (note: NoteRef | undefined) => (note ? texts.get(note.id) : undefined)
  const facts = 'arrival' in visit ? visit : undefined
  const arrival = facts?.arrival
  const worked = isWorked(visit) ? visit : undefined
  const travel = 'travel' in visit ? visit.travel : undefined
  const checksOf = (subject: string) =>
    Object.fromEntries(Object.entries(visit.checks[subject] ?? {}).map(([task, check]) => [task, shownCheck(check, text)]))
  return {
    id: visit.id,
    client: visit.client,
    site: visit.site,
    kind: visit.kind,
    mode: visit.mode,
    status: visit.status,
    date: visit.date,
    zone: visit.zone,
    tickets: visit.tickets,
    provisional: visit.provisional,
    ...(visit.window && { window: visit.window }),
    ...(visit.month && { month: visit.month }),
    ...(visit.technician && { technician: visit.technician }),
    ...(visit.contract && { contract: visit.contract }),
    ...(visit.makeUpOf && { makeUpOf: visit.makeUpOf }),
    tasks: visit.tasks.map(task => taskProgress(task, visit)),
    devices: visit.devices.map(device => ({ ...device, checks: checksOf(device.id) })),
    visitChecks: checksOf('-'),
    parts: visit.parts,
    ...(travel && {
      travel: defined({
        from: travel.from,
        start: text(travel.start),
        minutes: arrival && minutesBetween(travel.from, arrival.at),
      }),
    }),
    ...(arrival && { arrival: shownArrival(ctx, visit, arrival, text) }),
    ...(facts?.begunAt && { begunAt: facts.begunAt }),
    ...('finishedAt' in visit && { finishedAt: visit.finishedAt, shares: visit.shares, onSiteMinutes: total(visit.shares) }),
    ...(visit.status === 'signed' && {
      signature: defined({
        how: visit.signature.how,
        at: visit.signature.at,
        name: text(visit.signature.name),
        strokes: visit.signature.how === 'on-device' ? visit.signature.strokes : undefined,
      }),
    }),
    ...(reportDue(visit) && { report: visit.report ?? 'pending' }),
    ...('absence' in visit && { absence: { ...visit.absence, note: text(visit.absence.note) ?? '' } }),
    ...(visit.status === 'unsigned' &&
      visit.accepted && {
        acceptedUnsigned: defined({ by: visit.accepted.by.name, note: text(visit.accepted.note), at: visit.accepted.at }),
      }),
    moves: visit.moves.map(({ from, to, asked, note, at }) => defined({ from, to, asked, note: text(note), at })),
    ...(visit.status === 'cancelled' && {
      cancelled: defined({ asked: visit.cancelled.asked, note: text(visit.cancelled.note), at: visit.cancelled.at }),
    }),
    missing: {
      checks: worked ? [] : missingChecks(visit.tasks, visit.devices, visit.checks),
      signature: needsSignature(visit) && !['signed', 'no-access', 'cancelled'].includes(visit.status),
      partsWithoutCost: visit.parts.filter(part => !part.unitCost).length,
      partsWithoutReceipt: visit.parts.filter(part => !part.receipt).length,
    },
    toMakeUp: leftOver(visit),
    actions: actionsOf(ctx, visit),
  }
}

const total = (shares: readonly WorkShare[]) => shares.reduce((minutes, share) => minutes + share.minutes, 0)

function taskProgress(task: Task, visit: Visit) {
  const open = missingChecks([task], visit.devices, visit.checks)[0]?.devices.length ?? 0
  const all = task.per === 'visit' ? 1 : visit.devices.filter(device => task.deviceClasses?.includes(device.class) ?? true).length
  return { ...task, devices: all, done: all - open }
}

const shownCheck = (check: Check, text: (note: NoteRef | undefined) => string | undefined) =>
  defined({ result: check.result, reason: 'reason' in check ? check.reason : undefined, note: text(check.note) })

/** Where the phone was is the provider's affair; when the technician came is also the client's. */
function shownArrival(
  ctx: TenantContext,
  visit: Visit,
  arrival: NonNullable<Extract<Visit, { status: 'finished' }>['arrival']>,
  text: (note: NoteRef | undefined) => string | undefined,
) {
  const { at, recordedAt, how } = arrival
  return defined({
    at,
    recordedAt,
    how,
    place: how === 'typed' ? text(arrival.place) : undefined,
    reason: how === 'typed' ? text(arrival.reason) : undefined,
    position: how === 'button' && ctx.kind !== 'client' ? arrival.position : undefined,
    earlyMinutes: visit.window && minutesBetween(at, visit.window.from),
  })
}

/** Drops what is undefined: absent and undefined are the same to a reader, not to a schema. */
function defined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T
}
