import type { BillView } from '@pactdesk/domain/outsourcing/billing/bill/views'

/** What stands beside an issued bill, in the order of its days. Amounts in minor units. */
export type BillEvent =
  | { kind: 'issued'; on: string }
  | { kind: 'payment'; on: string; id: string; via: BillView['payments'][number]['via']; minor: number; reference?: string }
  | { kind: 'due'; on: string }
  | {
      kind: 'claimed' | 'waived'
      on: string
      id: string
      part: string
      minor: number
      billed: boolean
      by: string
      reason?: string
    }
  | {
      kind: 'credited'
      on: string
      id: string
      number: string
      minor: number
      bySettlement: boolean
      by?: string
      reason?: string
    }
  | { kind: 'disputed' | 'answered'; on: string; id: string; line: number; outcome?: Outcome; by?: string; reason: string }
  | { kind: 'setOff' | 'writtenOff' | 'refunded'; on?: string; minor: number }

type Outcome = NonNullable<BillView['disputes'][number]['answer']>['outcome']

/** On one day the bill is issued first, falls due before what was decided, and is paid before either of those is known. */
const order = ['issued', 'payment', 'due', 'claimed', 'waived', 'disputed', 'credited', 'setOff', 'writtenOff'] as const

/** A dispute and its answer stay together, as they were said. */
const rank = (kind: BillEvent['kind']): number => (order as readonly string[]).indexOf(kind === 'answered' ? 'disputed' : kind)

export function timelineOf(bill: BillView): BillEvent[] {
  const events: BillEvent[] = [
    ...(bill.issuedOn ? [{ kind: 'issued' as const, on: bill.issuedOn }] : []),
    ...(bill.dueOn ? [{ kind: 'due' as const, on: bill.dueOn }] : []),
    ...bill.payments.map(({ id, on, via, minor, reference }) => ({
      kind: 'payment' as const,
      id,
      on,
      via,
      minor,
      ...(reference && { reference }),
    })),
    ...bill.lateFees.map(({ id, action, on, part, minor, billedBy, by, reason }) => ({
      kind: action === 'claim' ? ('claimed' as const) : ('waived' as const),
      id,
      on,
      part,
      minor,
      billed: billedBy !== undefined,
      by: by.name,
      ...(reason && { reason }),
    })),
    ...bill.disputes.flatMap(disputeEvents),
    ...bill.credits.map(({ note, number = '', minor, on, bySettlement, by, reason }) => ({
      kind: 'credited' as const,
      id: note,
      on,
      number,
      minor,
      bySettlement,
      ...(by && { by }),
      ...(reason && { reason }),
    })),
  ]
  const dated = events.sort((a, b) => {
    const [first, second] = [a.on ?? '', b.on ?? '']
    return first < second ? -1 : first > second ? 1 : rank(a.kind) - rank(b.kind)
  })
  const sums = [
    ['setOff', bill.setOffMinor],
    ['writtenOff', bill.writtenOffMinor],
    ['refunded', bill.refundedMinor],
  ] as const
  return [...dated, ...sums.filter(([, minor]) => minor !== 0).map(([kind, minor]) => ({ kind, minor }))]
}

/** That a line was contested, and the answer; a credit note says itself that it answers. */
function disputeEvents({ id, line, on, by, reason, answer }: BillView['disputes'][number]): BillEvent[] {
  const said: BillEvent = { kind: 'disputed', id, on, line, reason, ...(by && { by }) }
  if (!answer || answer.outcome === 'credited') return [said]
  const { outcome, text, by: answeredBy } = answer
  return [said, { kind: 'answered', id, on: answer.on, line, outcome, reason: text, ...(answeredBy && { by: answeredBy }) }]
}
