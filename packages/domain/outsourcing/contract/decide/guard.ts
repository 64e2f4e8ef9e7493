import { conflict, ok, type Result } from '../../../kernel/result.ts'
import { type Contract, type ContractCommand, contractMachine } from '../contract.ts'

type From<C extends ContractCommand> = Extract<(typeof contractMachine)[number], { command: C }>['from']

/** Refuses a command that the machine does not have in the contract's status; else narrows the state. */
export function allowed<C extends ContractCommand>(
  contract: Contract,
  command: C,
): Result<Extract<Contract, { status: From<C> }>> {
  if (contractMachine.some(step => step.from === contract.status && step.command === command))
    return ok(contract as Extract<Contract, { status: From<C> }>)
  return conflict('contract.wrong-state', `contract ${contract.terms.number} is ${contract.status}: ${command} is not possible`, {
    status: contract.status,
    command,
  })
}

/** What every event of a contract says of it. */
export const about = ({ id, client }: { id: string; client: string }) => ({ contract: id, client })
