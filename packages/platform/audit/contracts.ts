import { type Contract, contractEvents, isBinding, registered } from '@pactdesk/domain/outsourcing/contract/index'
import { canonical } from '../run/canonical.ts'
import { contractNumber } from '../use-cases/contract/records.ts'
import { type Check, check } from './check.ts'
import { indexed, type Table } from './table.ts'

/** The records beside contracts, by which they are chosen and pinned, say what the contracts say. */
export function contractChecks(table: Table): Check[] {
  const contracts = table.of<Contract>('contract')
  const binding = contracts.filter(({ value }) => isBinding(value))
  return [
    check(
      "a client's register holds its contracts in force",
      found => {
        const registers = indexed(
          table.of<{ contracts: { contract: string }[] }>('contract-register'),
          ({ provider, client }) => `${provider} ${client}`,
        )
        const byClient = Map.groupBy(binding, ({ provider, client }) => `${provider} ${client}`)
        for (const key of new Set([...registers.keys(), ...byClient.keys()])) {
          const sorted = (list: readonly { contract: string }[]) =>
            canonical(list.toSorted((a, b) => (a.contract < b.contract ? -1 : 1)))
          const wanted = (byClient.get(key) ?? []).map(({ value }) => registered(value))
          if (sorted(registers.get(key)?.value.contracts ?? []) !== sorted(wanted))
            found(`${key}: the register differs from the contracts`)
        }
        return byClient.size
      },
      [contractEvents.activated],
    ),
    check(
      'every version in force is kept as it was signed',
      found => {
        const versions = table.of<{ version: number; terms: unknown }>('contract-version')
        const kept = indexed(versions, ({ pk, value }) => `${pk} ${value.version}`)
        for (const { pk, value } of binding) {
          const version = kept.get(`${pk} ${value.version}`)
          if (!version) found(`${pk}: version ${value.version} is not kept`)
          else if (canonical(version.value.terms) !== canonical(value.terms))
            found(`${pk}: version ${value.version} has other terms`)
        }
        const known = new Set(binding.map(({ pk }) => pk))
        for (const { pk, sk } of versions) if (!known.has(pk)) found(`${pk} ${sk}: a version of no contract in force`)
        return binding.length
      },
      [contractEvents.activated],
    ),
    check(
      'a contract number is held by its contract',
      found => {
        const numbered = contracts.filter(({ value }) => value.status !== 'discarded')
        const guards = indexed(table.of<{ contract: string; client: string }>('contract-number'), ({ pk }) => pk)
        for (const { provider, client, value } of numbered) {
          const pk = `P#${provider}#${contractNumber.key(value.terms.number).part}`
          const guard = guards.get(pk)?.value
          guards.delete(pk)
          if (guard?.contract !== value.id || guard.client !== client)
            found(
              `number ${value.terms.number} is ${guard ? `held by ${guard.contract}` : 'free'}, but contract ${value.id} has it`,
            )
        }
        for (const [pk, { value }] of guards) found(`${pk} is held for ${value.contract}, which does not have it`)
        return numbered.length
      },
      [contractEvents.drafted, contractEvents.activated],
    ),
  ]
}
