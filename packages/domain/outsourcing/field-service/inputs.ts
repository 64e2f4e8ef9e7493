import * as z from 'zod'
import { Id } from '../../kernel/ids.ts'
import { Money } from '../../kernel/money.ts'
import { Instant, LocalDate } from '../../kernel/time.ts'
import { NotDoneReason } from './task.ts'
import { Arrival, WorkShare } from './visit.ts'

/** What people write; kept as a body beside the history. */
export const Note = z.string().trim().min(1).max(500)
const window = z.object({ from: Instant, to: Instant }).optional()
const technician = z.string().min(1).max(128)
const asked = z.enum(['client', 'provider'])
/** When it happened; now when left out. */
const at = Instant.optional()

/** Id of a stored file of the same client. */
const file = Id

export const Dispatch = z.object({
  site: Id,
  tickets: z.array(Id).min(1).max(20),
  mode: z.enum(['on-site', 'remote']).default('on-site'),
  technician: technician.optional(),
  date: LocalDate.optional(),
  window,
})
export const Schedule = z.object({ technician, date: LocalDate, window })
export const Move = z.object({ date: LocalDate, window, asked, note: Note })
export const Cancel = z.object({ asked, note: Note })
export const JoinTicket = z.object({ ticket: Id })
export const Travel = z.object({ at, start: Note.optional() })

/** By the button with the phone's position, or typed with place and reason; `begin` says that work began in the same minute. */
export const Arriving = z.discriminatedUnion('how', [
  z.object({
    how: z.literal('button'),
    at,
    position: Arrival.options[0].shape.position,
    begin: z.boolean().default(false),
  }),
  z.object({ how: z.literal('typed'), at, place: Note, reason: Note, begin: z.boolean().default(false) }),
])
export const Begin = z.object({ at })

const chosen = {
  devices: z.union([z.literal('all'), z.array(z.string()).min(1).max(300)]),
  tasks: z.union([z.literal('all'), z.array(Id).min(1).max(60)]),
  note: Note.optional(),
}
export const CheckInput = z
  .discriminatedUnion('result', [
    z.object({ result: z.literal('done'), ...chosen }),
    z.object({ result: z.literal('refused'), ...chosen }),
    z.object({ result: z.literal('not-done'), reason: NotDoneReason, ...chosen }),
  ])
  .meta({ id: 'CheckInput' })
export type CheckInput = z.infer<typeof CheckInput>
export const CheckInputs = z.object({ entries: z.array(CheckInput).min(1).max(20) })

export const PartInput = z.object({
  name: z.string().trim().min(1).max(120),
  quantity: z.int().min(1).max(10_000),
  unitCost: Money.optional(),
  supplier: z.string().trim().min(1).max(120).optional(),
  receipt: file.optional(),
  serial: z.string().trim().min(1).max(80).optional(),
  device: Id.optional(),
  ticket: Id.optional(),
  at,
})
export const PartFacts = z
  .object({ unitCost: Money.optional(), supplier: z.string().trim().min(1).max(120).optional(), receipt: file.optional() })
  .refine(facts => Object.values(facts).some(fact => fact !== undefined), 'names at least one of unitCost, supplier, receipt')
export const Removal = z.object({ note: Note })

export const Finish = z.object({ at, split: z.array(WorkShare).min(1).max(20).optional() })
export const Unattended = z.object({
  reason: z.enum(['client-absent', 'refused', 'other']),
  note: Note,
  photo: file.optional(),
  at,
})
/** On the technician's phone with the picture of the strokes or the name typed, or by the signed-in person of the client. */
export const Signing = z.discriminatedUnion('how', [
  z.object({ how: z.literal('on-device'), name: z.string().trim().min(1).max(80), strokes: file, at }),
  z.object({ how: z.literal('typed'), name: z.string().trim().min(1).max(80), at }),
  z.object({ how: z.literal('portal'), name: z.string().trim().min(1).max(80) }),
])
export const Accept = z.object({ note: Note })
export const Remote = z.object({ from: Instant, to: Instant })

/** A second visit for what is left over, or the same done from elsewhere and told afterwards: each task done unless `entries` say else. */
export const MakeUp = z.discriminatedUnion('mode', [
  z.object({ mode: z.literal('on-site'), date: LocalDate, window, technician: technician.optional() }),
  z.object({
    mode: z.literal('remote'),
    from: Instant,
    to: Instant,
    technician: technician.optional(),
    entries: z.array(CheckInput).max(20).default([]),
  }),
])
