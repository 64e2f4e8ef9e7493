import type { Env } from '../../../kernel/aggregate.ts'
import { conflict, ok, type Result } from '../../../kernel/result.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import { type CreditableLine, type CreditPlan, creditableGross, planCredit } from '../credit-note.ts'
import { type IssuedBill, openDisputes, openMinor } from './bill.ts'
import { type BillEvent, billEvents } from './events.ts'

/** What becomes of the work behind a line that a credit clears: billable again, or given up. */
export type CreditedItems = 'release' | 'write-off'

/** What finance credits: all lines or some, all that is left of them or a part; `reason` goes to the client. */
export type CreditChoice = { lines?: readonly number[]; grossMinor?: number; reason: string; items: CreditedItems }

export type BillCredit = CreditPlan & {
  /** Lines of which nothing is left; only their work is released or written off. */
  cleared: number[]
  /** Lowers what is open; the rest was paid already and is owed to the client. */
  appliedMinor: number
  owedMinor: number
}

/**
 * Plans a credit note on an issued bill: `lines` as issued, with what earlier notes took. Without an amount everything left of the
 * chosen lines is credited, so a credit of the whole bill zeroes it exactly.
 */
export function planBillCredit(
  bill: IssuedBill,
  lines: readonly CreditableLine[],
  choice: Pick<CreditChoice, 'lines' | 'grossMinor'>,
): Result<BillCredit> {
  if (bill.kind === 'credit-note')
    return conflict('billing.credit-note-final', `${bill.number} is a credit note and cannot be credited itself`)
  if (bill.opening)
    return conflict('billing.credit-opening', `${bill.number} was issued elsewhere and is corrected where it was issued`)
  const chosen = choice.lines ? lines.filter(({ line }) => choice.lines?.includes(line)) : lines
  const leftMinor = chosen.reduce((sum, line) => sum + creditableGross(line), 0)
  if (leftMinor <= 0) return conflict('billing.nothing-to-credit', `nothing is left to credit on these lines of ${bill.number}`)
  const plan = planCredit(lines, choice.grossMinor ?? leftMinor, { only: choice.lines, bill })
  if (!plan.ok) return plan
  const appliedMinor = Math.min(Math.max(0, openMinor(bill)), plan.value.grossMinor)
  const left = new Map(chosen.map(line => [line.line, creditableGross(line)]))
  return ok({
    ...plan.value,
    cleared: plan.value.lines.filter(({ line, grossMinor }) => grossMinor === left.get(line)).map(({ line }) => line),
    appliedMinor,
    owedMinor: plan.value.grossMinor - appliedMinor,
  })
}

/** What the corrected bill says of its credit note; open disputes of the credited lines are answered by it. */
export function creditBill(
  bill: IssuedBill,
  { grossMinor, netMinor, cleared, lines }: BillCredit,
  choice: CreditChoice,
  note: { id: string; number: string },
  env: Env,
  today: LocalDate,
): BillEvent[] {
  const about = { bill: bill.id, client: bill.client }
  const { reason, items } = choice
  const answer = { outcome: 'credited' as const, text: reason, by: env.actor, on: today, note: note.id }
  const answered = openDisputes(bill).filter(({ line }) => lines.some(credited => credited.line === line))
  return [
    billEvents.credited.of({
      ...about,
      note: note.id,
      number: note.number,
      minor: grossMinor,
      netMinor,
      on: today,
      by: env.actor,
      reason,
      items,
      cleared,
    }),
    ...answered.map(({ id, line }) => billEvents.disputeAnswered.of({ ...about, dispute: id, line, answer })),
  ]
}
