import { createHash } from 'node:crypto'
import { minorPerMajor } from '@pactdesk/domain/kernel/currency'
import { exactText, ratio } from '@pactdesk/domain/kernel/ratio'
import { addDays } from '@pactdesk/domain/kernel/time'
import { billAggregate } from '@pactdesk/domain/outsourcing/billing/bill/aggregate'
import type { IssuedBill } from '@pactdesk/domain/outsourcing/billing/bill/bill'
import { billEvents } from '@pactdesk/domain/outsourcing/billing/bill/events'
import type { InvoiceLine } from '@pactdesk/domain/outsourcing/billing/invoice-line'
import { contractAggregate } from '@pactdesk/domain/outsourcing/contract/index'
import { clientAggregate, providerAggregate } from '@pactdesk/domain/tenancy/index'
import { type BillPdf, billPdf } from '../../documents/bill-pdf.ts'
import { react } from '../../events/consumer.ts'
import { fileStoreOf } from '../../files/store.ts'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { readLines } from '../billing/bill-lines.ts'
import { readWork } from '../metering/read-work.ts'
import { annexOf } from './annex.ts'

/**
 * Renders an issued bill or credit note and stores it under the hash of its bytes. Extras carry the month's covered work as a
 * zero-value annex. A bill that was issued before the product knew of the contract has its paper elsewhere.
 */
export const renderBill = react(billEvents.issued, async ({ uow, ctx, event }) => {
  const { client, bill: id } = event.data
  const loaded = await uow.load(billAggregate, { client, id })
  const bill = loaded.state
  if (bill.status !== 'issued' || bill.opening || bill.document) return
  const bytes = await billPdf(await pdfOf(uow, bill, event.occurredAt))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const key = `p/${ctx.provider}/c/${client}/bill/${id}-${sha256.slice(0, 16)}.pdf`
  const { size } = await fileStoreOf(uow.database).put(key, bytes, 'application/pdf')
  const file = { key, name: `${bill.number}.pdf`, type: 'application/pdf', size, sha256 }
  uow.append(loaded, [billEvents.documentStored.of({ bill: id, client, file })])
})

async function pdfOf(uow: UnitOfWork, bill: IssuedBill, asOf: string): Promise<BillPdf> {
  const { client: id, contract, month, fapiao } = bill
  const [lines, client, provider, agreed, corrected] = await Promise.all([
    readLines(uow, id, bill.id),
    uow.load(clientAggregate, { client: id, id }),
    uow.load(providerAggregate, { id: uow.ctx.provider }),
    uow.load(contractAggregate, { client: id, id: contract }),
    bill.corrects ? uow.find(billAggregate, { client: id, id: bill.corrects }) : undefined,
  ])
  const { term, number } = agreed.state.terms
  const annex = bill.kind === 'extras' && month ? annexOf((await readWork(uow, id, month)).map(({ item }) => item)) : []
  const sign = bill.kind === 'credit-note' ? -1 : 1
  const amounts = <T extends Amounts>(of: T): T => ({
    ...of,
    grossMinor: sign * of.grossMinor,
    taxMinor: sign * of.taxMinor,
    netMinor: sign * of.netMinor,
  })
  const { name, taxNumber, bank } = provider.state
  const { tax } = client.state
  return {
    kind: bill.kind === 'credit-note' ? 'credit-note' : 'bill',
    number: bill.number,
    ...(corrected?.state.status === 'issued' && { corrects: corrected.state.number }),
    issuedOn: bill.issuedOn,
    dueOn: bill.due.dueOn,
    period: month ?? `${term.from} – ${addDays(term.to, -1)}`,
    contractNumber: number,
    currency: bill.currency,
    provider: { name: name.zh, ...(taxNumber && { taxNumber }), ...(bank && { bank }) },
    client: { name: tax?.title ?? client.state.name.zh, ...(tax?.number && { taxNumber: tax.number }) },
    lines: lines.map(line => amounts(lineOf(bill.currency, line))),
    taxGroups: bill.taxGroups.map(amounts),
    total: amounts({ grossMinor: bill.grossMinor, taxMinor: bill.taxMinor, netMinor: bill.netMinor }),
    ...(fapiao && { fapiao }),
    annex,
    asOf,
  }
}

type Amounts = { grossMinor: number; taxMinor: number; netMinor: number }

const units = { term: '期', piece: '件', minute: '分钟', day: '天' }

function lineOf(currency: string, line: InvoiceLine): BillPdf['lines'][number] {
  const { rate, unit } = line
  const { line: no, description, clause, grossMinor, taxRate, taxMinor, netMinor } = line
  const quantity = line.billedMinutes === undefined ? line.quantity : String(line.billedMinutes)
  return {
    line: no,
    description,
    clause,
    quantity: `${quantity} ${units[unit]}`,
    ...(rate && { unitPrice: `${major(currency, rate.minor)}${rate.per === 'hour' ? '/时' : ''}` }),
    grossMinor,
    taxRate,
    taxMinor,
    netMinor,
  }
}

/** An exact price in minor units as a decimal of the currency, with its usual decimals at least. */
function major(currency: string, minor: string): string {
  const perMajor = minorPerMajor(currency)
  const [whole = '0', fraction = ''] = exactText(ratio(minor).div(perMajor)).split('.')
  const decimals = fraction.padEnd(String(perMajor).length - 1, '0')
  return decimals ? `${whole}.${decimals}` : whole
}
