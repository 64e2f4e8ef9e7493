import { defineAggregate, type Projection } from '../../../kernel/aggregate.ts'
import { type Bill, type IssuedBill, isCredited, openDisputes, openMinor } from './bill.ts'
import { type BillEvent, billEvents } from './events.ts'

export const billAggregate = defineAggregate<Bill, BillEvent>({
  type: 'bill',
  module: 'billing',
  key: 'INV',
  scope: 'client',
  sv: 2,
  upcasts: [bill => (bill.status === 'issued' ? { ...bill, disputes: [], refunds: [] } : bill)],
  events: billEvents,
  evolve,
  project,
})

function evolve(state: Bill | undefined, event: BillEvent): Bill {
  if (event.type === 'billing.bill-drafting-started.v1') {
    const { bill: id, ...rest } = event.data
    return { status: 'drafting', id, ...rest, claimed: 0 }
  }
  const bill = state!
  switch (event.type) {
    case 'billing.bill-items-claimed.v1':
      return 'claimed' in bill ? { ...bill, claimed: bill.claimed + event.data.count } : bill
    case 'billing.bill-drafted.v1': {
      const { bill: _id, client: _client, ...totals } = event.data
      return { ...commonOf(bill), ...totals, status: 'draft', claimed: claimedOf(bill) }
    }
    case 'billing.bill-discard-started.v1':
      return { ...commonOf(bill), status: 'discarding', claimed: claimedOf(bill) }
    case 'billing.bill-discarded.v1':
      return { ...commonOf(bill), status: 'discarded' }
    case 'billing.bill-issued.v1': {
      const { bill: _id, client: _client, ...said } = event.data
      const fapiao = bill.status === 'draft' ? bill.fapiao : undefined
      return {
        ...commonOf(bill),
        ...said,
        status: 'issued',
        claimed: claimedOf(bill),
        payments: [],
        lateFees: [],
        writtenOff: [],
        credited: [],
        disputes: [],
        refunds: [],
        setOff: [],
        ...(fapiao && { fapiao }),
      }
    }
    case 'billing.bill-fapiao-recorded.v1':
      return bill.status === 'draft' || bill.status === 'issued' ? { ...bill, fapiao: event.data.fapiao } : bill
    default:
      return bill.status === 'issued' ? added(bill, event) : bill
  }
}

/** What is added beside an issued bill. */
function added(bill: IssuedBill, event: BillEvent): IssuedBill {
  switch (event.type) {
    case 'billing.bill-document-stored.v1':
      return { ...bill, document: event.data.file }
    case 'billing.bill-paid.v1': {
      const { checkout: _closed, ...rest } = bill
      return { ...rest, payments: [...bill.payments, event.data.payment] }
    }
    case 'billing.bill-checkout-opened.v1':
      return { ...bill, checkout: { session: event.data.session, minor: event.data.minor, url: event.data.url } }
    case 'billing.late-fee-decided.v1':
      return { ...bill, lateFees: [...bill.lateFees, event.data.decision] }
    case 'billing.late-fee-billed.v1':
      return {
        ...bill,
        lateFees: bill.lateFees.map(fee => (fee.id === event.data.decision ? { ...fee, billedBy: event.data.by } : fee)),
      }
    case 'billing.late-fee-released.v1':
      return {
        ...bill,
        lateFees: bill.lateFees.map(fee => {
          const { billedBy: _released, ...rest } = fee
          return fee.id === event.data.decision ? rest : fee
        }),
      }
    case 'billing.bill-remainder-written-off.v1': {
      const { minor, on, by, reason } = event.data
      return { ...bill, writtenOff: [...bill.writtenOff, { minor, on, by, reason }] }
    }
    case 'billing.bill-credited.v1': {
      const { bill: _id, client: _client, ...credit } = event.data
      return { ...bill, credited: [...bill.credited, credit] }
    }
    case 'billing.bill-line-disputed.v1':
      return { ...bill, disputes: [...bill.disputes, event.data.dispute] }
    case 'billing.bill-dispute-answered.v1': {
      const { dispute: id, answer } = event.data
      return { ...bill, disputes: bill.disputes.map(dispute => (dispute.id === id ? { ...dispute, answer } : dispute)) }
    }
    case 'billing.bill-refunded.v1': {
      const { minor, on, source } = event.data
      return { ...bill, refunds: [...bill.refunds, { minor, on, source }] }
    }
    case 'billing.bill-set-off.v1': {
      const { settlement, minor, on } = event.data
      return { ...bill, setOff: [...bill.setOff, { settlement, minor, on }] }
    }
    default:
      return bill
  }
}

function commonOf({ id, client, kind, contract, contractVersion, currency, month, corrects }: Bill) {
  return { id, client, kind, contract, contractVersion, currency, ...(month && { month }), ...(corrects && { corrects }) }
}

const claimedOf = (bill: Bill) => ('claimed' in bill ? bill.claimed : 0)

/** Receivables list what is open (gsi1); a client's own list shows issued bills alone (gsi2). */
function project(bill: Bill): Projection {
  const row = {
    id: bill.id,
    client: bill.client,
    kind: bill.kind,
    status: bill.status,
    currency: bill.currency,
    month: bill.month,
  }
  if (bill.status !== 'issued') {
    if (bill.status === 'discarded') return { row }
    const totals = bill.status === 'draft' ? { grossMinor: bill.grossMinor } : {}
    return { row: { ...row, ...totals }, gsi1: { part: 'BILLDRAFT', sort: `${bill.client}#${bill.id}` } }
  }
  const open = openMinor(bill)
  const shown = {
    ...row,
    number: bill.number,
    issuedOn: bill.issuedOn,
    dueOn: bill.due.dueOn,
    grossMinor: bill.grossMinor,
    openMinor: open,
    ...(openDisputes(bill).length > 0 && { disputed: true }),
    ...(isCredited(bill) && { credited: true }),
  }
  return {
    row: shown,
    gsi1:
      open > 0
        ? { part: 'AR', sort: `${bill.due.dueOn}#${bill.client}#${bill.number}` }
        : { part: `BILLED#${bill.issuedOn.slice(0, 7)}`, sort: `${bill.client}#${bill.number}` },
    gsi2: { part: 'BILLS', sort: `${bill.issuedOn}#${bill.number}` },
  }
}
