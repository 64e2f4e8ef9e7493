import type { Api } from '@pactdesk/domain/kernel/client'
import { listBills } from '@pactdesk/domain/outsourcing/billing/routes'
import { createContract, getContract, offerContract, recordPaperContract } from '@pactdesk/domain/outsourcing/contract/routes'
import { maintenanceDraft } from '@pactdesk/domain/outsourcing/contract/testing'
import { startImport } from '@pactdesk/domain/service-desk/routes'
import { decideTicketScope, openTicket } from '@pactdesk/domain/service-support/incident/routes'
import { addContact, createClient, grantContact, openSite } from '@pactdesk/domain/tenancy/routes'
import type { World as Story } from '../../dev/scenario/world.ts'
import { playStory } from '../story/play.ts'
import type { TestProduct } from '../support/product.ts'

export type OpenBill = { client: string; id: string; number: string; openMinor: number }

/** A product that has lived through a story, and beside it what bad requests are aimed at. */
export type World = {
  product: TestProduct
  as: Story['as'] & { approver: Api; rival: Api }
  /** Client of the story: a contract in force, paid bills, a month closed and billed. */
  client: string
  contract: string
  paidBill: string
  visit: string
  closedTicket: string
  /** Open, of the same client; the second one is outside its contract. */
  ticket: string
  outside: string
  /** Another client of the provider: a draft, an offer whose PDF is stored, two open bills, an import that waits for its batches. */
  other: {
    client: string
    draft: string
    offer: { id: string; sha256: string; clauses: number }
    bills: [OpenBill, OpenBill]
    import: string
  }
  /** An open bill of another provider, at a client of the same key. */
  rivalBill: OpenBill
}

const zone = 'Asia/Shanghai'
const other = 'BEILI'
const cny = (minor: number) => ({ currency: 'CNY', minor })
const days: ('mon' | 'tue' | 'wed' | 'thu' | 'fri')[] = ['mon', 'tue', 'wed', 'thu', 'fri']

export const site = {
  id: 'HQ',
  name: { zh: '总部', en: 'Head office' },
  address: '路 1 号',
  zone,
  arrivalMinutes: 60,
  hours: { days, from: '09:00', to: '18:00', lunchBreak: 'none' as const, holidays: 'cn' as const },
}

export async function badInputWorld(): Promise<World> {
  const { product, world } = await playStory()
  const { as, names } = world
  const first = await openingBill(product, as.admin, other, { number: 'BL-1', firstDay: '2027-01-01', lastDay: '2027-06-30' })
  const second = await openingBill(product, as.admin, other, { number: 'BL-2', firstDay: '2027-07-01', lastDay: '2027-12-31' })
  const draft = await drafted(as.admin, 'BL-DRAFT', '2028-01-01')
  const offer = await drafted(as.admin, 'BL-OFFER', '2029-01-01')
  await as.admin.call(offerContract, { params: { client: other, contract: offer }, body: {} })
  const approver = await admit(product, as.admin, names.client, 'approver', 'client-approver')
  const rival = await product.provider('rival')
  const rivalBill = await openingBill(product, rival, names.client, {
    number: 'RV-1',
    firstDay: '2027-01-01',
    lastDay: '2027-12-31',
  })
  const params = { client: names.client }
  const opened = { requesterName: 'Lin', site: 'HQ' }
  const { value: ticket } = await as.desk.call(openTicket, { params, body: { ...opened, subject: 'The scanner is slow' } })
  const { value: outside } = await as.desk.call(openTicket, { params, body: { ...opened, subject: 'A new meeting room' } })
  await as.desk.call(decideTicketScope, {
    params: { ...params, ticket: outside.number },
    body: { outcome: 'out-of-scope', clause: '2(3)', reason: 'new work' },
  })
  await product.host.drain()
  await product.host.clock.step({ by: 'PT1M' })
  const { document, printedClauses } = (await as.admin.call(getContract, { params: { client: other, contract: offer } })).value
  return {
    product,
    as: { ...as, approver, rival },
    client: names.client,
    contract: names.contract,
    paidBill: names.feeBill,
    visit: names.visits.get('V1')!,
    closedTicket: names.tickets.get('T1')!,
    ticket: ticket.number,
    outside: outside.number,
    other: {
      client: other,
      draft,
      offer: { id: offer, sha256: document.sha256!, clauses: printedClauses },
      bills: [first, second],
      import: await waitingImport(as.admin),
    },
    rivalBill,
  }
}

/** A contract from paper of which a part of the fee is still to be paid: the opening bill is open. */
async function openingBill(
  product: TestProduct,
  api: Api,
  client: string,
  term: { number: string; firstDay: string; lastDay: string },
): Promise<OpenBill> {
  const name = { zh: client, en: client }
  const params = { client }
  if ((await api.call(listBills, { params, query: {} })).value.items.length === 0) {
    await api.call(createClient, { body: { key: client, name, mark: '客', billingZone: zone } })
    await api.call(openSite, { params, body: site })
  }
  await api.call(recordPaperContract, {
    params,
    body: {
      terms: maintenanceDraft(term),
      providerSignedOn: '2026-12-20',
      clientSignedOn: '2026-12-22',
      opening: { billed: cny(3_600_000), paid: cny(1_000_000), recognisedUntil: term.firstDay },
    },
  })
  await product.host.drain()
  const { items } = (await api.call(listBills, { params, query: {} })).value
  const bill = items.find(({ number }) => number === term.number)
  if (!bill) throw new Error(`${term.number} left no open bill`)
  return { client, id: bill.id, number: term.number, openMinor: 2_600_000 }
}

async function drafted(api: Api, number: string, firstDay: string): Promise<string> {
  const feeLines = [{ line: 1, item: 'Maintenance', gross: cny(1_200_000), taxRate: '0.06' }]
  const terms = maintenanceDraft({ number, firstDay, lastDay: firstDay.replace(/-01-01$/, '-12-31'), feeLines })
  return (await api.call(createContract, { params: { client: other }, body: { terms } })).value.id
}

async function admit(product: TestProduct, api: Api, client: string, contact: string, role: 'client-approver'): Promise<Api> {
  const email = `${contact}@client.example`
  const name = { zh: contact, en: contact }
  await api.call(addContact, { params: { client }, body: { id: contact, name } })
  const identity = product.identity({ email, name: contact })
  await api.call(grantContact, { params: { client, contact }, body: { ...identity, roles: [role] } })
  await product.host.drain()
  return product.as(email, `provider.${client}`)
}

async function waitingImport(api: Api): Promise<string> {
  const body = { source: 'servicenow', file: 'log.csv', fingerprint: 'a'.repeat(64), zone, firstDay: '2027-01-11' }
  const counted = { rows: 4, tickets: 2, refusedRows: 0, refused: [] }
  return (await api.call(startImport, { params: { client: other }, body: { ...body, ...counted } })).value.id
}
