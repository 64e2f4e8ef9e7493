import { times } from '../../kernel/money.ts'
import { invalid, ok, type Result } from '../../kernel/result.ts'
import { addDays, type DatePeriod, type LocalDate } from '../../kernel/time.ts'
import { type CreditableLine, type CreditPlan, planCredit } from './credit-note.ts'
import { type Explanation, explain, minus, plus, product, rounded, type SourceRef, value } from './explanation.ts'
import { cumulativeShare, prorateByDays } from './proration.ts'

/** Grounds of clause 4. `client` and `provider` end without an exempt ground and are in breach; 4(1)–(4) owe no penalty. */
export const grounds = ['client', 'client-4(1)', 'provider', 'provider-4(2)', 'force-majeure-4(3)', 'agreed-4(4)'] as const
export type Ground = (typeof grounds)[number]

/** A bill of the contract fee as issued, with what earlier credit notes took. */
export type FeeBill = { id: string; number: string; lines: readonly CreditableLine[] }

export type TerminationInput = {
  contract: { id: string; number: string }
  currency: string
  /** Total of 1(3): tax included, without extras. */
  contractTotalMinor: number
  /** Half-open. */
  term: DatePeriod
  lastServiceDay: LocalDate
  penaltyRate: string
  /** 7(f). */
  refund: 'pro-rata-by-day' | 'none'
  feeBills: readonly FeeBill[]
  /** Everything issued that is still open, the fee included; unbilled extras are billed before. */
  openBills: readonly { id: string; number: string; openMinor: number }[]
}

export type GroundSettlement = {
  ground: Ground
  penaltyByClientMinor: number
  penaltyByProviderMinor: number
  refundMinor: number
  setOffMinor: number
  /** Negative: the client pays. */
  netToClientMinor: number
  explanation: Explanation
}

export type Termination = {
  termDays: number
  servedDays: number
  contractTotalMinor: number
  penaltyBaseMinor: number
  penaltyMinor: number
  /** It pays for service that is not performed. */
  penaltyIsOutsideVat: true
  earnedMinor: number
  unearnedMinor: number
  earnedExplanation: Explanation
  penaltyExplanation: Explanation
  creditNotes: (CreditPlan & { bill: string; number: string })[]
  refundMinor: number
  openBillsMinor: number
  /** Of the fee's net: billed, less recognised up to the last service day, less credited. */
  contractLiabilityLeftMinor: number
  byGround: GroundSettlement[]
}

/**
 * What ending the contract settles, by each ground of clause 4: the fee earned by day (rounded once), the rest of the prepaid fee
 * returned by credit note, 10 % of the contract total owed by a party in breach, open bills set off. No late fee is claimed here.
 */
export function settleTermination(input: TerminationInput): Result<Termination> {
  const { contractTotalMinor, term, lastServiceDay } = input
  const feeMinor = contractTotalMinor - creditedEarlier(input.feeBills, 'creditedGrossMinor')
  const days = { from: term.from, to: addDays(lastServiceDay, 1) }
  const served = prorateByDays(feeMinor, term, days, [agreed(input), ...sourcesOf(input.feeBills)])
  if (!served.ok) {
    return invalid('billing.last-service-day', `${lastServiceDay} does not lie in the term ${term.from} to ${term.to}`, {
      lastServiceDay,
    })
  }
  const { minor: earnedMinor, days: servedDays, ofDays: termDays, explanation: earnedExplanation } = served.value
  const unearnedMinor = feeMinor - earnedMinor
  const creditNotes = input.refund === 'none' ? ok([]) : creditUnearned(input.feeBills, unearnedMinor)
  if (!creditNotes.ok) return creditNotes
  const penaltyMinor = times({ currency: input.currency, minor: contractTotalMinor }, input.penaltyRate).minor
  const refundMinor = creditNotes.value.reduce((sum, note) => sum + note.grossMinor, 0)
  const openBillsMinor = input.openBills.reduce((sum, { openMinor }) => sum + Math.max(0, openMinor), 0)
  const billedNet = input.feeBills.flatMap(bill => bill.lines).reduce((sum, line) => sum + line.grossMinor - line.taxMinor, 0)
  const feeNet =
    billedNet - creditedEarlier(input.feeBills, 'creditedGrossMinor') + creditedEarlier(input.feeBills, 'creditedTaxMinor')
  const creditNet = creditNotes.value.reduce((sum, note) => sum + note.netMinor, 0)
  return ok({
    termDays,
    servedDays,
    contractTotalMinor,
    penaltyBaseMinor: contractTotalMinor,
    penaltyMinor,
    penaltyIsOutsideVat: true,
    earnedMinor,
    unearnedMinor,
    earnedExplanation: { ...earnedExplanation, key: 'billing.explain.earned', clause: '7(f)' },
    penaltyExplanation: explainPenalty(input),
    creditNotes: creditNotes.value,
    refundMinor,
    openBillsMinor,
    contractLiabilityLeftMinor: feeNet - cumulativeShare(feeNet, 0, servedDays, termDays) - creditNet,
    byGround: grounds.map(ground =>
      settleGround(ground, input, { penaltyMinor, refundMinor, openBillsMinor }, creditNotes.value),
    ),
  })
}

/** What credit notes took off the fee before: it is no longer part of the fee that the days earn. The penalty knows only 1(3). */
const creditedEarlier = (bills: readonly FeeBill[], part: 'creditedGrossMinor' | 'creditedTaxMinor'): number =>
  bills.flatMap(bill => bill.lines).reduce((sum, line) => sum + (line[part] ?? 0), 0)

type Amounts = { penaltyMinor: number; refundMinor: number; openBillsMinor: number }

const agreed = ({ contract: { id, number } }: TerminationInput): SourceRef => ({ kind: 'contract', id, label: number })
const sourcesOf = (bills: readonly { id: string; number: string }[]): SourceRef[] =>
  [...new Map(bills.map(({ id, number }) => [id, number]))].map(([id, label]) => ({ kind: 'invoice', id, label }))

/** Rests on the contract, the bills of which a part is returned, and those that are set off. */
function settleGround(
  ground: Ground,
  input: TerminationInput,
  amounts: Amounts,
  returned: readonly { bill: string; number: string }[],
): GroundSettlement {
  const { refundMinor, openBillsMinor: setOffMinor } = amounts
  const penaltyByClientMinor = ground === 'client' ? amounts.penaltyMinor : 0
  const penaltyByProviderMinor = ground === 'provider' ? amounts.penaltyMinor : 0
  return {
    ground,
    penaltyByClientMinor,
    penaltyByProviderMinor,
    refundMinor,
    setOffMinor,
    netToClientMinor: refundMinor + penaltyByProviderMinor - penaltyByClientMinor - setOffMinor,
    explanation: explain({
      key: 'billing.explain.settlement',
      unit: 'minor',
      equation: minus(
        plus(value(refundMinor, 'billing.term.refund'), value(penaltyByProviderMinor, 'billing.term.penalty-by-provider')),
        plus(value(penaltyByClientMinor, 'billing.term.penalty-by-client'), value(setOffMinor, 'billing.term.set-off')),
      ),
      rounding: 'none',
      clause: '4',
      inputs: { ground },
      sources: [agreed(input), ...sourcesOf([...returned.map(({ bill, number }) => ({ id: bill, number })), ...input.openBills])],
    }),
  }
}

/** From the last bill backwards, each at most by what is left of it. */
function creditUnearned(
  bills: readonly FeeBill[],
  unearnedMinor: number,
): Result<(CreditPlan & { bill: string; number: string })[]> {
  const notes: (CreditPlan & { bill: string; number: string })[] = []
  let left = unearnedMinor
  for (const { id, number, lines } of bills.toReversed()) {
    const creditable = lines.reduce((sum, line) => sum + line.grossMinor - (line.creditedGrossMinor ?? 0), 0)
    const amount = Math.min(left, creditable)
    if (amount <= 0) continue
    const plan = planCredit(lines, amount, { bill: { id, number } })
    if (!plan.ok) return plan
    notes.push({ ...plan.value, bill: id, number })
    left -= amount
  }
  return ok(notes)
}

const explainPenalty = (input: TerminationInput): Explanation => {
  const { contractTotalMinor, penaltyRate } = input
  return explain({
    key: 'billing.explain.penalty',
    unit: 'minor',
    equation: rounded(
      product(value(contractTotalMinor, 'billing.term.contract-total'), value(penaltyRate, 'billing.term.penalty-rate')),
    ),
    rounding: 'once',
    clause: '4',
    inputs: { contractTotalMinor, penaltyRate },
    sources: [agreed(input)],
  })
}
