import * as visits from '@pactdesk/domain/outsourcing/field-service/routes'
import * as desk from '@pactdesk/domain/service-support/incident/routes'
import type { Ticket } from '../file.ts'
import { instantAt } from '../local-time.ts'
import type { Step } from '../timeline.ts'
import { ticketParams, visitParams, type World } from '../world.ts'
import { uploadReceipt } from './files.ts'
import { finishAndSign } from './visit-end.ts'
import { nameNewWork } from './work-names.ts'

/** The way to a ticket: somebody is sent, sets off and arrives. */
export function journeySteps(ticket: Ticket, zone: string): Step[] {
  const { id, travelFrom, arrivedAt } = ticket
  if (!arrivedAt) return []
  const begins = instantAt(arrivedAt, zone)
  const setOff = async (world: World) => {
    await dispatch(world, ticket)
    if (!travelFrom) return
    const body = { at: instantAt(travelFrom, zone) }
    await world.as.technician.call(visits.startTravel, { params: visitParams(world, ticket), body })
  }
  const arrive = async (world: World) => {
    const body = { how: 'typed' as const, at: begins, place: ticket.site, reason: 'no position of the phone', begin: true }
    await world.as.technician.call(visits.arriveAtVisit, { params: visitParams(world, ticket), body })
  }
  return [
    { at: travelFrom ? instantAt(travelFrom, zone) : begins, what: `${id}: sets off`, run: setOff },
    { at: begins, what: `${id}: arrives`, run: arrive },
  ]
}

async function dispatch(world: World, ticket: Ticket): Promise<void> {
  const { technician } = world.names
  const { client, ticket: number } = ticketParams(world, ticket)
  const body = { site: ticket.site, tickets: [number], technician }
  const { id } = (await world.as.desk.call(visits.dispatchVisit, { params: { client }, body })).value
  world.names.visits.set(ticket.id, id)
}

/** What was found and fitted is written down when the service is restored; then the visit ends and the client signs. */
export function findingSteps(ticket: Ticket, zone: string): Step[] {
  const at = instantAt(ticket.restoredAt, zone)
  const { id, causeClientDutyBreach: clause } = ticket
  return [
    ...(clause
      ? [{ at, what: `${id}: breach of ${clause}`, run: (world: World) => recordBreach(world, ticket, clause, at) }]
      : []),
    ...ticket.parts.map(part => ({ at, what: `${id}: part ${part.id}`, run: (world: World) => fit(world, ticket, part, at) })),
    ...(ticket.arrivedAt ? [{ at, what: `${id}: visit ends`, run: (world: World) => leave(world, ticket, at) }] : []),
  ]
}

async function recordBreach(world: World, ticket: Ticket, clause: string, at: string): Promise<void> {
  const body = { clause, note: ticket.title, at }
  await world.as.technician.call(desk.recordDutyBreach, { params: ticketParams(world, ticket), body })
}

/** A part at its purchase cost, proven by the supplier's receipt. */
async function fit(world: World, ticket: Ticket, part: Ticket['parts'][number], at: string): Promise<void> {
  const receipt = await uploadReceipt(world, 'technician', part.id)
  const unitCost = { currency: world.inputs.contract.currency, minor: part.unitCostGrossFen }
  const body = { name: part.name, quantity: part.qty, unitCost, receipt, at }
  const { technician } = world.as
  if (ticket.arrivedAt) await technician.call(visits.addVisitPart, { params: visitParams(world, ticket), body })
  else await technician.call(desk.addTicketPart, { params: ticketParams(world, ticket), body })
}

async function leave(world: World, ticket: Ticket, at: string): Promise<void> {
  await finishAndSign(world, visitParams(world, ticket), at)
  const { ticket: number } = ticketParams(world, ticket)
  const names = { travel: `${ticket.id}-travel`, onsite: `${ticket.id}-work` }
  await nameNewWork(world, names, item => item.ticket === number)
}
