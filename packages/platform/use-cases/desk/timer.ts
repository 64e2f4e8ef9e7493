import { advance, ticketAggregate } from '@pactdesk/domain/service-support/incident/index'
import { timer } from '../../run/tick.ts'
import { policyFor } from './answer.ts'

/** Warnings, breaches, clocks that join at closing, quotes that expire, tickets that close: each as of its own instant. */
export const ticketTimer = timer(ticketAggregate, async (loaded, to, uow) => {
  let ticket = loaded
  for (const { at, event } of advance(loaded.state, to, await policyFor(uow, loaded.state)))
    ticket = uow.append(ticket, [event], at)
})
