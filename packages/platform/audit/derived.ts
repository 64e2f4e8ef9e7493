import { type Contract, isBinding, registered } from '@pactdesk/domain/outsourcing/contract/index'
import type { Client, Membership, Provider } from '@pactdesk/domain/tenancy/index'
import { subjectKey } from '../identity/directory.ts'
import { canonical } from '../run/canonical.ts'
import { contractRegister } from '../use-cases/contract/records.ts'
import type { StoredItem } from './check.ts'
import { accessOf, type Member, membersOf, rights } from './people.ts'
import type { Repair } from './rebuild.ts'
import { indexed, type Table } from './table.ts'

/** Each client's register of contracts in force, as its contracts say. */
export function registerRepairs(table: Table): Repair[] {
  const kept = indexed(table.of<{ contracts: unknown }>('contract-register'), ({ pk }) => pk)
  const binding = table.of<Contract>('contract').filter(({ value }) => isBinding(value))
  const clients = Map.groupBy(binding, ({ provider, client }) => `P#${provider}#C#${client}#${contractRegister.key(client).part}`)
  return [...new Set([...kept.keys(), ...clients.keys()])].flatMap(pk => {
    const contracts = (clients.get(pk) ?? [])
      .map(({ value }) => registered(value))
      .sort((a, b) => (a.term.from < b.term.from ? -1 : 1))
    const item = kept.get(pk)?.item
    if (item && inOrder((item.data as Register).contracts) === inOrder(contracts)) return []
    const { type: t, sv } = contractRegister
    return [{ item: { ...item, pk, sk: '#', t, sv, v: item?.v ?? 1, data: { contracts } }, was: item?.v }]
  })
}

type Register = { contracts: readonly { contract: string }[] }

/** The order of a register has no meaning. */
const inOrder = (contracts: Register['contracts']) => canonical(contracts.toSorted((a, b) => (a.contract < b.contract ? -1 : 1)))

type Entry = Membership & { personName: string; providerName: unknown; clientName?: unknown }

/** The directory lets in exactly those who have access; one who has none any more is kept as revoked. */
export function directoryRepairs(table: Table): Repair[] {
  const entries = indexed(table.of<Entry>('membership'), ({ pk, sk }) => `${pk} ${sk}`)
  const repairs: Repair[] = []
  for (const member of membersOf(table)) {
    const wanted = accessOf(member)
    const [pk, sk] = [subjectKey(wanted.issuer, wanted.subject), wanted.workspace]
    const held = entries.get(`${pk} ${sk}`)
    entries.delete(`${pk} ${sk}`)
    if (held?.value.status === 'active' && rights(held.value) === rights(wanted)) continue
    repairs.push(repair(held?.item, { pk, sk }, { ...wanted, ...namesOf(table, member) }))
  }
  for (const { item, value } of entries.values())
    if (value.status === 'active') repairs.push(repair(item, item, { ...value, status: 'revoked', roles: [] }))
  return repairs
}

const repair = (item: StoredItem | undefined, { pk, sk }: { pk: string; sk: string }, data: Entry): Repair => ({
  item: { ...item, pk, sk, t: 'membership', sv: 1, v: item?.v ?? 1, data },
  was: item?.v,
})

/** What a chooser of workspaces shows. */
function namesOf(table: Table, { provider, client, value }: Member): Pick<Entry, 'personName' | 'providerName' | 'clientName'> {
  const cards = table.of<{ id: string; name: { zh: string } }>(client ? 'contact-card' : 'staff-card')
  const card = cards.find(held => held.provider === provider && held.client === client && held.value.id === value.id)
  const company = table.of<Client>('client').find(held => held.provider === provider && held.client === client)
  return {
    personName: card?.value.name.zh ?? value.id,
    providerName: table.of<Provider>('provider').find(held => held.provider === provider)?.value.name,
    ...(client && { clientName: company?.value.name }),
  }
}
