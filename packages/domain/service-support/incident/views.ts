import * as z from 'zod'
import { hasRole, type TenantContext } from '../../kernel/context.ts'
import { Instant } from '../../kernel/time.ts'
import { SourceItem } from '../../outsourcing/metering/source-item.ts'
import { type Calendar, isCounted } from '../../service-delivery/service-level/index.ts'
import { ticketActions } from './actions.ts'
import { ArrivalView, arrivalView, ClockView, clockViews } from './clock-view.ts'
import { IfStruck, ifStruck } from './if-struck.ts'
import { Level, Priority } from './priority.ts'
import { PromiseNow, promiseNow } from './promise-now.ts'
import { Quote } from './quote.ts'
import { agreedSeverity, SeverityOpinion } from './severity.ts'
import { TicketStatus } from './states.ts'
import {
  Channel,
  Imported,
  OnSite,
  PauseContest,
  Pinned,
  Requester,
  ScopeOutcome,
  type Ticket,
  TicketKind,
  TicketNumber,
  Waiting,
  Who,
} from './ticket.ts'

/** A source item of the ticket with its one state; `work` names it in commands. */
export const TicketWork = z.object({ work: z.string(), item: SourceItem }).meta({ id: 'TicketWork' })
export type TicketWork = z.infer<typeof TicketWork>

/** A ticket as its reader may see it: the client's people get no team, labels, candidates of contracts or import remarks. */
export const TicketView = z
  .object({
    number: TicketNumber,
    client: z.string(),
    version: z.int(),
    kind: TicketKind,
    channel: Channel,
    status: TicketStatus,
    subject: z.string(),
    requestedAt: Instant,
    loggedAt: Instant,
    updatedAt: Instant,
    requester: Requester,
    site: z.string().optional(),
    device: z.string().optional(),
    impact: Level.optional(),
    urgency: Level.optional(),
    priority: Priority,
    priorityFrom: z.enum(['matrix', 'given']),
    severity: z.object({
      client: SeverityOpinion.optional(),
      provider: SeverityOpinion.optional(),
      /** Null while the sides differ. */
      agreed: z.enum(['severe', 'ordinary']).nullable(),
    }),
    assignee: Who.optional(),
    team: z.string().optional(),
    labels: z.array(z.string()).optional(),
    /** Absent for a client-user, who has no contract page. */
    contract: Pinned.optional(),
    scope: ScopeOutcome,
    quotes: z.array(Quote),
    cycle: z.int(),
    onSite: z.array(OnSite),
    arrival: ArrivalView.optional(),
    duties: z.array(
      z.object({ clause: z.string(), at: Instant, by: Who, note: z.string().nullable(), evidence: z.array(z.string()) }),
    ),
    waiting: Waiting.optional(),
    contests: z.array(PauseContest).optional(),
    /** For whoever may decide a contested pause: each clock that it held, as it would be. */
    ifStruck: z.array(IfStruck).optional(),
    progress: z.string().optional(),
    restoredAt: Instant.optional(),
    resolvedBy: Who.optional(),
    autoClose: z.object({ at: Instant, provisional: z.boolean() }).optional(),
    closed: z.object({ at: Instant, how: z.string(), by: Who }).optional(),
    answeredAt: Instant.optional(),
    lastWord: z.enum(['client', 'provider']).optional(),
    promise: PromiseNow,
    clocks: z.array(ClockView),
    /** Cancelled or excluded: they left attainment, their logs stay. */
    removedClocks: z.array(ClockView),
    /** Minutes of all cycles to restore. */
    cumulativeRestoreConsumedMinutes: z.int(),
    countsForAttainment: z.boolean(),
    /** Zone of the contract's calendar; clocks are read in it. */
    zone: z.string().optional(),
    work: z.array(TicketWork),
    imported: Imported.optional(),
    actions: z.array(z.string()),
    asOf: Instant,
  })
  .meta({ id: 'TicketView' })
export type TicketView = z.infer<typeof TicketView>

export type ViewFacts = {
  version: number
  now: Instant
  /** Of the pinned contract version. */
  calendar: Calendar | undefined
  zone: string | undefined
  work: TicketWork[]
  /** Words kept beside the history, by reference; one that was erased is absent. */
  texts: ReadonlyMap<string, string>
}

export function ticketView(ctx: TenantContext, ticket: Ticket, facts: ViewFacts): TicketView {
  const { now, calendar, zone, version, work, texts } = facts
  const { startsAt: _starts, ...kept } = ticket.promise
  const { clocks, removedClocks } = calendar ? clockViews(ticket, calendar, now) : { clocks: [], removedClocks: [] }
  const restore = clocks.filter(({ promise, opinion }) => promise === 'restore' && opinion !== 'client')
  const arrival = arrivalView(ticket, calendar, now)
  const actions = ticketActions(ctx, ticket)
  return {
    number: ticket.number,
    client: ticket.client,
    version,
    kind: ticket.kind,
    channel: ticket.channel,
    status: ticket.status,
    subject: ticket.subject,
    requestedAt: ticket.requestedAt,
    loggedAt: ticket.loggedAt,
    updatedAt: ticket.updatedAt,
    requester: ticket.requester,
    ...(ticket.site && { site: ticket.site }),
    ...(ticket.device && { device: ticket.device }),
    ...(ticket.impact && { impact: ticket.impact }),
    ...(ticket.urgency && { urgency: ticket.urgency }),
    priority: ticket.priority,
    priorityFrom: ticket.priorityFrom,
    severity: { ...ticket.severity, agreed: agreedSeverity(ticket.severity) ?? null },
    ...(ticket.assignee && { assignee: ticket.assignee }),
    ...staffOnly(ctx, ticket),
    scope: ticket.scope,
    quotes: ticket.quotes,
    cycle: ticket.cycle,
    onSite: ticket.onSite,
    ...(arrival && { arrival }),
    duties: ticket.duties.map(({ clause, at, by, note, evidence }) => ({
      clause,
      at,
      by,
      note: texts.get(note.ref) ?? null,
      evidence: evidence.map(({ key }) => key),
    })),
    ...statusFacts(ticket),
    ...(ticket.contests && { contests: ticket.contests }),
    ...(calendar && actions.includes('decide-pause') && { ifStruck: ifStruck(ticket, calendar, now) }),
    ...(ticket.answeredAt && { answeredAt: ticket.answeredAt }),
    ...(ticket.lastWord && { lastWord: ticket.lastWord }),
    promise: promiseNow(kept, calendar, now),
    clocks,
    removedClocks,
    cumulativeRestoreConsumedMinutes: restore.reduce((sum, { consumedMinutes }) => sum + consumedMinutes, 0),
    countsForAttainment: ticket.clocks.clocks.some(isCounted),
    ...(zone && { zone }),
    work: work.filter(({ item }) => ctx.kind !== 'client' || item.client === ctx.client),
    actions,
    asOf: now,
  }
}

function staffOnly(ctx: TenantContext, ticket: Ticket): Partial<TicketView> {
  if (ctx.kind !== 'client') {
    return {
      team: ticket.team,
      labels: ticket.labels,
      contract: ticket.contract,
      ...(ticket.imported && { imported: ticket.imported }),
    }
  }
  const reads = hasRole(ctx, 'client-owner', 'client-approver') && ticket.contract.outcome === 'chosen'
  return reads ? { contract: ticket.contract } : {}
}

function statusFacts(ticket: Ticket): Partial<TicketView> {
  switch (ticket.status) {
    case 'new':
      return {}
    case 'in-progress':
      return ticket.progress ? { progress: ticket.progress } : {}
    case 'waiting':
      return { waiting: ticket.waiting }
    case 'resolved':
      return {
        restoredAt: ticket.restoredAt,
        resolvedBy: ticket.resolvedBy,
        ...(ticket.autoClose && { autoClose: ticket.autoClose }),
      }
    case 'closed':
      return {
        ...(ticket.restoredAt && { restoredAt: ticket.restoredAt }),
        closed: { at: ticket.closedAt, how: ticket.closed, by: ticket.closedBy },
      }
  }
}
