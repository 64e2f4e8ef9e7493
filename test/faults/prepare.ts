import * as months from '@pactdesk/domain/outsourcing/billing/month/routes'
import * as bills from '@pactdesk/domain/outsourcing/billing/routes'
import * as contracts from '@pactdesk/domain/outsourcing/contract/routes'
import { maintenanceDraft } from '@pactdesk/domain/outsourcing/contract/testing'
import * as visits from '@pactdesk/domain/outsourcing/field-service/routes'
import * as tickets from '@pactdesk/domain/service-support/incident/routes'
import { type Company, morning, type World } from './world.ts'

export const month = '2026-10'
/** The month is over. */
const afterwards = '2026-11-02T01:00:00Z'

/** A ticket of the company's owner; its number. */
export async function openTicket({ owner, params }: Company, more: object = {}): Promise<string> {
  const body = { subject: 'Printer jammed', site: 'HQ', text: 'It does not print.', ...more }
  return (await owner.call(tickets.openTicket, { params, body })).value.number
}

/** Somebody is sent for a ticket; the id of the visit. */
export async function dispatchVisit({ staff }: World, company: Company): Promise<string> {
  const ticket = await openTicket(company, { onSite: true })
  const order = { params: company.params, body: { site: 'HQ', tickets: [ticket] } }
  return (await staff.call(visits.dispatchVisit, order)).value.id
}

/** A contract that the provider has signed and the owner reads; what the owner sends to sign it. */
export async function offered({ product, admin }: World, { client, params, owner }: Company) {
  const terms = maintenanceDraft({ number: `NEW-${client}` })
  const { id } = (await admin.call(contracts.createContract, { params, body: { terms } })).value
  const of = { client, contract: id }
  await admin.call(contracts.offerContract, { params: of, body: {} })
  await product.drain()
  const { document, printedClauses } = (await owner.call(contracts.getContract, { params: of })).value
  const strokes = { width: 300, height: 120, lines: [[10, 10, 100, 90]] }
  const said = { clausesRead: printedClauses, consent: true as const, name: 'Wang', title: 'Owner', strokes }
  const body = { documentSha256: document.sha256!, ...said }
  await admin.call(contracts.signContract, { params: of, body })
  await product.drain()
  return { params: of, body }
}

/** Work outside the contract, quoted and accepted: 90 minutes that will be billed. */
export async function quotedWork({ product, staff }: World, company: Company): Promise<void> {
  product.at(morning)
  const ticket = await openTicket(company, { kind: 'request', workType: 'network-addition' })
  const params = { client: company.client, ticket }
  const quote = { text: 'Points', price: { mode: 'time-and-material' as const }, expiresAt: '2026-10-30T02:00:00Z' }
  const { quotes } = (await staff.call(tickets.askTicketQuote, { params, body: quote })).value
  await company.owner.call(tickets.acceptTicketQuote, { params: { ...params, quote: quotes[0]!.id }, body: {} })
  await staff.call(tickets.logTicketWork, { params, body: { kind: 'remote', minutes: 90 } })
  await product.drain()
}

/** A month with billable work that is over and ready to be closed. */
export async function monthOver(world: World, company: Company): Promise<void> {
  await quotedWork(world, company)
  world.product.at(afterwards)
}

export async function monthClosed(world: World, company: Company): Promise<void> {
  await monthOver(world, company)
  await world.finance.call(months.closeMonth, { params: { client: company.client, month }, body: {} })
  await world.product.drain()
}

/** The month's bill as a draft that holds its items; where it is. */
export async function billDrafted(world: World, company: Company) {
  await monthClosed(world, company)
  const drafted = await world.finance.call(bills.draftExtras, { params: { client: company.client, month }, body: {} })
  await world.product.drain()
  return { client: company.client, bill: drafted.value.bill! }
}

export async function billIssued(world: World, company: Company) {
  const params = await billDrafted(world, company)
  const { value } = await world.finance.call(bills.issueBill, { params, body: {} })
  await world.product.drain()
  return { params, grossMinor: value.grossMinor! }
}
