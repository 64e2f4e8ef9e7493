import type { ClockView } from '@pactdesk/domain/service-support/incident/clock-view'
import type { TicketView } from '@pactdesk/domain/service-support/incident/views'

type Clock = Pick<ClockView, 'promise' | 'cycle' | 'stoppedAt'>

/**
 * The clocks that matter now, of all that count. Each promise counts its own cycles: somebody who is first asked to come after a
 * reopening starts the first cycle of arrival in the second of the ticket. So of each promise its last cycle is current if it is
 * the ticket's, still runs, or is the arrival that was asked for in this cycle.
 */
export function currentClocks<Each extends Clock>(
  ticket: Pick<TicketView, 'cycle' | 'onSite'> & { clocks: readonly Each[] },
): Each[] {
  const asked = ticket.onSite.some(({ cycle }) => cycle === ticket.cycle)
  const last = (promise: Each['promise']) =>
    Math.max(...ticket.clocks.filter(clock => clock.promise === promise).map(({ cycle }) => cycle))
  return ticket.clocks.filter(clock => {
    if (clock.promise === 'arrival' && !asked) return clock.stoppedAt === undefined && clock.cycle === last('arrival')
    if (clock.cycle === ticket.cycle) return true
    return clock.cycle === last(clock.promise) && (clock.stoppedAt === undefined || clock.promise === 'arrival')
  })
}
