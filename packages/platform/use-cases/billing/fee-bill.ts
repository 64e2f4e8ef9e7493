import { unwrap } from '@pactdesk/domain/kernel/result'
import { addDays } from '@pactdesk/domain/kernel/time'
import { billAggregate } from '@pactdesk/domain/outsourcing/billing/bill/aggregate'
import { type AgreedFee, planFeeBill } from '@pactdesk/domain/outsourcing/billing/fee-bill'
import { cumulativeShare } from '@pactdesk/domain/outsourcing/billing/proration'
import {
  type BindingContract,
  completeStep,
  contractAggregate,
  contractDueDate,
  contractEvents,
  contractTotal,
  isBinding,
} from '@pactdesk/domain/outsourcing/contract/index'
import { openingEntry } from '@pactdesk/domain/service-delivery/financial/opening'
import { recognisedThrough } from '@pactdesk/domain/service-delivery/financial/recognition'
import { react } from '../../events/consumer.ts'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { post } from '../financial/journal-record.ts'
import { putLines } from './bill-lines.ts'
import { draft, issue } from './issue.ts'

export const agreedFees = (contract: BindingContract): AgreedFee[] =>
  contract.terms.feeLines.map(({ line, item, quantity, unitGross, gross, taxRate }) => ({
    line,
    item,
    grossMinor: gross.minor,
    taxRate,
    ...(quantity !== undefined && { quantity }),
    ...(unitGross && { unitMinor: unitGross.minor }),
  }))

const headOf = ({ id, terms, version }: BindingContract) => ({ id, number: terms.number, version })

/** The whole fee, taxed: what the term's revenue is recognised from. */
export const feeTotals = (contract: BindingContract) => planFeeBill({ contract: headOf(contract), fees: agreedFees(contract) })

export const feeBillId = (contract: string, no: number) => `fee-${contract}-${no}`.slice(0, 64)

/**
 * Clause 1(3): the second signature issues the bill of the fee, due by its rule. A redelivered event finds the bill there. For a
 * contract recorded from paper, what was billed before is taken over: what is still open as an opening bill, the unearned fee as
 * contract liability.
 */
export const issueFee = react(contractEvents.activated, async ({ uow, event }) => {
  const { client, contract: id } = event.data
  const loaded = await uow.load(contractAggregate, { client, id })
  const contract = loaded.state
  if (!isBinding(contract)) return
  const [scheduled] = contract.schedule
  let note: string | undefined
  if (scheduled) {
    note = feeBillId(id, scheduled.no)
    if (!(await uow.find(billAggregate, { client, id: note }))) {
      const plan = planFeeBill({ contract: headOf(contract), fees: agreedFees(contract), grossMinor: scheduled.gross.minor })
      await issueBill(uow, contract, note, plan, { issuedOn: scheduled.invoiceOn, due: scheduled.due })
    }
  }
  if (contract.opening) await takeOver(uow, contract)
  const steps = [
    ...unwrap(completeStep(contract, 'billing-schedule', 'done', `${contract.schedule.length}`)),
    ...unwrap(completeStep(contract, 'bill', note || contract.opening ? 'done' : 'skipped', note)),
  ]
  uow.append(loaded, steps)
})

async function issueBill(
  uow: UnitOfWork,
  contract: BindingContract,
  id: string,
  plan: ReturnType<typeof planFeeBill>,
  when: Omit<Parameters<typeof issue>[2], 'lines'>,
): Promise<void> {
  const { client, terms, version } = contract
  const said = { id, client, kind: 'fee' as const, contract: contract.id, contractVersion: version, currency: terms.currency }
  const drafted = draft(uow, said, plan)
  putLines(uow, client, id, plan.lines)
  await issue(uow, drafted, { ...when, lines: plan.lines })
}

async function takeOver(uow: UnitOfWork, contract: BindingContract): Promise<void> {
  const { client, id, terms, opening, signedOn } = contract
  if (!opening) return
  const open = opening.billed.minor - opening.paid.minor
  if (open > 0) {
    const plan = planFeeBill({ contract: headOf(contract), fees: agreedFees(contract), grossMinor: open })
    const number = opening.lastInvoiceNumber ?? terms.number
    const due = contractDueDate(terms, signedOn)
    await issueBill(uow, contract, feeBillId(id, 0), plan, { issuedOn: signedOn, due, opening: { number } })
  }
  const { netMinor } = feeTotals(contract)
  const billedNet = cumulativeShare(netMinor, 0, opening.billed.minor, contractTotal(terms).minor)
  const earned = recognisedThrough({ netMinor, term: terms.term }, addDays(opening.recognisedUntil, -1))
  const source = { kind: 'opening' as const, id, label: terms.number }
  const head = { id: `opening-${client}-${id}`, date: opening.recognisedUntil, currency: terms.currency, client, source }
  const liability = billedNet - earned
  if (open !== 0 || liability !== 0) post(uow, openingEntry(head, { receivableMinor: open, contractLiabilityMinor: liability }))
}
