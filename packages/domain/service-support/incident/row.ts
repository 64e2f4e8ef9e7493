import * as z from 'zod'
import { Instant } from '../../kernel/time.ts'
import { Priority } from './priority.ts'
import { PromiseChip } from './promise.ts'
import { agreedSeverity } from './severity.ts'
import { TicketStatus } from './states.ts'
import { openContest, openQuote, type Ticket, TicketKind, TicketNumber, WaitingOn, Who } from './ticket.ts'

/** What lists show of a ticket: at most 700 bytes, and the client's people may see all of it. */
export const TicketRow = z
  .object({
    number: TicketNumber,
    client: z.string(),
    kind: TicketKind,
    subject: z.string(),
    status: TicketStatus,
    priority: Priority,
    severe: z.boolean().optional(),
    /** The sides differ on severity. */
    disputed: z.boolean().optional(),
    team: z.string(),
    assignee: Who.optional(),
    /** Name of the person who asked. */
    requester: z.string(),
    waitingOn: WaitingOn.optional(),
    /** A contested pause waits for staff's decision. */
    contested: z.boolean().optional(),
    /** No contract was found, or several. */
    contract: z.object({ id: z.string(), version: z.int() }).optional(),
    outOfScope: z.boolean().optional(),
    quoted: z.boolean().optional(),
    onSite: z.enum(['asked', 'there']).optional(),
    lastWord: z.enum(['client', 'provider']).optional(),
    requestedAt: Instant,
    updatedAt: Instant,
    closedAt: Instant.optional(),
    promise: PromiseChip.omit({ startsAt: true, opinion: true }),
  })
  .meta({ id: 'TicketRow' })
export type TicketRow = z.infer<typeof TicketRow>

/** Texts are cut by bytes, not letters: a Chinese letter has three. */
const subjectBytes = 84
const nameBytes = 24

export function ticketRow(ticket: Ticket): TicketRow {
  const severity = agreedSeverity(ticket.severity)
  const { startsAt: _starts, opinion: _opinion, targetMinutes, ...promise } = ticket.promise
  const onSite = ticket.onSite.findLast(({ cycle }) => cycle === ticket.cycle)
  return {
    number: ticket.number,
    client: ticket.client,
    kind: ticket.kind,
    subject: cut(ticket.subject, subjectBytes),
    status: ticket.status,
    priority: ticket.priority,
    ...(severity === 'severe' && { severe: true }),
    ...(severity === undefined && { disputed: true }),
    team: ticket.team,
    ...(ticket.assignee && { assignee: { id: ticket.assignee.id, name: cut(ticket.assignee.name, nameBytes) } }),
    requester: cut(ticket.requester.name, nameBytes),
    ...(ticket.status === 'waiting' && { waitingOn: ticket.waiting.on }),
    ...(openContest(ticket) && { contested: true }),
    ...(ticket.contract.outcome === 'chosen' && {
      contract: { id: ticket.contract.contract, version: ticket.contract.version },
    }),
    ...(ticket.scope.outcome === 'out-of-scope' && { outOfScope: true }),
    ...(openQuote(ticket) && { quoted: true }),
    ...(onSite && { onSite: onSite.arrivedAt ? ('there' as const) : ('asked' as const) }),
    ...(ticket.lastWord && { lastWord: ticket.lastWord }),
    requestedAt: ticket.requestedAt,
    updatedAt: ticket.updatedAt,
    ...(ticket.status === 'closed' && { closedAt: ticket.closedAt }),
    // Only a running promise is drawn as a share of its target.
    promise: { ...promise, ...(targetMinutes && promise.state === 'running' && { targetMinutes }) },
  }
}

/** At most `bytes` of UTF-8, with an ellipsis where something is missing. */
function cut(text: string, bytes: number): string {
  if (utf8Length(text) <= bytes) return text
  let kept = ''
  let used = 3
  for (const letter of text) {
    used += utf8Length(letter)
    if (used > bytes) break
    kept += letter
  }
  return `${kept}…`
}

function utf8Length(text: string): number {
  let length = 0
  for (const letter of text) {
    const code = letter.codePointAt(0)!
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return length
}
