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
  | { kind: 'credited' | 'setOff' | 'writtenOff'; on?: string; minor: number }

/** On one day the bill is issued first, falls due before what was decided, and is paid before either of those is known. */
const order = ['issued', 'payment', 'due', 'claimed', 'waived', 'credited', 'setOff', 'writtenOff'] as const

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
  ]
  const dated = events.sort((a, b) => {
    const [first, second] = [a.on ?? '', b.on ?? '']
    return first < second ? -1 : first > second ? 1 : order.indexOf(a.kind) - order.indexOf(b.kind)
  })
  const sums = [
    ['credited', bill.creditedMinor],
    ['setOff', bill.setOffMinor],
    ['writtenOff', bill.writtenOffMinor],
  ] as const
  return [...dated, ...sums.filter(([, minor]) => minor !== 0).map(([kind, minor]) => ({ kind, minor }))]
}
