import { createHash } from 'node:crypto'
import * as months from '@pactdesk/domain/outsourcing/billing/month/routes'
import * as bills from '@pactdesk/domain/outsourcing/billing/routes'
import * as contracts from '@pactdesk/domain/outsourcing/contract/routes'
import * as visits from '@pactdesk/domain/outsourcing/field-service/routes'
import * as tickets from '@pactdesk/domain/service-support/incident/routes'
import { confirmUpload, requestUpload } from '@pactdesk/domain/tenancy/routes'
import * as store from '@pactdesk/platform/files/store'
import { offered } from '../faults/prepare.ts'
import { type Company, startWorld, type World } from '../faults/world.ts'

export const month = '2026-10'
const cny = (minor: number) => ({ currency: 'CNY', minor })

/**
 * A month of one company under a contract it signed: a fault with a wait, a severe one on site with a part, work outside the
 * contract in two goes, a fault still open, a fee paid late and in parts, a late fee claimed, the month closed and billed, a line
 * credited. A second company knows nothing of it.
 */
export async function liveMonth() {
  const world = await startWorld()
  const { product, finance } = world
  product.at('2026-10-08T01:00:00Z')
  const company = await world.company('to-sign')
  const signing = await offered(world, company)
  await company.owner.call(contracts.signContract, signing)
  await product.drain()
  await waited(world, company)
  await severe(world, company)
  await quoted(world, company)
  await pay(world, company, '2026-10-14', 2_000_000, 'first')
  await pay(world, company, '2026-10-20', 1_599_950, 'second')
  product.at('2026-10-29T02:00:00Z')
  const params = company.params
  const open = { subject: 'Screen flickers', site: 'HQ', text: 'Since this morning.' }
  await company.owner.call(tickets.openTicket, { params, body: open })
  product.at('2026-11-02T01:00:00Z')
  await product.tick()
  await product.drain()
  const fee = await feeBill(world, company)
  const half = { action: 'claim' as const, part: '0.5', through: '2026-10-20' }
  await finance.call(bills.decideLateFee, { params: { client: company.client, bill: fee }, body: half })
  const rest = { action: 'claim' as const, through: '2026-10-31' }
  await finance.call(bills.decideLateFee, { params: { client: company.client, bill: fee }, body: rest })
  const extras = await billMonth(world, company)
  const credit = { lines: [1], grossMinor: 1_234, reason: 'goodwill', items: 'write-off' as const }
  await finance.call(bills.creditBill, { params: { client: company.client, bill: extras }, body: credit })
  await product.drain()
  const stranger = await world.company()
  product.at('2026-11-03T02:00:00Z')
  return { world, company, stranger, contract: signing.params.contract, fee, extras }
}
export type Lived = Awaited<ReturnType<typeof liveMonth>>

const feeBill = async ({ finance }: World, { params }: Company): Promise<string> => {
  const { items } = (await finance.call(bills.listBills, { params })).value
  return items.find(({ kind }) => kind === 'fee')!.id
}

/** Remote work with an answer awaited in between. */
async function waited({ product, staff }: World, { owner, params, client }: Company): Promise<void> {
  product.at('2026-10-08T02:15:00Z')
  const body = { subject: 'Printer jammed', site: 'HQ', text: 'It does not print.' }
  const ticket = { client, ticket: (await owner.call(tickets.openTicket, { params, body })).value.number }
  product.at('2026-10-08T03:00:00Z')
  const work = { kind: 'remote' as const, minutes: 20 }
  const next = { do: 'wait' as const, on: 'client' as const, reason: 'to be restarted' }
  await staff.call(tickets.replyToTicket, { params: ticket, body: { text: 'Please restart it.', work, next } })
  product.at('2026-10-09T03:30:00Z')
  await staff.call(tickets.resumeTicket, { params: ticket, body: {} })
  product.at('2026-10-10T02:00:00Z')
  await staff.call(tickets.resolveTicket, { params: ticket, body: {} })
  await product.drain()
}

/** The whole network is down from 17:35: somebody comes after hours and fits a part. */
async function severe(world: World, { owner, params, client }: Company): Promise<void> {
  const { product, staff } = world
  product.at('2026-10-12T09:35:00Z')
  const severity = { severity: 'severe' as const, wholeNetworkDown: true }
  const body = { subject: 'Network is down', site: 'HQ', text: 'Nothing works.', severity, onSite: true }
  const ticket = (await owner.call(tickets.openTicket, { params, body })).value.number
  const order = { params, body: { site: 'HQ', tickets: [ticket], technician: 'li' } }
  const visit = { client, visit: (await staff.call(visits.dispatchVisit, order)).value.id }
  await staff.call(visits.startTravel, { params: visit, body: {} })
  product.at('2026-10-12T10:25:00Z')
  await product.tick()
  const arrival = { how: 'typed' as const, place: 'HQ', reason: 'no position', begin: true }
  await staff.call(visits.arriveAtVisit, { params: visit, body: arrival })
  product.at('2026-10-12T11:40:00Z')
  const receipt = await uploadReceipt(world, client)
  const part = { name: 'Switch, 8 ports', quantity: 2, unitCost: cny(17_333), receipt, ticket }
  await staff.call(visits.addVisitPart, { params: visit, body: part })
  await staff.call(visits.finishVisit, { params: visit, body: {} })
  await owner.call(visits.signVisit, { params: visit, body: { how: 'portal', name: 'Wang' } })
  await staff.call(tickets.resolveTicket, { params: { client, ticket }, body: {} })
  await product.drain()
}

/** Four network points, quoted by the hour: 50 minutes one day, 85 the next. */
async function quoted({ product, staff }: World, { owner, params, client }: Company): Promise<void> {
  product.at('2026-10-13T02:00:00Z')
  const body = { subject: 'Four network points', site: 'HQ', kind: 'request' as const, workType: 'network-addition' as const }
  const ticket = { client, ticket: (await owner.call(tickets.openTicket, { params, body })).value.number }
  const quote = { text: 'Points', price: { mode: 'time-and-material' as const }, expiresAt: '2026-10-30T02:00:00Z' }
  const { quotes } = (await staff.call(tickets.askTicketQuote, { params: ticket, body: quote })).value
  await owner.call(tickets.acceptTicketQuote, { params: { ...ticket, quote: quotes[0]!.id }, body: {} })
  await staff.call(tickets.logTicketWork, { params: ticket, body: { kind: 'remote', minutes: 50 } })
  product.at('2026-10-14T02:00:00Z')
  await staff.call(tickets.logTicketWork, { params: ticket, body: { kind: 'remote', minutes: 85 } })
  await staff.call(tickets.resolveTicket, { params: ticket, body: {} })
  await product.drain()
}

async function pay(world: World, company: Company, on: string, minor: number, source: string): Promise<void> {
  world.product.at(`${on}T03:00:00Z`)
  const params = { client: company.client, bill: await feeBill(world, company) }
  const body = { on, minor, currency: 'CNY', via: 'bank' as const, source }
  await world.finance.call(bills.recordPayment, { params, body })
}

async function billMonth({ product, finance }: World, { client }: Company): Promise<string> {
  const params = { client, month }
  await finance.call(months.closeMonth, { params, body: {} })
  await product.drain()
  const bill = (await finance.call(bills.draftExtras, { params, body: {} })).value.bill!
  await product.drain()
  await finance.call(bills.issueBill, { params: { client, bill }, body: {} })
  await product.drain()
  return bill
}

const receipt = Buffer.from('%PDF-1.4\n%%EOF\n')

/** A receipt as it is after the browser has put it into the store. */
async function uploadReceipt({ product, staff }: World, client: string): Promise<string> {
  const sha256 = createHash('sha256').update(receipt).digest('hex')
  const files = store.fileStoreOf(product.database)
  files.uploadForm = async () => ({ url: 'https://files.example', fields: {} })
  files.received = async () => ({ size: receipt.length, sha256, head: receipt })
  files.keep = async () => true
  const body = { purpose: 'receipt' as const, name: 'switch.pdf', type: 'application/pdf' as const, size: receipt.length, sha256 }
  const { id } = (await staff.call(requestUpload, { params: { client }, body })).value
  await staff.call(confirmUpload, { params: { client, file: id }, body: {} })
  return id
}
