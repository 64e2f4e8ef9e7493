import * as visits from '@pactdesk/domain/outsourcing/field-service/routes'
import * as tickets from '@pactdesk/domain/service-support/incident/routes'
import { client, type Story } from './cast.ts'

/** A technician goes to the site for a ticket, works an hour, and the client signs. */
export async function visitSite({ product, measured, staff, owner }: Story, ticket: string): Promise<void> {
  const order = { site: 'HQ', tickets: [ticket] }
  const dispatch = () => staff.call(visits.dispatchVisit, { params: { client }, body: order })
  const params = { client, visit: (await measured('dispatch-visit', dispatch)).value.id }
  await measured('set-off', () => staff.call(visits.startTravel, { params, body: {} }))
  product.at('2026-10-08T03:00:00Z')
  const arrival = { how: 'typed' as const, place: 'HQ', reason: 'no position', begin: true }
  await measured('arrive', () => staff.call(visits.arriveAtVisit, { params, body: arrival }))
  product.at('2026-10-08T04:00:00Z')
  await measured('finish-visit', () => staff.call(visits.finishVisit, { params, body: {} }))
  await measured('sign-visit', () => owner.call(visits.signVisit, { params, body: { how: 'portal', name: 'Wang' } }))
  await measured('visits-of-week', () => staff.call(visits.listVisits, { query: { week: '2026-W41' } }))
  await measured('visits-of-client', () => owner.call(visits.listClientVisits, { params: { client } }))
  await staff.call(tickets.resolveTicket, { params: { client, ticket }, body: {} })
  await product.drain()
}
