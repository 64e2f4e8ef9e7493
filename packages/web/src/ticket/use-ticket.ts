import type { Answer, AnyRoute } from '@pactdesk/domain/kernel/client'
import { getQueue, listMyRequests, listMyTickets, listOpenTickets } from '@pactdesk/domain/service-desk/routes'
import { getTicket, getTimeline } from '@pactdesk/domain/service-support/incident/routes'
import { useApiMutation } from '../api/mutation.ts'
import { keyOf, queryClient, useApiQuery } from '../api/query.ts'

export type TicketRef = { client: string; ticket: string }

/** The client of a ticket is part of its number: `LANHAI-123`. */
export const ticketRef = (number: string): TicketRef => ({ client: number.slice(0, number.lastIndexOf('-')), ticket: number })

/** One ticket, asked again every few seconds while it is looked at: clocks of others' doing come along. */
export const useTicket = (ref: TicketRef, enabled = true) => useApiQuery(getTicket, { params: ref }, { live: true, enabled })

const lists: readonly AnyRoute[] = [getTimeline, getQueue, listMyTickets, listOpenTickets, listMyRequests]

/** A command on a ticket: its answer is the ticket as it is then, shown at once; lists and story are asked again. */
export function useTicketCommand<R extends AnyRoute>(route: R, ref: TicketRef, onDone?: (answer: Answer<R>) => void) {
  return useApiMutation(route, {
    refreshes: lists,
    onDone: answer => {
      queryClient.setQueryData(keyOf(getTicket, { params: ref }), answer)
      onDone?.(answer)
    },
  })
}
