import { defineAggregate } from '../../kernel/aggregate.ts'
import { addDays } from '../../kernel/time.ts'
import { type Contract, isBinding, servedUntil } from './contract.ts'
import { contractTotal } from './coverage.ts'
import { type ContractEvent, contractEvents } from './events.ts'
import { evolve } from './evolve.ts'
import { needOf, needRank } from './needs.ts'
import { timersOf } from './progress.ts'

/** What lists show of a contract. */
export const contractRow = (contract: Contract) => {
  const { terms } = contract
  return {
    id: contract.id,
    client: contract.client,
    clientName: terms.client.name.slice(0, 60),
    number: terms.number,
    template: terms.template.id,
    status: contract.status,
    version: contract.version,
    firstDay: terms.term.from,
    lastDay: addDays(servedUntil(contract), -1),
    total: contractTotal(terms),
    need: needOf(contract),
    ...(isBinding(contract) && { signedOn: contract.signedOn }),
  }
}

export const contractAggregate = defineAggregate<Contract, ContractEvent>({
  type: 'contract',
  module: 'contract',
  key: 'K',
  scope: 'client',
  sv: 1,
  upcasts: [],
  events: contractEvents,
  evolve,
  project: contract => {
    const { terms, id, client } = contract
    const timer = contract.status === 'active' ? timersOf(contract)[0] : undefined
    return {
      row: contractRow(contract),
      gsi1: { part: 'CONTRACTS', sort: `${needRank(contract)}#${servedUntil(contract)}#${client}#${id}` },
      gsi2: { part: 'K', sort: `${terms.term.from}#${id}` },
      ...(timer && { dueAt: timer.at }),
    }
  },
})
