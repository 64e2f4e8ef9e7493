import { notFound, unwrap } from '@pactdesk/domain/kernel/result'
import {
  type Contract,
  type ContractChoice,
  type ContractTerms,
  chooseContract,
  contractAggregate,
  type RegisteredContract,
  registered,
} from '@pactdesk/domain/outsourcing/contract/index'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { contractRegister, contractVersion } from './records.ts'

/** A client's register as one command sees it: what it was decided on is what must still hold when it commits. */
export type Register = { contracts: readonly RegisteredContract[]; enter: (contract: Contract) => void }

/**
 * Reads the register once, strongly. `enter` adds a contract, or what changed about it, under the version that was read: whoever
 * wrote the register meanwhile makes the whole command start anew, with its checks.
 */
export async function openRegister(uow: UnitOfWork, client: string): Promise<Register> {
  const found = await uow.getRecord(contractRegister, client)
  const contracts = found?.value.contracts ?? []
  return {
    contracts,
    enter: contract => {
      const others = contracts.filter(known => known.contract !== contract.id)
      const entered = [...others, registered(contract)].sort((a, b) => (a.term.from < b.term.from ? -1 : 1))
      uow.putRecord(contractRegister, client, { contracts: entered }, found ? { version: found.version } : 'absent')
    },
  }
}

/** The client's contracts in force, for those who only read. */
export const contractsInForce = async (uow: UnitOfWork, client: string): Promise<readonly RegisteredContract[]> =>
  (await openRegister(uow, client)).contracts

/** Which contract applies at a moment to a site, with its reason; ambiguity and absence go to a queue. */
export const contractFor = async (uow: UnitOfWork, client: string, at: string, site?: string): Promise<ContractChoice> =>
  chooseContract(await contractsInForce(uow, client), at, site)

/** Keeps the version that has come into force, for those who pin it. */
export const keepVersion = (uow: UnitOfWork, { id, client, version, terms }: Contract): void =>
  uow.putRecord(contractVersion, { client, contract: id, version }, { version, terms, from: terms.term.from }, 'absent')

/** The terms of a pinned version; of one that is not in force yet, the contract's own. */
export async function termsOfVersion(
  uow: UnitOfWork,
  client: string,
  pinned: { contract: string; version: number },
): Promise<ContractTerms> {
  const kept = await uow.getRecord(contractVersion, { client, ...pinned })
  if (kept) return kept.value.terms
  const { state } = await uow.load(contractAggregate, { client, id: pinned.contract })
  if (state.version === pinned.version) return state.terms
  return unwrap(notFound('contract.no-version', `contract ${pinned.contract} has no version ${pinned.version}`))
}
