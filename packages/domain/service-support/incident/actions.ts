import { hasRole, type StaffRole, type TenantContext } from '../../kernel/context.ts'
import { mayGo } from './states.ts'
import { currentOnSite, isOpen, openContest, openQuote, type Ticket } from './ticket.ts'

/** Staff who work on tickets. */
export const deskRoles = ['admin', 'service-desk', 'technician', 'service-manager'] as const satisfies readonly StaffRole[]
/** Staff who read them as well. */
export const deskReaders = [
  ...deskRoles,
  'account-manager',
  'finance',
  'problem-manager',
  'change-manager',
  'configuration-manager',
] as const
/** Staff who choose the contract where the system does not. */
export const contractChoosers = ['admin', 'account-manager', 'service-manager'] as const satisfies readonly StaffRole[]
/** Staff who answer a contested pause: those who answer for the desk, not every technician who may have waited. */
export const pauseJudges = ['admin', 'service-manager', 'service-desk'] as const satisfies readonly StaffRole[]
/** People of the client who decide for their company and see all of its tickets. */
export const deciders = ['client-approver', 'client-owner'] as const

/** A client-user sees and acts on its own tickets; the deciders on all of the company. */
export const maySee = (ctx: TenantContext, ticket: Pick<Ticket, 'requester' | 'client'>): boolean =>
  ctx.kind !== 'client' ||
  (ctx.client === ticket.client &&
    (hasRole(ctx, ...deciders) || (ctx.contact !== undefined && ticket.requester.contact === ctx.contact)))

/** What the caller may do with the ticket now: the buttons of every screen. */
export const ticketActions = (ctx: TenantContext, ticket: Ticket): string[] =>
  ctx.kind === 'client' ? clientActions(ctx, ticket) : staffActions(ctx, ticket)

function staffActions(ctx: TenantContext, ticket: Ticket): string[] {
  const desk = hasRole(ctx, ...deskRoles)
  const live = ticket.status !== 'closed'
  const outside = ticket.scope.outcome === 'out-of-scope'
  const onSite = currentOnSite(ticket)
  const choose = hasRole(ctx, ...contractChoosers) && live && ticket.contract.outcome !== 'chosen'
  const table: [string, boolean][] = [
    ['reply', live],
    ['note', true],
    ['log-work', true],
    ['add-part', true],
    ['assign', live],
    ['set-priority', live],
    ['set-labels', live],
    ['state-severity', live],
    ['start', ticket.status === 'new'],
    ['wait', mayGo(ticket.status, 'wait')],
    ['resume', mayGo(ticket.status, 'resume')],
    ['resolve', mayGo(ticket.status, 'resolve')],
    ['close', mayGo(ticket.status, 'close')],
    ['reopen', mayGo(ticket.status, 'reopen')],
    ['request-on-site', isOpen(ticket) && !onSite && ticket.site !== undefined],
    ['record-arrival', live && onSite !== undefined && onSite.arrivedAt === undefined],
    ['decide-scope', live],
    ['ask-quote', live && outside && !openQuote(ticket)],
    ['record-duty-breach', true],
  ]
  const judge = hasRole(ctx, ...pauseJudges) && openContest(ticket) !== undefined
  return [
    ...(desk ? table.filter(([, may]) => may).map(([action]) => action) : []),
    ...(choose ? ['choose-contract'] : []),
    ...(judge ? ['decide-pause'] : []),
  ]
}

function clientActions(ctx: TenantContext, ticket: Ticket): string[] {
  if (!maySee(ctx, ticket)) return []
  const live = ticket.status !== 'closed'
  const table: [string, boolean][] = [
    ['reply', live],
    ['contest-pause', ticket.status === 'waiting' && ticket.waiting.pauses && ticket.waiting.contested === undefined],
    ['confirm', mayGo(ticket.status, 'confirm')],
    ['reopen', mayGo(ticket.status, 'reopen')],
    ['withdraw', isOpen(ticket)],
    ['state-severity', live],
    ['request-on-site', isOpen(ticket) && !currentOnSite(ticket) && ticket.site !== undefined],
    ['answer-quote', hasRole(ctx, ...deciders) && openQuote(ticket) !== undefined],
  ]
  return table.filter(([, may]) => may).map(([action]) => action)
}
