import { defineAggregate } from '../../kernel/aggregate.ts'
import { conflict, ok, type Result } from '../../kernel/result.ts'
import { shortName } from '../words.ts'
import type { Client, ClientProfile } from './client.ts'
import { type ClientEvent, clientEvents } from './events.ts'

export const clientMachine = [
  { from: 'active', command: 'end', to: 'ended' },
  { from: 'ended', command: 'reactivate', to: 'active' },
] as const

export const clientAggregate = defineAggregate<Client, ClientEvent>({
  type: 'client',
  module: 'tenancy',
  key: 'CLIENT',
  scope: 'client',
  sv: 1,
  upcasts: [],
  events: clientEvents,
  evolve,
  project: client => ({
    row: { id: client.id, name: shortName(client.name), mark: client.mark, status: client.status },
    gsi1: { part: 'CLIENTS', sort: client.id },
  }),
})

function evolve(state: Client | undefined, event: ClientEvent): Client {
  switch (event.type) {
    case 'tenancy.client-created.v1':
      return { ...event.data.profile, id: event.data.client, status: 'active' }
    case 'tenancy.client-changed.v1':
      return { ...event.data.profile, id: event.data.client, status: state!.status }
    case 'tenancy.client-ended.v1':
      return { ...state!, status: 'ended' }
    case 'tenancy.client-reactivated.v1':
      return { ...state!, status: 'active' }
  }
}

export const createClient = (id: string, profile: ClientProfile): Result<ClientEvent[]> =>
  ok([clientEvents.clientCreated.of({ client: id, profile })])

export const changeClient = (client: Client, profile: ClientProfile): Result<ClientEvent[]> =>
  ok([clientEvents.clientChanged.of({ client: client.id, profile })])

/** An ended client keeps its records and its people's access to them; nothing new is raised for it. */
export function setClientStatus(client: Client, status: Client['status']): Result<ClientEvent[]> {
  if (client.status === status) return conflict('tenancy.client-status', `${client.id} is ${status} already`, { status })
  const definition = status === 'ended' ? clientEvents.clientEnded : clientEvents.clientReactivated
  return ok([definition.of({ client: client.id })])
}
