import { ok, type Result } from '../../kernel/result.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Doing } from '../../service-support/incident/decide/facts.ts'
import { evolve } from '../../service-support/incident/evolve.ts'
import {
  about,
  close,
  type OpenFacts,
  openTicket,
  pathBetween,
  reopen,
  resolve,
  resume,
  type ServicePolicy,
  setPriority,
  standardMatrix,
  startTicket,
  type Ticket,
  type TicketEvent,
  type TicketTransition,
  ticketEvents,
  wait,
} from '../../service-support/incident/index.ts'
import type { HistoryRow, ImportedState, IncidentHistory } from './history.ts'

export type ImportFacts = Pick<OpenFacts, 'client' | 'number' | 'team' | 'contract' | 'policy' | 'scope'> & {
  company: string
  source: string
  importedAt: Instant
}
/** An event with its own time: that of the row. */
export type Dated = { at: Instant; event: TicketEvent }

/** The ticket as it was opened elsewhere: priority as given, solved remotely as far as the log tells, so no on-site request. */
export function openImported(history: IncidentHistory, facts: ImportFacts): Result<Dated[]> {
  const { client, number, team, contract, policy, scope, company, source, importedAt } = facts
  const env = { now: history.rows[0]!.at, actor: importer(history.rows[0]!.by), original: history.rows[0]!.original }
  const opened = openTicket(
    {
      kind: 'incident',
      channel: 'import',
      requestedAt: history.openedAt,
      subject: history.subject,
      priority: history.priority,
      ...(history.impact && { impact: history.impact }),
      ...(history.urgency && { urgency: history.urgency }),
      labels: history.labels,
    },
    {
      client,
      number,
      team,
      requester: { name: history.caller, company },
      contract,
      policy,
      scope,
      matrix: standardMatrix,
      imported: { source, number: history.number, openedAt: history.originalOpenedAt, importedAt },
    },
    env,
  )
  return opened.ok ? ok(opened.value.map(event => ({ at: env.now, event }))) : opened
}

/** What one row made of the ticket. Each change is dated as its row; nothing is decided anew. */
export function applyRow(ticket: Ticket, row: HistoryRow, policy: ServicePolicy | undefined): Result<Dated[]> {
  const env = { now: row.at, actor: importer(row.by), original: row.original }
  const dated: Dated[] = []
  let state = ticket
  const take = (decided: Result<TicketEvent[]>): Result<never> | undefined => {
    if (!decided.ok) return decided
    for (const event of decided.value) {
      dated.push({ at: row.at, event })
      state = evolve(state, event, { at: row.at })
    }
    return undefined
  }
  if (row.priority && row.priority !== state.priority) {
    const refused = take(setPriority(state, { priority: row.priority, at: row.at }, env, policy))
    if (refused) return refused
  }
  const fact = about(state, row.at, env)
  if (row.labels) take(ok([ticketEvents.labelsSet.of({ ...fact, labels: row.labels })]))
  if (row.fields) take(ok([ticketEvents.changedElsewhere.of({ ...fact, fields: row.fields })]))
  for (const command of row.state ? stepsTo(state, row.state) : []) {
    const refused = take(step(state, command, row.state!, env, policy))
    if (refused) return refused
  }
  return ok(dated)
}

/** A row in the same state with another reason is work that depends on something else now. */
function stepsTo(ticket: Ticket, { status, reason }: ImportedState): TicketTransition[] {
  const other = ticket.status === 'in-progress' && ticket.progress !== reason
  return status === 'in-progress' && other ? ['start'] : pathBetween(ticket.status, status)
}

function step(
  ticket: Ticket,
  command: TicketTransition,
  { reason }: ImportedState,
  env: Doing,
  policy: ServicePolicy | undefined,
): Result<TicketEvent[]> {
  const told = { at: env.now, ...(reason && { reason }) }
  switch (command) {
    case 'start':
      return startTicket(ticket, env, told)
    case 'wait':
      return wait(ticket, { on: 'client', reason: reason ?? 'Awaiting User Info', at: env.now }, env, policy)
    case 'resume':
      return resume(ticket, env, policy, told)
    case 'resolve':
      return resolve(ticket, { restoredAt: env.now }, env, policy)
    case 'reopen':
      return reopen(ticket, told, env, policy)
    case 'confirm':
    case 'auto-close':
    case 'close':
      return close(ticket, { how: 'by-desk', at: env.now }, env, policy)
  }
}

const importer = (label: string) => ({ kind: 'import', id: 'import', name: label }) as const
