import type { Env } from '../../../kernel/aggregate.ts'
import type { FileRef } from '../../../kernel/ids.ts'
import { invalid, ok, type Result } from '../../../kernel/result.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import type { OpeningState } from '../contract.ts'
import { contractTotal } from '../coverage.ts'
import type { ContractEvent } from '../events.ts'
import type { Signature } from '../signature.ts'
import type { ContractTerms } from '../terms.ts'
import { activate } from './activate.ts'
import { type DraftCommand, draftContract } from './draft.ts'
import { notInFuture } from './sign.ts'

export type RecordCommand = DraftCommand & {
  providerOn: LocalDate
  clientOn: LocalDate
  scan?: FileRef
  opening: OpeningState
}

/** A contract that was signed on paper before the product knew it. Its term may lie in the past, wholly or in part. */
export function recordPaper(command: RecordCommand, env: Env): Result<ContractEvent[]> {
  const drafted = draftContract(command)
  if (!drafted.ok) return drafted
  const dates = notInFuture(command, [command.providerOn, command.clientOn], env)
  if (!dates.ok) return dates
  const opening = checkOpening(command.terms, command.opening)
  if (!opening.ok) return opening
  const paper = (on: LocalDate): Signature => ({ by: 'paper', on, ...(command.scan && { scan: command.scan }) })
  const contract = { id: command.id, client: command.client, terms: command.terms, version: 1 }
  const signatures = { provider: paper(command.providerOn), client: paper(command.clientOn) }
  return ok([...drafted.value, ...activate(contract, signatures, 'recorded', env, command.opening)])
}

function checkOpening(terms: ContractTerms, { billed, paid, recognisedUntil }: OpeningState): Result<void> {
  const total = contractTotal(terms)
  const wrong = [billed, paid].find(({ currency }) => currency !== terms.currency)
  if (wrong) return invalid('contract.wrong-currency', `opening: ${wrong.currency} in a contract in ${terms.currency}`)
  if (billed.minor < 0 || paid.minor < 0) return invalid('contract.negative-amount', 'opening: an amount is negative')
  if (billed.minor > total.minor)
    return invalid('contract.opening', `billed ${billed.minor} is over the contract total ${total.minor}`, { total })
  if (paid.minor > billed.minor) return invalid('contract.opening', `paid ${paid.minor} is over what was billed, ${billed.minor}`)
  if (recognisedUntil < terms.term.from || recognisedUntil > terms.term.to)
    return invalid('contract.opening', `${recognisedUntil} lies outside the term`)
  return ok(undefined)
}
