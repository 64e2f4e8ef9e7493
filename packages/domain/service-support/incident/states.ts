import * as z from 'zod'

export const ticketStatuses = ['new', 'in-progress', 'waiting', 'resolved', 'closed'] as const
export const TicketStatus = z.enum(ticketStatuses).meta({ id: 'TicketStatus' })
export type TicketStatus = z.infer<typeof TicketStatus>

/**
 * Which command leads from which state to which; API, buttons and documentation derive from it. `wait` from `waiting` changes
 * for whom it waits; `auto-close` is a timer; `close` without a resolution is a request withdrawn or given up.
 */
export const ticketTransitions = [
  { command: 'start', from: ['new', 'in-progress'], to: 'in-progress' },
  { command: 'wait', from: ['new', 'in-progress', 'waiting'], to: 'waiting' },
  { command: 'resume', from: ['waiting'], to: 'in-progress' },
  { command: 'resolve', from: ['new', 'in-progress', 'waiting'], to: 'resolved' },
  { command: 'confirm', from: ['resolved'], to: 'closed' },
  { command: 'auto-close', from: ['resolved'], to: 'closed' },
  { command: 'close', from: ['new', 'in-progress', 'waiting', 'resolved'], to: 'closed' },
  { command: 'reopen', from: ['resolved', 'closed'], to: 'in-progress' },
] as const satisfies readonly { command: string; from: readonly TicketStatus[]; to: TicketStatus }[]
export type TicketTransition = (typeof ticketTransitions)[number]['command']

export const mayGo = (from: TicketStatus, command: TicketTransition): boolean =>
  ticketTransitions.some(row => row.command === command && (row.from as readonly TicketStatus[]).includes(from))

/**
 * The commands that lead from one state to another, for histories kept elsewhere; every pair of states has such a path,
 * the same state an empty one.
 */
export function pathBetween(from: TicketStatus, to: TicketStatus): TicketTransition[] {
  if (from === to) return []
  const back: TicketTransition[] = from === 'resolved' || from === 'closed' ? ['reopen'] : []
  switch (to) {
    case 'new':
      return back
    case 'in-progress':
      return back.length > 0 ? back : from === 'waiting' ? ['resume'] : ['start']
    case 'waiting':
      return [...back, 'wait']
    case 'resolved':
      return from === 'closed' ? ['reopen', 'resolve'] : ['resolve']
    case 'closed':
      return ['close']
  }
}
