import type { Env } from '../../../kernel/aggregate.ts'
import { conflict, notFound, ok, type Result } from '../../../kernel/result.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import type { CreditableLine } from '../credit-note.ts'
import { type IssuedBill, openDisputes } from './bill.ts'
import { type BillEvent, billEvents } from './events.ts'

/**
 * The client contests one line of an issued bill, with a reason. A line has one open dispute at a time; what is credited in full
 * is no longer owed and leaves nothing to dispute. `today` is the local date in the client's billing zone.
 */
export function disputeLine(
  bill: IssuedBill,
  lines: readonly CreditableLine[],
  said: { line: number; reason: string },
  env: Env,
  today: LocalDate,
): Result<BillEvent[]> {
  if (bill.kind === 'credit-note')
    return conflict('billing.credit-note-final', `${bill.number} is a credit note: it takes back, it charges nothing`)
  const line = lines.find(each => each.line === said.line)
  if (!line) return notFound('billing.no-such-line', `${bill.number} has no line ${said.line}`)
  if (line.grossMinor - (line.creditedGrossMinor ?? 0) <= 0)
    return conflict('billing.line-credited', `line ${said.line} of ${bill.number} is credited already`)
  if (openDisputes(bill).some(dispute => dispute.line === said.line))
    return conflict('billing.line-disputed', `line ${said.line} of ${bill.number} is disputed already`)
  const dispute = { id: env.newId(), line: said.line, reason: said.reason, by: env.actor, on: today }
  return ok([billEvents.lineDisputed.of({ bill: bill.id, client: bill.client, dispute })])
}

/** Ends a dispute without money: finance says why the line stands, or the client takes the dispute back. */
export function answerDispute(
  bill: IssuedBill,
  id: string,
  answer: { outcome: 'stands' | 'withdrawn'; text: string },
  env: Env,
  today: LocalDate,
): Result<BillEvent[]> {
  const dispute = bill.disputes.find(each => each.id === id)
  if (!dispute) return notFound('billing.no-such-dispute', `${bill.number} has no dispute ${id}`)
  if (dispute.answer) return conflict('billing.dispute-answered', `the dispute of line ${dispute.line} is answered already`)
  return ok([
    billEvents.disputeAnswered.of({
      bill: bill.id,
      client: bill.client,
      dispute: id,
      line: dispute.line,
      answer: { ...answer, by: env.actor, on: today },
    }),
  ])
}
