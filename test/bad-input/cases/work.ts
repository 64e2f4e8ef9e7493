import {
  beginVisit,
  dispatchVisit,
  finishVisit,
  moveVisit,
  scheduleVisit,
  signVisit,
  startTravel,
} from '@pactdesk/domain/outsourcing/field-service/routes'
import {
  acceptTicketQuote,
  assignTicket,
  chooseTicketContract,
  closeTicket,
  confirmTicket,
  explainTicketClock,
  recordTicketArrival,
  reopenTicket,
  resolveTicket,
  stateTicketSeverity,
  waitTicket,
} from '@pactdesk/domain/service-support/incident/routes'
import type { Case } from '../case.ts'
import { ask } from '../request.ts'

/** Tickets and visits asked for what they are not ready for. */
export const work: readonly Case[] = [
  {
    what: 'a ticket that is not there',
    request: ({ client }) => ask(resolveTicket, {}, { params: { client, ticket: 'HEXI-999' } }),
    status: 404,
    code: 'incident.not-found',
  },
  {
    what: "another client's ticket",
    request: ({ client }) => ask(resolveTicket, {}, { params: { client, ticket: 'YUAN-1' } }),
    status: 404,
    code: 'incident.not-found',
  },
  {
    what: 'a new ticket reopened',
    request: ({ client, ticket }) => ask(reopenTicket, {}, { params: { client, ticket } }),
    status: 409,
    code: 'incident.wrong-state',
  },
  {
    what: 'a new ticket confirmed',
    request: ({ client, ticket }) => ask(confirmTicket, {}, { params: { client, ticket }, who: 'owner' }),
    status: 409,
    code: 'incident.wrong-state',
  },
  {
    what: 'a ticket closed by a user',
    request: ({ client, ticket }) => ask(closeTicket, {}, { params: { client, ticket }, who: 'user' }),
    status: 403,
    code: 'tenancy.role',
  },
  {
    what: 'a ticket restored tomorrow',
    request: ({ client, ticket }) => ask(resolveTicket, { restoredAt: '2027-04-09T00:00:00Z' }, { params: { client, ticket } }),
    status: 422,
    code: 'incident.future',
  },
  {
    what: 'a ticket restored before it was asked for',
    request: ({ client, ticket }) => ask(resolveTicket, { restoredAt: '2027-01-01T00:00:00Z' }, { params: { client, ticket } }),
    status: 422,
    code: 'incident.before-request',
  },
  {
    what: 'a wait for the weather',
    request: ({ client, ticket }) => ask(waitTicket, { on: 'weather', reason: 'x' }, { params: { client, ticket } }),
    status: 422,
    code: 'http.bad-body',
    field: 'on',
  },
  {
    what: 'a wait without a reason',
    request: ({ client, ticket }) => ask(waitTicket, { on: 'client', reason: '' }, { params: { client, ticket } }),
    status: 422,
    code: 'http.bad-body',
    field: 'reason',
  },
  {
    what: 'nobody assigned to nothing',
    request: ({ client, ticket }) => ask(assignTicket, {}, { params: { client, ticket } }),
    status: 422,
    code: 'http.bad-body',
  },
  {
    what: 'a severe fault with the network up',
    request: ({ client, ticket }) =>
      ask(stateTicketSeverity, { severity: 'severe', wholeNetworkDown: false }, { params: { client, ticket } }),
    status: 422,
    code: 'incident.severe-without-basis',
  },
  {
    what: 'an arrival nobody asked for',
    request: ({ client, ticket }) => ask(recordTicketArrival, {}, { params: { client, ticket } }),
    status: 409,
    code: 'incident.no-on-site-request',
  },
  {
    what: 'a contract that is not there',
    request: ({ client, ticket }) => ask(chooseTicketContract, { contract: 'nothing' }, { params: { client, ticket } }),
    status: 404,
    code: 'contract.not-found',
  },
  {
    what: 'a quote that was never asked',
    request: ({ client, ticket }) => ask(acceptTicketQuote, {}, { params: { client, ticket, quote: 'q9' }, who: 'owner' }),
    status: 422,
    code: 'incident.no-quote',
  },
  {
    what: 'a quote accepted by a user',
    request: ({ client, ticket }) => ask(acceptTicketQuote, {}, { params: { client, ticket, quote: 'q9' }, who: 'user' }),
    status: 403,
    code: 'tenancy.role',
  },
  {
    what: 'a clock that is not there explained',
    request: ({ client, ticket }) => ask(explainTicketClock, undefined, { params: { client, ticket, clock: 'lunch' } }),
    status: 404,
    code: 'clock.not-found',
  },
  {
    what: 'a visit for no ticket',
    request: ({ client }) => ask(dispatchVisit, { site: 'HQ', tickets: [] }, { params: { client } }),
    status: 422,
    code: 'http.bad-body',
    field: 'tickets',
  },
  {
    what: 'a visit for a ticket that is not there',
    request: ({ client }) => ask(dispatchVisit, { site: 'HQ', tickets: ['HEXI-999'] }, { params: { client } }),
    status: 404,
    code: 'incident.not-found',
  },
  {
    what: 'a visit to a site that is not there',
    request: ({ client, ticket }) => ask(dispatchVisit, { site: 'MOON', tickets: [ticket] }, { params: { client } }),
    status: 404,
    code: 'tenancy.not-found',
  },
  {
    what: 'a visit by nobody of the team',
    request: ({ client, ticket }) =>
      ask(dispatchVisit, { site: 'HQ', tickets: [ticket], technician: 'ghost' }, { params: { client } }),
    status: 422,
    code: 'field-service.technician',
  },
  {
    what: 'a visit for a closed ticket',
    request: ({ client, closedTicket }) => ask(dispatchVisit, { site: 'HQ', tickets: [closedTicket] }, { params: { client } }),
    status: 409,
    code: 'field-service.ticket-closed',
  },
  {
    what: 'a window that ends before it begins',
    request: ({ client, ticket }) =>
      ask(
        dispatchVisit,
        {
          site: 'HQ',
          tickets: [ticket],
          technician: 'technician',
          window: { from: '2027-04-02T04:00:00Z', to: '2027-04-02T03:00:00Z' },
        },
        { params: { client } },
      ),
    status: 422,
    code: 'field-service.window',
  },
  {
    what: 'a finished visit set off for',
    request: ({ client, visit }) => ask(startTravel, {}, { params: { client, visit }, who: 'technician' }),
    status: 409,
    code: 'field-service.wrong-state',
  },
  {
    what: 'a finished visit begun',
    request: ({ client, visit }) => ask(beginVisit, {}, { params: { client, visit }, who: 'technician' }),
    status: 409,
    code: 'field-service.wrong-state',
  },
  {
    what: 'a finished visit finished',
    request: ({ client, visit }) => ask(finishVisit, {}, { params: { client, visit }, who: 'technician' }),
    status: 409,
    code: 'field-service.wrong-state',
  },
  {
    what: 'a finished visit moved',
    request: ({ client, visit }) =>
      ask(moveVisit, { date: '2027-04-20', asked: 'client', note: 'x' }, { params: { client, visit } }),
    status: 409,
    code: 'field-service.wrong-state',
  },
  {
    what: 'a visit scheduled on 31 April',
    request: ({ client, visit }) =>
      ask(scheduleVisit, { technician: 'technician', date: '2027-04-31' }, { params: { client, visit } }),
    status: 422,
    code: 'http.bad-body',
    field: 'date',
  },
  {
    what: 'a signed visit signed again',
    request: ({ client, visit }) => ask(signVisit, { how: 'portal', name: 'Lin' }, { params: { client, visit }, who: 'owner' }),
    status: 409,
    code: 'field-service.wrong-state',
  },
  {
    what: 'a visit signed by staff in the portal',
    request: ({ client, visit }) =>
      ask(signVisit, { how: 'portal', name: 'Lin' }, { params: { client, visit }, who: 'technician' }),
    status: 422,
    code: 'field-service.sign-how',
  },
  {
    what: 'a visit signed by a user who may not',
    request: ({ client, visit }) => ask(signVisit, { how: 'portal', name: 'Lin' }, { params: { client, visit }, who: 'user' }),
    status: 403,
    code: 'tenancy.role',
  },
  {
    what: "another company's visit signed",
    request: ({ visit, other }) =>
      ask(signVisit, { how: 'portal', name: 'Lin' }, { params: { client: other.client, visit }, who: 'owner' }),
    status: 404,
    code: 'tenancy.not-found',
  },
  {
    what: 'a visit signed with strokes that are not there',
    request: ({ client, visit }) =>
      ask(signVisit, { how: 'on-device', name: 'Lin', strokes: 'nothing' }, { params: { client, visit }, who: 'technician' }),
    status: 404,
    code: 'tenancy.no-file',
  },
]
