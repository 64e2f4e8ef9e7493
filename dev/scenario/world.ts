import type { Api } from '@pactdesk/domain/kernel/client'
import type { Instant, Zone } from '@pactdesk/domain/kernel/time'
import type { Idp } from '../embedded/idp/api.ts'
import type { Host } from '../host/api.ts'
import type { Inputs } from './file.ts'
import type { Person } from './people.ts'

/** What the product calls the things of the file, kept while they are made. */
export type Names = {
  client: string
  /** Id of the technician who is sent. */
  technician: string
  contract: string
  /** Bill of the contract fee, and of the month's extras. */
  feeBill: string
  monthBill: string
  /** `T1` → `LANHAI-1`. */
  tickets: Map<string, string>
  /** `V1` → id of the visit; also a ticket's id → the visit that serves it. */
  visits: Map<string, string>
  /** Address of a source item → its name in the file: `2026-10~…` → `T1-travel`. */
  work: Map<string, string>
}

/** What the feed needs of a product: one in this process, or one in a process of its own. */
export type Stage = {
  host: Pick<Host, 'url' | 'clock' | 'drain' | 'snapshot'>
  idp: Pick<Idp, 'issuer' | 'findPerson' | 'addPerson' | 'mintAccessToken'>
  stripe: { deliverPending: () => Promise<unknown> }
  readonly secret: string
  /** How requests are sent; by default as they are. */
  fetch?: typeof fetch
}

/** A product that lives through the file: its people, and what they have made so far. */
export type World = {
  inputs: Inputs
  zone: Zone
  startedAt: Instant
  product: Stage
  as: Record<Person, Api>
  names: Names
  /** `POST /api/…`, the request sent last: where a step failed. */
  lastRequest: () => string
}

/** A name that a step before must have given; throws saying which step is missing. */
function known(names: Map<string, string>, id: string, what: string): string {
  const name = names.get(id)
  if (name === undefined) throw new Error(`${what} ${id} was not made`)
  return name
}

/** Path parameters of a ticket of the file. */
export const ticketParams = ({ names }: World, { id }: { id: string }) => ({
  client: names.client,
  ticket: known(names.tickets, id, 'ticket'),
})

/** Path parameters of the visit that is, or serves, a thing of the file. */
export const visitParams = ({ names }: World, { id }: { id: string }) => ({
  client: names.client,
  visit: known(names.visits, id, 'visit of'),
})
