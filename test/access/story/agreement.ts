import * as contracts from '@pactdesk/domain/outsourcing/contract/routes'
import { maintenanceDraft } from '@pactdesk/domain/outsourcing/contract/testing'
import * as devices from '@pactdesk/domain/service-support/configuration/routes'
import * as tenancy from '@pactdesk/domain/tenancy/routes'
import { systemContext } from '@pactdesk/platform/events/consumer'
import { membershipsOf } from '@pactdesk/platform/identity/directory'
import { provision } from '@pactdesk/platform/use-cases/tenancy/provision'
import { client, issuer, provider, type Story } from './cast.ts'

const named = (text: string) => ({ zh: text, en: text })
const params = { client }
const hours = {
  days: ['mon', 'tue', 'wed', 'thu', 'fri'] as ('mon' | 'tue' | 'wed' | 'thu' | 'fri')[],
  from: '09:00',
  to: '18:00',
  lunchBreak: 'none' as const,
  holidays: 'cn' as const,
}

/** A provider with a technician, and a client with a site, an owner and ten devices. */
export async function settle({ product, measured, admin }: Story): Promise<void> {
  product.at('2026-09-30T01:00:00Z')
  const operator = systemContext(provider, { kind: 'system', id: 'operator', name: 'operator' })
  const first = { email: 'admin@one.example', name: named('Admin') }
  await provision(operator, product.clock(), { key: provider, name: named('One'), admin: first, issuer, subject: 'admin' })
  const li = { id: 'li', name: named('Li'), email: 'li@one.example', issuer, subject: 'li' }
  await admin.call(tenancy.addStaff, { body: { ...li, roles: ['technician', 'service-desk'], clients: '*' } })
  const company = { key: client, name: named('Lanhai'), mark: '蓝', billingZone: 'Asia/Shanghai' }
  await admin.call(tenancy.createClient, { body: company })
  const site = { id: 'HQ', name: named('HQ'), address: 'Road 1', zone: 'Asia/Shanghai', arrivalMinutes: 60, hours }
  await admin.call(tenancy.openSite, { params, body: site })
  await admin.call(tenancy.addContact, { params, body: { id: 'wang', name: named('Wang'), email: 'wang@lanhai.example' } })
  const wang = { client, contact: 'wang' }
  const roles = ['client-owner' as const]
  await measured('invite-contact', () => admin.call(tenancy.grantContact, { params: wang, body: { roles } }))
  const { code } = (await admin.call(tenancy.getContactInvitation, { params: wang })).value
  const invited = product.invited(client, 'wang')
  await measured('accept-invitation', () => invited.call(tenancy.acceptInvitation, { body: { code } }))
  const pcs = Array.from({ length: 8 }, (_, at) => `PC-0${at + 1},pc`)
  const csv = ['id,class', ...pcs, 'SRV-01,server', 'NET-01,network'].join('\n')
  await admin.call(devices.importDevices, { params, body: { csv, mode: 'all-or-nothing' } })
  await product.drain()
  await measured('authorize', () => membershipsOf(issuer, 'wang'))
  await measured('devices-of-client', () => admin.call(devices.listDevices, { params }))
  await measured('contacts-of-client', () => admin.call(tenancy.listContacts, { params }))
}

/** A contract over ten devices, signed by both on the screen. */
export async function signContract({ product, measured, heard, admin, owner }: Story): Promise<void> {
  const drafted = await admin.call(contracts.createContract, { params, body: { terms: maintenanceDraft() } })
  const of = { client, contract: drafted.value.id }
  await admin.call(contracts.offerContract, { params: of, body: {} })
  await product.drain()
  const { document, printedClauses } = (await owner.call(contracts.getContract, { params: of })).value
  const body = {
    documentSha256: document.sha256!,
    clausesRead: printedClauses,
    consent: true as const,
    name: 'Wang',
    title: 'Owner',
    strokes: { width: 300, height: 120, lines: [[10, 10, 100, 90]] },
  }
  await admin.call(contracts.signContract, { params: of, body })
  await product.drain()
  await measured('sign-contract', () => owner.call(contracts.signContract, { params: of, body }))
  await heard('activate-contract', 'contract.activated.v1')
  await heard('plan-visits', 'contract.visits-due.v1')
  await product.drain()
  await measured('contracts', () => admin.call(contracts.listContracts, {}))
  await measured('living-contract', () => admin.call(contracts.getLivingContract, { params: of }))
}
