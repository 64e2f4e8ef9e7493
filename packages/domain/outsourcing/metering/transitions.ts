import type { Actor } from '../../kernel/context.ts'
import { conflict, ok, type Result } from '../../kernel/result.ts'
import type { LocalDate } from '../../kernel/time.ts'
import type { Charge, ItemState, ItemStatus } from './item-state.ts'
import type { SourceItem } from './source-item.ts'

/** Which command leads from which state; documentation and buttons derive from it. */
export const itemTransitions = [
  { command: 'decide', from: ['waiting', 'covered', 'billable'], to: ['waiting', 'covered', 'billable'] },
  { command: 'claim', from: ['billable'], to: ['claimed'] },
  { command: 'release', from: ['claimed'], to: ['billable'] },
  { command: 'bill', from: ['claimed'], to: ['billed'] },
  { command: 'write-off', from: ['waiting', 'billable', 'disputed'], to: ['written-off'] },
  { command: 'dispute', from: ['billable'], to: ['disputed'] },
  { command: 'settle-dispute', from: ['disputed'], to: ['billable'] },
  { command: 'dispute-billed', from: ['billed'], to: ['disputed'] },
  { command: 'uphold', from: ['disputed'], to: ['billed'] },
  { command: 'credit-release', from: ['billed', 'disputed'], to: ['billable'] },
  { command: 'credit-write-off', from: ['billed', 'disputed'], to: ['written-off'] },
] as const satisfies readonly { command: string; from: readonly ItemStatus[]; to: readonly ItemStatus[] }[]
export type ItemCommand = (typeof itemTransitions)[number]['command']

/** What only its bill may do with an item, and what only a person may do with one that no bill holds. */
const ofBill: readonly ItemCommand[] = ['uphold', 'credit-release', 'credit-write-off']
const offBill: readonly ItemCommand[] = ['write-off', 'settle-dispute']

/** What a person, a draft or an issued bill may do with the item now. */
export function itemCommands(item: SourceItem): ItemCommand[] {
  const { state } = item
  const not = state.status !== 'disputed' ? [] : state.bill ? offBill : ofBill
  return itemTransitions
    .filter(row => (row.from as readonly ItemStatus[]).includes(state.status) && !not.includes(row.command))
    .map(row => row.command)
}

type Decision = { by: Actor; on: LocalDate; text: string }

/** A new judgement of coverage, for work that no bill holds: facts changed, such as a receipt or an accepted quote. */
export const decide = (item: SourceItem, state: ItemState): Result<SourceItem> =>
  allowed(item, 'decide') ?? ok({ ...item, state })

/** A draft bill takes the item; the same draft may take it twice, another may not. */
export function claim(item: SourceItem, invoice: string): Result<SourceItem> {
  const { state } = item
  if (state.status === 'claimed' && state.invoice === invoice) return ok(item)
  if (state.status !== 'billable') return refused(item, 'claim')
  return ok({ ...item, state: { status: 'claimed', invoice, ...chargeOf(state) } })
}

/** A discarded draft gives the item back. */
export function release(item: SourceItem, invoice: string): Result<SourceItem> {
  const { state } = item
  if (state.status !== 'claimed') return refused(item, 'release')
  if (state.invoice !== invoice) return conflict('metering.claimed-by-other', `${item.id} is claimed by ${state.invoice}`)
  return ok({ ...item, state: { status: 'billable', ...chargeOf(state) } })
}

/** The bill that claimed the item was issued under a number. */
export function bill(item: SourceItem, invoice: string, number: string): Result<SourceItem> {
  const { state } = item
  if (state.status === 'billed' && state.invoice === invoice) return ok(item)
  if (state.status !== 'claimed') return refused(item, 'bill')
  if (state.invoice !== invoice) return conflict('metering.claimed-by-other', `${item.id} is claimed by ${state.invoice}`)
  return ok({ ...item, state: { status: 'billed', invoice, number, ...chargeOf(state) } })
}

/** Given up by a person, with a reason; never by the system. */
export const writeOff = (item: SourceItem, decision: Decision): Result<SourceItem> =>
  allowed(item, 'write-off') ?? ok({ ...item, state: { status: 'written-off', ...decision } })

/** Held off the bill; a disputed item does not block the close. */
export function dispute(item: SourceItem, decision: Decision): Result<SourceItem> {
  const { state } = item
  if (state.status !== 'billable') return refused(item, 'dispute')
  return ok({ ...item, state: { status: 'disputed', ...decision, heldCharge: chargeOf(state) } })
}

/** The dispute ended for the provider: billable again, at the same rate. */
export function settleDispute(item: SourceItem): Result<SourceItem> {
  const { state } = item
  if (state.status !== 'disputed' || state.bill) return refused(item, 'settle-dispute')
  return ok({ ...item, state: { status: 'billable', ...state.heldCharge } })
}

/** The client contests the line of an issued bill that holds the item. */
export function disputeBilled(item: SourceItem, decision: Decision): Result<SourceItem> {
  const { state } = item
  if (state.status !== 'billed') return refused(item, 'dispute-billed')
  const { invoice, number } = state
  return ok({ ...item, state: { status: 'disputed', ...decision, heldCharge: chargeOf(state), bill: { invoice, number } } })
}

/** The line stands: the item is billed as before. */
export function uphold(item: SourceItem): Result<SourceItem> {
  const { state } = item
  if (state.status !== 'disputed' || !state.bill) return refused(item, 'uphold')
  return ok({ ...item, state: { status: 'billed', ...state.bill, ...state.heldCharge } })
}

/** A credit note took the line of the item: billable again at the same rate, or given up with the reason of the credit. */
export function credit(item: SourceItem, to: 'release' | { writtenOff: Decision }): Result<SourceItem> {
  const { state } = item
  const charge =
    state.status === 'billed' ? chargeOf(state) : state.status === 'disputed' && state.bill ? state.heldCharge : undefined
  if (!charge) return refused(item, to === 'release' ? 'credit-release' : 'credit-write-off')
  if (to === 'release') return ok({ ...item, state: { status: 'billable', ...charge } })
  return ok({ ...item, state: { status: 'written-off', ...to.writtenOff } })
}

/** The bill that holds the item: a draft that claimed it, or an issued one, contested or not. */
export function invoiceOf({ state }: SourceItem): string | undefined {
  if (state.status === 'claimed' || state.status === 'billed') return state.invoice
  return state.status === 'disputed' ? state.bill?.invoice : undefined
}

const chargeOf = ({ clause, reason, rate }: Charge): Charge => ({ clause, reason, rate })

const allowed = (item: SourceItem, command: ItemCommand) =>
  itemCommands(item).includes(command) ? undefined : refused(item, command)

const refused = (item: SourceItem, command: ItemCommand) =>
  conflict('metering.wrong-state', `${item.id} is ${item.state.status}: ${command} is not possible`, {
    item: item.id,
    status: item.state.status,
    command,
  })
