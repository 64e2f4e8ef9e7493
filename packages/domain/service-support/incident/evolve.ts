import type { EventMeta } from '../../kernel/aggregate.ts'
import { latest } from '../../kernel/time.ts'
import { evolveClocks, noClocks } from '../../service-delivery/service-level/index.ts'
import type { TicketEvent } from './events.ts'
import type { ServiceChange } from './service.ts'
import type { PauseContest, Ticket } from './ticket.ts'

type OpenedEvent = Extract<TicketEvent, { type: 'incident.ticket-opened.v1' }>
type Decided = Extract<TicketEvent, { type: 'incident.pause-decided.v1' }>['data']
type Waits = Extract<Ticket, { status: 'waiting' }>

/** State = fold of the history. The contents of an event are facts: nothing is decided here. */
export function evolve(state: Ticket | undefined, event: TicketEvent, meta: Pick<EventMeta, 'at'>): Ticket {
  if (event.type === 'incident.ticket-opened.v1') return opened(event, meta)
  const next = step(state!, event)
  return { ...next, factAt: latest(next.factAt, event.data.at), updatedAt: meta.at }
}

function opened({ data }: OpenedEvent, { at }: Pick<EventMeta, 'at'>): Ticket {
  const { ticket: number, at: loggedAt, by: _by, original: _original, service, ...facts } = data
  return {
    ...facts,
    number,
    loggedAt,
    status: 'new',
    quotes: [],
    cycle: 1,
    onSite: [],
    duties: [],
    work: [],
    clocks: evolveClocks(noClocks, service.clocks),
    timers: service.timers,
    promise: service.promise,
    ...(facts.channel === 'portal' && { lastWord: 'client' as const }),
    factAt: data.requestedAt,
    updatedAt: at,
  }
}

function step(state: Ticket, event: Exclude<TicketEvent, OpenedEvent>): Ticket {
  switch (event.type) {
    case 'incident.ticket-started.v1': {
      const { reason } = event.data
      return { ...working(state), ...(reason && { progress: reason }) }
    }
    case 'incident.ticket-waiting.v1':
      return { ...bare(withService(state, event.data.service)), status: 'waiting', waiting: event.data.waiting }
    case 'incident.pause-contested.v1':
      if (state.status !== 'waiting') return state
      return contested(state, { at: event.data.at, by: event.data.by, text: event.data.text })
    case 'incident.pause-decided.v1':
      return decided(withService(state, event.data.service), event.data)
    case 'incident.ticket-resumed.v1': {
      const { reason, service } = event.data
      return { ...working(withService(state, service)), ...(reason && { progress: reason }) }
    }
    case 'incident.ticket-resolved.v1': {
      const { restoredAt, by, solution, autoClose, service } = event.data
      return {
        ...bare(withService(state, service)),
        status: 'resolved',
        restoredAt,
        resolvedBy: by,
        ...(solution && { solution }),
        ...(autoClose && { autoClose }),
      }
    }
    case 'incident.ticket-closed.v1': {
      const { how, restoredAt, at, by, service } = event.data
      const restored = restoredAt ?? (state.status === 'resolved' ? state.restoredAt : undefined)
      return {
        ...bare(withService(state, service)),
        status: 'closed',
        closedAt: at,
        closed: how,
        closedBy: by,
        ...(restored && { restoredAt: restored }),
      }
    }
    case 'incident.ticket-reopened.v1':
      return { ...working(withService(state, event.data.service)), cycle: event.data.cycle }
    case 'incident.ticket-assigned.v1': {
      const { assignee: _before, ...rest } = state
      const { team, assignee } = event.data
      return { ...rest, team, ...(assignee && { assignee }) }
    }
    case 'incident.priority-set.v1': {
      const { impact, urgency, priority, priorityFrom, service } = event.data
      return { ...withService(state, service), priority, priorityFrom, ...(impact && { impact }), ...(urgency && { urgency }) }
    }
    case 'incident.labels-set.v1':
      return { ...state, labels: event.data.labels }
    case 'incident.severity-stated.v1': {
      const { side, opinion, service } = event.data
      return { ...withService(state, service), severity: { ...state.severity, [side]: opinion } }
    }
    case 'incident.ticket-replied.v1': {
      const { side, at, service } = event.data
      const answered = state.answeredAt ?? (side === 'provider' ? at : undefined)
      return { ...withService(state, service), lastWord: side, ...(answered && { answeredAt: answered }) }
    }
    case 'incident.on-site-requested.v1':
      return { ...withService(state, event.data.service), onSite: [...state.onSite, event.data.onSite] }
    case 'incident.arrived.v1': {
      const { arrivedAt, by, service } = event.data
      const onSite = state.onSite.map(visit => (visit.cycle === state.cycle ? { ...visit, arrivedAt, by } : visit))
      return { ...withService(state, service), onSite }
    }
    case 'incident.duty-breach-recorded.v1':
      return { ...state, duties: [...state.duties, event.data.breach] }
    case 'incident.scope-decided.v1':
      return { ...withService(state, event.data.service), scope: event.data.scope }
    case 'incident.contract-chosen.v1':
      return { ...withService(state, event.data.service), contract: event.data.contract, scope: event.data.scope }
    case 'incident.quote-asked.v1':
      return { ...withService(state, event.data.service), quotes: [...state.quotes, event.data.quote] }
    case 'incident.quote-answered.v1': {
      const { quote, service } = event.data
      return { ...withService(state, service), quotes: state.quotes.map(known => (known.id === quote.id ? quote : known)) }
    }
    case 'incident.work-recorded.v1':
      return { ...state, work: [...state.work, event.data.entry] }
    case 'incident.clocks-advanced.v1':
      return withService(state, event.data.service)
    case 'incident.changed-elsewhere.v1':
      return state
  }
}

const contested = (state: Waits, contest: Pick<PauseContest, 'at' | 'by' | 'text'>): Waits => {
  const { since, on, reason } = state.waiting
  return {
    ...state,
    waiting: { ...state.waiting, contested: contest },
    contests: [...(state.contests ?? []), { since, on, reason, ...contest }],
  }
}

/** A struck pause stops no clock any more, though the ticket may still wait. */
function decided(state: Ticket, { since, on, outcome, reason, at, by }: Decided): Ticket {
  const contests = (state.contests ?? []).map(contest =>
    contest.since === since && contest.on === on && !contest.decision
      ? { ...contest, decision: { outcome, at, by, reason } }
      : contest,
  )
  if (outcome === 'upheld' || state.status !== 'waiting' || state.waiting.since !== since || state.waiting.on !== on)
    return { ...state, contests }
  return { ...state, contests, waiting: { ...state.waiting, pauses: false } }
}

const withService = <T extends Ticket>(state: T, { clocks, timers, promise }: ServiceChange): T => ({
  ...state,
  clocks: evolveClocks(state.clocks, clocks),
  timers,
  promise,
})

/** Being worked; what earlier states said is gone. */
const working = (state: Ticket) => ({ ...bare(state), status: 'in-progress' as const })

/** What every status has: drops the fields that belong to one status alone. */
function bare(state: Ticket) {
  const {
    status: _status,
    progress: _progress,
    waiting: _waiting,
    restoredAt: _restoredAt,
    resolvedBy: _resolvedBy,
    solution: _solution,
    autoClose: _autoClose,
    closedAt: _closedAt,
    closed: _closed,
    closedBy: _closedBy,
    ...rest
  } = state as Ticket & Record<string, unknown>
  return rest as Omit<Extract<Ticket, { status: 'new' }>, 'status'>
}
