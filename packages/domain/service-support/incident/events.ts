import * as z from 'zod'
import { defineEvent, type EventsOf } from '../../kernel/event.ts'
import { ClientKey, Id } from '../../kernel/ids.ts'
import { Instant } from '../../kernel/time.ts'
import { Level, Priority } from './priority.ts'
import { Quote } from './quote.ts'
import { ServiceChange } from './service.ts'
import { SeverityOpinion, SeverityOpinions } from './severity.ts'
import {
  Channel,
  DutyBreach,
  Imported,
  OnSite,
  PauseDecision,
  Pinned,
  Requester,
  ScopeOutcome,
  TextRef,
  TicketKind,
  TicketNumber,
  Waiting,
  WaitingOn,
  Who,
  WorkEntry,
} from './ticket.ts'

const about = { client: ClientKey, ticket: TicketNumber }
/** `original`: wall time in the log that an import read. */
const fact = { ...about, at: Instant, by: Who, original: z.string().max(40).optional() }
const changing = { ...fact, service: ServiceChange }

const event = <N extends string, S extends z.ZodType>(name: N, schema: S) => defineEvent('incident', name, 1, 'client', schema)

/** Everything that happens to a ticket. All of it may be seen by the client's people: what may not is in the internal twin. */
export const ticketEvents = {
  ticketOpened: event(
    'ticket-opened',
    z.object({
      ...changing,
      kind: TicketKind,
      channel: Channel,
      requestedAt: Instant,
      requester: Requester,
      site: Id.optional(),
      device: Id.optional(),
      subject: z.string().min(1).max(200),
      body: TextRef.optional(),
      impact: Level.optional(),
      urgency: Level.optional(),
      priority: Priority,
      priorityFrom: z.enum(['matrix', 'given']),
      severity: SeverityOpinions,
      team: Id,
      assignee: Who.optional(),
      labels: z.array(z.string().max(40)).max(20),
      contract: Pinned,
      scope: ScopeOutcome,
      imported: Imported.optional(),
    }),
  ),
  ticketStarted: event('ticket-started', z.object({ ...fact, reason: z.string().max(300).optional() })),
  ticketWaiting: event('ticket-waiting', z.object({ ...changing, waiting: Waiting })),
  pauseContested: event('pause-contested', z.object({ ...fact, text: z.string().min(1).max(500) })),
  pauseDecided: event(
    'pause-decided',
    z.object({
      ...changing,
      since: Instant,
      on: WaitingOn,
      outcome: PauseDecision.shape.outcome,
      reason: PauseDecision.shape.reason,
    }),
  ),
  ticketResumed: event('ticket-resumed', z.object({ ...changing, reason: z.string().max(300).optional() })),
  ticketResolved: event(
    'ticket-resolved',
    z.object({
      ...changing,
      restoredAt: Instant,
      solution: TextRef.optional(),
      autoClose: z.object({ at: Instant, provisional: z.boolean() }).optional(),
    }),
  ),
  ticketClosed: event(
    'ticket-closed',
    z.object({
      ...changing,
      how: z.enum(['confirmed', 'automatic', 'by-desk', 'withdrawn']),
      restoredAt: Instant.optional(),
      reason: z.string().max(300).optional(),
    }),
  ),
  ticketReopened: event(
    'ticket-reopened',
    z.object({ ...changing, cycle: z.int().min(2), reason: z.string().max(300).optional() }),
  ),
  ticketAssigned: event('ticket-assigned', z.object({ ...fact, team: Id, assignee: Who.nullable() })),
  prioritySet: event(
    'priority-set',
    z.object({
      ...changing,
      impact: Level.optional(),
      urgency: Level.optional(),
      priority: Priority,
      priorityFrom: z.enum(['matrix', 'given']),
    }),
  ),
  labelsSet: event('labels-set', z.object({ ...fact, labels: z.array(z.string().max(40)).max(20) })),
  severityStated: event(
    'severity-stated',
    z.object({ ...changing, side: z.enum(['client', 'provider']), opinion: SeverityOpinion }),
  ),
  ticketReplied: event('ticket-replied', z.object({ ...changing, body: TextRef, side: z.enum(['client', 'provider']) })),
  onSiteRequested: event('on-site-requested', z.object({ ...changing, onSite: OnSite })),
  arrived: event('arrived', z.object({ ...changing, arrivedAt: Instant })),
  dutyBreachRecorded: event('duty-breach-recorded', z.object({ ...fact, breach: DutyBreach })),
  scopeDecided: event('scope-decided', z.object({ ...changing, scope: ScopeOutcome })),
  contractChosen: event('contract-chosen', z.object({ ...changing, contract: Pinned, scope: ScopeOutcome })),
  quoteAsked: event('quote-asked', z.object({ ...changing, quote: Quote })),
  quoteAnswered: event('quote-answered', z.object({ ...changing, quote: Quote })),
  workRecorded: event('work-recorded', z.object({ ...fact, entry: WorkEntry })),
  clocksAdvanced: event(
    'clocks-advanced',
    z.object({ ...changing, fired: z.enum(['join', 'at-risk', 'due']), clock: z.string() }),
  ),
  /** A row of an imported history that changed fields we keep no copy of; their names stay in the history. */
  changedElsewhere: event('changed-elsewhere', z.object({ ...fact, fields: z.array(z.string().max(40)).min(1).max(40) })),
}
export type TicketEvent = EventsOf<typeof ticketEvents>
