import * as desk from '@pactdesk/domain/service-support/incident/routes'
import type { Ticket } from '../file.ts'
import { instantAt } from '../local-time.ts'
import type { Step } from '../timeline.ts'
import { ticketParams as paramsOf, type World } from '../world.ts'
import { findingSteps, journeySteps } from './on-site.ts'
import { nameNewWork } from './work-names.ts'

/** Everything that happens to one ticket, from the request to the last restoration. */
export function ticketSteps(ticket: Ticket, zone: string): Step[] {
  const { id, remote, pauses } = ticket
  const step = (local: string, what: string, run: Step['run']): Step => ({
    at: instantAt(local, zone),
    what: `${id}: ${what}`,
    run,
  })
  return [
    step(ticket.requestedAt, 'request', world => request(world, ticket)),
    ...(ticket.quoteAcceptedAt ? quoteSteps(ticket, ticket.quoteAcceptedAt, step) : []),
    ...journeySteps(ticket, zone),
    ...remote.map(([from, to], at) => step(to, 'remote work', world => workRemotely(world, ticket, at, from, to))),
    ...pauses.flatMap(([from, to]) => [
      step(from, 'wait for the client', world => wait(world, ticket, from)),
      step(to, 'wait is over', world => resume(world, ticket, to)),
    ]),
    ...findingSteps(ticket, zone),
    step(ticket.restoredAt, 'restored', world => resolve(world, ticket, ticket.restoredAt)),
    ...(ticket.reopenedAt ? [step(ticket.reopenedAt, 'reopened', world => reopen(world, ticket, ticket.reopenedAt!))] : []),
    ...(ticket.restoredAgainAt
      ? [step(ticket.restoredAgainAt, 'restored again', world => resolve(world, ticket, ticket.restoredAgainAt!))]
      : []),
  ]
}

/** A person of the client asks in the portal and says how bad it is; the desk agrees. The guard is asked what kind of work it is. */
async function request(world: World, ticket: Ticket): Promise<void> {
  const { as, names, zone } = world
  const { client } = names
  const severity = { severity: ticket.severe ? ('severe' as const) : ('ordinary' as const), wholeNetworkDown: ticket.severe }
  const { number } = (
    await as.user.call(desk.openTicket, {
      params: { client },
      body: {
        subject: ticket.title,
        requestedAt: instantAt(ticket.requestedAt, zone),
        site: ticket.site,
        severity,
        onSite: ticket.onsite && !ticket.outOfScope,
        ...(ticket.outOfScope && { workType: await workTypeOf(world, ticket.title) }),
      },
    })
  ).value
  names.tickets.set(ticket.id, number)
  await as.desk.call(desk.stateTicketSeverity, { params: { client, ticket: number }, body: severity })
}

/** The kind of work outside the contract that the guard reads in the words; where it reads none, just that. */
async function workTypeOf({ as, names: { client } }: World, text: string) {
  const { value } = await as.user.call(desk.checkTicketScope, { params: { client }, query: { text } })
  return value.suggestions.find(({ scope }) => scope === 'out')?.workType ?? ('other-outside' as const)
}

/** Work outside the contract: offered by time and material as soon as it is asked for, and approved by the client's owner. */
function quoteSteps(ticket: Ticket, acceptedAt: string, step: (local: string, what: string, run: Step['run']) => Step): Step[] {
  return [
    step(ticket.requestedAt, 'quote', async world => {
      const params = paramsOf(world, ticket)
      const price = { mode: 'time-and-material' as const }
      const expiresAt = instantAt(`${world.inputs.contract.termLastDayInclusive}T23:59`, world.zone)
      await world.as.account.call(desk.askTicketQuote, { params, body: { text: ticket.title, price, expiresAt } })
    }),
    step(acceptedAt, 'quote accepted', async world => {
      const params = paramsOf(world, ticket)
      const { quotes } = (await world.as.owner.call(desk.getTicket, { params })).value
      const quote = quotes.find(({ state }) => state === 'asked')?.id
      if (!quote) throw new Error(`${ticket.id} has no open quote`)
      await world.as.owner.call(desk.acceptTicketQuote, { params: { ...params, quote }, body: {} })
    }),
  ]
}

/** A technician's entry of time. */
async function workRemotely(world: World, ticket: Ticket, at: number, from: string, to: string): Promise<void> {
  const body = { kind: 'remote' as const, from: instantAt(from, world.zone), to: instantAt(to, world.zone) }
  await world.as.technician.call(desk.logTicketWork, { params: paramsOf(world, ticket), body })
  await nameNewWork(world, { remote: `${ticket.id}-remote${at + 1}` }, item => item.ticket === paramsOf(world, ticket).ticket)
}

async function wait(world: World, ticket: Ticket, from: string): Promise<void> {
  const body = { on: 'client' as const, reason: 'waiting for the client', at: instantAt(from, world.zone) }
  await world.as.technician.call(desk.waitTicket, { params: paramsOf(world, ticket), body })
}

async function resume(world: World, ticket: Ticket, to: string): Promise<void> {
  await world.as.technician.call(desk.resumeTicket, { params: paramsOf(world, ticket), body: { at: instantAt(to, world.zone) } })
}

async function resolve(world: World, ticket: Ticket, local: string): Promise<void> {
  const restoredAt = instantAt(local, world.zone)
  await world.as.technician.call(desk.resolveTicket, { params: paramsOf(world, ticket), body: { restoredAt } })
}

/** The client's person: it broke again. */
async function reopen(world: World, ticket: Ticket, local: string): Promise<void> {
  const at = instantAt(local, world.zone)
  await world.as.user.call(desk.reopenTicket, { params: paramsOf(world, ticket), body: { at } })
}
