import { hasRole, type TenantContext } from '@pactdesk/domain/kernel/context'
import { DomainFailure } from '@pactdesk/domain/kernel/result'
import { billAggregate } from '@pactdesk/domain/outsourcing/billing/bill/aggregate'
import { type Bill, openDisputes, openMinor } from '@pactdesk/domain/outsourcing/billing/bill/bill'
import { billEvents } from '@pactdesk/domain/outsourcing/billing/bill/events'
import { type BillRow, type BillView, billView } from '@pactdesk/domain/outsourcing/billing/bill/views'
import { billKinds } from '@pactdesk/domain/outsourcing/billing/billing-words'
import type { InvoiceLine } from '@pactdesk/domain/outsourcing/billing/invoice-line'
import * as routes from '@pactdesk/domain/outsourcing/billing/routes'
import { writeOffEntry } from '@pactdesk/domain/service-delivery/financial/entries'
import { fileStoreOf } from '../../files/store.ts'
import { handle } from '../../http/api.ts'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { openCheckout } from '../../stripe/checkout.ts'
import { queryPage } from '../../table/page.ts'
import { post } from '../financial/journal-record.ts'
import { readCard } from '../tenancy/provider-card.ts'
import { readLines } from './bill-lines.ts'
import { lineCredits } from './creditable.ts'
import { billingFacts, contractOf, takesStripe } from './facts.ts'
import { loadIssued, takePayment } from './record-payment.ts'

const missing = (id: string) =>
  new DomainFailure({ code: 'billing.not-found', kind: 'not-found', detail: `bill ${id} is not here` })

/** A bill as the caller may see it, with its lines where they were not read before: drafts are not there for a client's people. */
export async function viewBill(uow: UnitOfWork, bill: Bill, known?: InvoiceLine[]): Promise<BillView> {
  if (uow.ctx.kind === 'client' && bill.status !== 'issued') throw missing(bill.id)
  const [lines, credits, facts, contract, stripe, corrected] = await Promise.all([
    known ?? readLines(uow, bill.client, bill.id),
    lineCredits(uow, bill),
    billingFacts(uow, bill.client),
    contractOf(uow, bill.client, bill.contract),
    takesStripe(uow),
    bill.corrects ? uow.find(billAggregate, { client: bill.client, id: bill.corrects }) : undefined,
  ])
  return billView({
    bill,
    lines,
    today: facts.today,
    clientName: facts.clientName,
    contractNumber: contract.terms.number,
    ...(corrected?.state.status === 'issued' && { corrected: corrected.state }),
    lineCredits: credits.map(({ line, grossMinor }) => ({ line, grossMinor })),
    staff: uow.ctx.kind !== 'client',
    stripe,
    actions: actionsOf(bill, uow.ctx, stripe),
  })
}

function actionsOf(bill: Bill, ctx: TenantContext, stripe: boolean): string[] {
  const finance = hasRole(ctx, 'finance', 'admin')
  if (bill.status === 'draft') return finance ? ['issue', 'discard', 'fapiao'] : []
  if (bill.status !== 'issued') return []
  if (bill.kind === 'credit-note') return finance ? ['fapiao'] : []
  const open = openMinor(bill) > 0
  const left = bill.grossMinor > bill.credited.reduce((sum, { minor }) => sum + minor, 0)
  const owner = hasRole(ctx, 'client-owner')
  const contested = openDisputes(bill).length > 0
  return [
    ...(open && stripe && (finance || owner) ? ['pay-online'] : []),
    ...(open && finance ? ['record-payment', 'write-off'] : []),
    ...(finance ? ['fapiao', 'decide-late-fee'] : []),
    ...(finance && left && !bill.opening ? ['credit'] : []),
    ...(left && (owner || hasRole(ctx, 'finance', 'admin', 'account-manager')) ? ['dispute'] : []),
    ...(contested && finance ? ['answer-dispute'] : []),
    ...(contested && owner ? ['withdraw-dispute'] : []),
    ...(openMinor(bill) < 0 && finance ? ['refund'] : []),
  ]
}

const listBills = handle(routes.listBills, async ({ uow, ctx, params: { client }, query }) => {
  const page = await queryPage(uow.database, ctx, { index: 'gsi2', client, part: 'BILLS', reverse: true, ...query })
  return { items: page.items.map(item => item.row as BillRow), ...(page.next && { next: page.next }) }
})

const listReceivables = handle(routes.listReceivables, async ({ uow, ctx, query: { state, month, ...query } }) => {
  const part = state === 'open' ? 'AR' : state === 'draft' ? 'BILLDRAFT' : `BILLED#${month ?? uow.env.now.slice(0, 7)}`
  const page = await queryPage(uow.database, ctx, { index: 'gsi1', part, ...query })
  const rows = page.items.map(item => item.row as BillRow)
  const served = ctx.clients === '*' ? rows : rows.filter(row => ctx.clients.includes(row.client))
  return { items: served, ...(page.next && { next: page.next }) }
})

const getBill = handle(routes.getBill, async ({ uow, params: { client, bill }, etag }) => {
  const { state, version } = await uow.load(billAggregate, { client, id: bill })
  etag(version)
  return viewBill(uow, state)
})

const getBillDocument = handle(routes.getBillDocument, async ({ uow, params: { client, bill: id } }) => {
  const { state: bill } = await loadIssued(uow, client, id)
  if (!bill.document) throw new DomainFailure({ code: 'billing.no-document', kind: 'conflict', detail: 'the PDF is being made' })
  const { key, name, type, sha256 } = bill.document
  return { url: await fileStoreOf(uow.database).downloadUrl(key, name, type), sha256 }
})

const recordPayment = handle(routes.recordPayment, async ({ uow, params: { client, bill }, body, etag }) => {
  const taken = await takePayment(uow, { client, bill }, { ...body, source: `${body.via}:${body.source}` })
  etag(taken.version)
  return viewBill(uow, taken.bill)
})

const writeOffRemainder = handle(routes.writeOffRemainder, async ({ uow, env, params: { client, bill: id }, body, etag }) => {
  const { today } = await billingFacts(uow, client)
  const loaded = await uow.subject(billAggregate, { client, id })
  const { state: bill } = await loadIssued(uow, client, id)
  if (body.minor > openMinor(bill)) {
    throw new DomainFailure({ code: 'billing.write-off-too-much', kind: 'invalid', detail: `only ${openMinor(bill)} is open` })
  }
  const changed = uow.append(loaded, [
    billEvents.remainderWrittenOff.of({ bill: id, client, minor: body.minor, on: today, by: env.actor, reason: body.reason }),
  ])
  const source = { kind: 'write-off' as const, id, label: bill.number }
  post(
    uow,
    writeOffEntry(
      { id: `writeoff-${client}-${id}-${bill.writtenOff.length + 1}`, date: today, currency: bill.currency, client, source },
      body.minor,
    ),
  )
  etag(changed.version)
  return viewBill(uow, changed.state)
})

const recordFapiao = handle(routes.recordFapiao, async ({ uow, params: { client, bill: id }, body, etag }) => {
  const loaded = await uow.subject(billAggregate, { client, id })
  if (loaded.state.status !== 'draft' && loaded.state.status !== 'issued') throw missing(id)
  const changed = uow.append(loaded, [billEvents.fapiaoRecorded.of({ bill: id, client, fapiao: body })])
  etag(changed.version)
  return viewBill(uow, changed.state)
})

/** The page is asked for before the commit that remembers it: Stripe is never called inside one. */
const payBill = handle(routes.payBill, async ({ uow, ctx, params: { client, bill: id }, body }) => {
  const { state: bill } = await loadIssued(uow, client, id)
  const loaded = await uow.load(billAggregate, { client, id })
  const minor = openMinor(bill)
  if (minor <= 0 || bill.kind === 'credit-note') {
    throw new DomainFailure({ code: 'billing.nothing-open', kind: 'conflict', detail: `nothing is open on ${bill.number}` })
  }
  if (!(await takesStripe(uow))) {
    throw new DomainFailure({ code: 'billing.bank-only', kind: 'conflict', detail: 'this provider takes bank transfers only' })
  }
  const checkout = await openCheckout(
    {
      provider: ctx.provider,
      merchant: (await readCard(uow))?.name[body.locale] ?? ctx.provider,
      client,
      bill: id,
      number: bill.number,
      description: billKinds[bill.kind][body.locale],
      currency: bill.currency,
      minor,
      payments: bill.payments.length,
      locale: body.locale,
      returnUrl: `${process.env.PUBLIC_URL ?? ''}/portal/bills/${id}`,
    },
    bill.checkout,
  )
  if (checkout.session !== bill.checkout?.session)
    uow.append(loaded, [billEvents.checkoutOpened.of({ bill: id, client, ...checkout })])
  return checkout
})

export const billHandlers = [
  listBills,
  listReceivables,
  getBill,
  getBillDocument,
  recordPayment,
  writeOffRemainder,
  recordFapiao,
  payBill,
]
