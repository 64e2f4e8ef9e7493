import * as z from 'zod'
import { ClientKey, FileRef, Id, Sha256 } from '../../kernel/ids.ts'
import { Instant } from '../../kernel/time.ts'
import { ClockSet } from '../../service-delivery/service-level/clocks/clock-set.ts'
import { Level, Priority } from './priority.ts'
import { PromiseChip, TicketTimer } from './promise.ts'
import { Quote } from './quote.ts'
import { SeverityOpinions } from './severity.ts'

/** Free text or personal data: kept beside the history, so that it can be erased. */
export const TextRef = z.object({ ref: Id, sha256: Sha256 }).meta({ id: 'TextRef' })
export type TextRef = z.infer<typeof TextRef>

/** Number of a ticket, per client, with gaps: `LANHAI-123`. It is the ticket's id. */
export const TicketNumber = z
  .string()
  .regex(/^[A-Z][A-Z0-9]{1,15}-[1-9]\d{0,8}$/, 'a ticket number looks like LANHAI-123')
  .meta({ id: 'TicketNumber' })

export const TicketKind = z.enum(['incident', 'request']).meta({ id: 'TicketKind' })
export const Channel = z.enum(['portal', 'phone', 'visit', 'import']).meta({ id: 'TicketChannel' })

/** Who did it, as people read it. */
export const Who = z.object({ id: z.string().max(128), name: z.string().max(120) }).meta({ id: 'Who' })
export type Who = z.infer<typeof Who>

/** Who asked. Name and company are those of that day: a person who changes company later rewrites no old ticket. */
export const Requester = z
  .object({ contact: Id.optional(), name: z.string().min(1).max(120), company: z.string().min(1).max(120) })
  .meta({ id: 'Requester' })

/** The contract version under which the ticket was raised, why that one; or why there is none and who has to choose. */
export const Pinned = z
  .discriminatedUnion('outcome', [
    z.object({
      outcome: z.literal('chosen'),
      contract: Id,
      version: z.int().min(1),
      number: z.string(),
      reason: z.string().max(80),
    }),
    z.object({ outcome: z.literal('ambiguous'), contracts: z.array(Id).max(20), reason: z.string().max(80) }),
    z.object({ outcome: z.literal('none'), reason: z.string().max(80) }),
  ])
  .meta({ id: 'PinnedContract' })
export type Pinned = z.infer<typeof Pinned>

/** Whether the work is in the contract, by the guard or by a person. `undecided` asks before work begins. */
export const ScopeOutcome = z
  .object({
    outcome: z.enum(['covered', 'out-of-scope', 'undecided']),
    clause: z.string().max(40).optional(),
    reason: z.string().max(300),
    by: Who.optional(),
    at: Instant,
  })
  .meta({ id: 'ScopeOutcome' })
export type ScopeOutcome = z.infer<typeof ScopeOutcome>

/** For whom a ticket waits, in the words of clause 7. */
export const WaitingOn = z.enum(['client', 'part', 'supplier']).meta({ id: 'WaitingOn' })
export type WaitingOn = z.infer<typeof WaitingOn>

/** The client sees the reason and may contest it; `since` is when the wait began, not when it was typed. */
export const Waiting = z
  .object({
    on: WaitingOn,
    reason: z.string().min(1).max(300),
    /** Who it is that must act, if it is a person. */
    whom: z.string().max(120).optional(),
    by: Who,
    since: Instant,
    /** Whether the contract lets this wait stop a clock; no longer once the pause was struck. */
    pauses: z.boolean(),
    contested: z.object({ at: Instant, by: Who, text: z.string().max(500) }).optional(),
  })
  .meta({ id: 'TicketWaiting' })
export type Waiting = z.infer<typeof Waiting>

/** Staff's answer to a contested pause: it stands, or it is struck and its time counts after all. */
export const PauseDecision = z
  .object({ outcome: z.enum(['upheld', 'struck']), at: Instant, by: Who, reason: z.string().min(1).max(200) })
  .meta({ id: 'PauseDecision' })

/** A pause that the client does not accept, named by its beginning and whom it waits for; undecided without `decision`. */
export const PauseContest = z
  .object({
    since: Instant,
    on: WaitingOn,
    reason: z.string().max(300),
    at: Instant,
    by: Who,
    text: z.string().max(500),
    decision: PauseDecision.optional(),
  })
  .meta({ id: 'PauseContest' })
export type PauseContest = z.infer<typeof PauseContest>

/** Somebody was asked to come, and came. One request a cycle; arrival is on site *and begun* (3(6)). */
export const OnSite = z
  .object({ cycle: z.int().min(1), requestedAt: Instant, arrivedAt: Instant.optional(), by: Who.optional() })
  .meta({ id: 'OnSite' })
export type OnSite = z.infer<typeof OnSite>

/** Evidence that the client broke a duty of clause 3: coverage and clocks stay as they are. */
export const DutyBreach = z
  .object({ clause: z.string().max(40), note: TextRef, evidence: z.array(FileRef).max(10), at: Instant, by: Who })
  .meta({ id: 'DutyBreach' })
export type DutyBreach = z.infer<typeof DutyBreach>

/** Where a source item of this ticket is kept: its state lives there, with metering. */
export const WorkEntry = z
  .object({ work: z.string().max(120), kind: z.string().max(40), minutes: z.int().min(0).optional(), by: Who, at: Instant })
  .meta({ id: 'TicketWorkEntry' })
export type WorkEntry = z.infer<typeof WorkEntry>

/**
 * Where an imported ticket comes from, with the wall time written there. Timers up to `importedAt` are past: they never fire.
 */
export const Imported = z
  .object({ source: z.string().max(40), number: z.string().max(64), openedAt: z.string().max(40), importedAt: Instant })
  .meta({ id: 'ImportedFrom' })

const common = {
  client: ClientKey,
  number: TicketNumber,
  kind: TicketKind,
  channel: Channel,
  /** When the client asked; never after `loggedAt`. Promises count from here. */
  requestedAt: Instant,
  /** When it was written down. */
  loggedAt: Instant,
  requester: Requester,
  site: Id.optional(),
  device: Id.optional(),
  subject: z.string(),
  body: TextRef.optional(),
  impact: Level.optional(),
  urgency: Level.optional(),
  priority: Priority,
  /** Imported priorities stay as given. */
  priorityFrom: z.enum(['matrix', 'given']),
  severity: SeverityOpinions,
  team: Id,
  assignee: Who.optional(),
  labels: z.array(z.string().max(40)).max(20),
  contract: Pinned,
  scope: ScopeOutcome,
  quotes: z.array(Quote).max(20),
  cycle: z.int().min(1),
  onSite: z.array(OnSite).max(20),
  duties: z.array(DutyBreach).max(20),
  /** Absent where no pause was ever contested. */
  contests: z.array(PauseContest).max(50).optional(),
  work: z.array(WorkEntry).max(300),
  clocks: ClockSet,
  timers: z.array(TicketTimer),
  promise: PromiseChip,
  /** First answer of a person that the client saw. Automatic mail is none. */
  answeredAt: Instant.optional(),
  /** Whose words came last. */
  lastWord: z.enum(['client', 'provider']).optional(),
  /** When a fact was last added, as the facts' own time. */
  factAt: Instant,
  updatedAt: Instant,
  imported: Imported.optional(),
}
const done = { restoredAt: Instant, resolvedBy: Who, solution: TextRef.optional() }

export const Ticket = z
  .discriminatedUnion('status', [
    z.object({ ...common, status: z.literal('new') }),
    z.object({ ...common, status: z.literal('in-progress'), progress: z.string().max(300).optional() }),
    z.object({ ...common, status: z.literal('waiting'), waiting: Waiting }),
    z.object({
      ...common,
      ...done,
      status: z.literal('resolved'),
      autoClose: z.object({ at: Instant, provisional: z.boolean() }).optional(),
    }),
    z.object({
      ...common,
      status: z.literal('closed'),
      restoredAt: Instant.optional(),
      closedAt: Instant,
      closed: z.enum(['confirmed', 'automatic', 'by-desk', 'withdrawn']),
      closedBy: Who,
    }),
  ])
  .meta({ id: 'Ticket' })
export type Ticket = z.infer<typeof Ticket>

export const isOpen = (ticket: Ticket): boolean => ticket.status !== 'resolved' && ticket.status !== 'closed'

/** The on-site request of the running cycle. */
export const currentOnSite = (ticket: Pick<Ticket, 'onSite' | 'cycle'>): OnSite | undefined =>
  ticket.onSite.find(({ cycle }) => cycle === ticket.cycle)
/** A contested pause that nobody has decided yet; it outlives the wait. */
export const openContest = (ticket: Pick<Ticket, 'contests'>): PauseContest | undefined =>
  ticket.contests?.find(({ decision }) => decision === undefined)
/** An accepted quote is the agreement under which out-of-scope work is done. */
export const acceptedQuote = (ticket: Ticket): Quote | undefined => ticket.quotes.findLast(({ state }) => state === 'accepted')
export const openQuote = (ticket: Ticket): Quote | undefined => ticket.quotes.findLast(({ state }) => state === 'asked')
