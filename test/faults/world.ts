import * as contracts from '@pactdesk/domain/outsourcing/contract/routes'
import { maintenanceDraft } from '@pactdesk/domain/outsourcing/contract/testing'
import * as devices from '@pactdesk/domain/service-support/configuration/routes'
import * as tenancy from '@pactdesk/domain/tenancy/routes'
import { systemContext } from '@pactdesk/platform/events/consumer'
import * as mail from '@pactdesk/platform/mail/send'
import { provision } from '@pactdesk/platform/use-cases/tenancy/provision'
import { vi } from 'vitest'
import { startFunctions } from '../access/functions.ts'
import { drainIn, inOrder, notify } from './deliver.ts'
import { plantFaults } from './plant.ts'

const provider = 'one'
const issuer = 'https://issuer.example'
const named = (text: string) => ({ zh: text, en: text })
const cny = (minor: number) => ({ currency: 'CNY', minor })
const days = ['mon', 'tue', 'wed', 'thu', 'fri'] as ('mon' | 'tue' | 'wed' | 'thu' | 'fri')[]
/** A working morning, in which everything begins. */
export const morning = '2026-10-08T02:00:00Z'

/** The functions over one table on which faults can be planted, a provider, and companies as many as a test wants. */
export async function startWorld() {
  const product = await startFunctions(provider)
  vi.spyOn(mail, 'send').mockResolvedValue()
  product.drain = () => drainIn({ product }, inOrder, event => notify({ product }, event))
  const faults = plantFaults(product.database.client)
  const admin = product.staff('admin')
  product.at(morning)
  const operator = systemContext(provider, { kind: 'system', id: 'operator', name: 'operator' })
  const first = { email: 'admin@one.example', name: named('Admin') }
  await provision(operator, product.clock(), { key: provider, name: named('One'), admin: first, issuer, subject: 'admin' })
  const li = { id: 'li', name: named('Li'), email: 'li@one.example', issuer, subject: 'li' }
  await admin.call(tenancy.addStaff, { body: { ...li, roles: ['technician', 'service-desk'], clients: '*' } })
  await product.drain()
  let made = 0

  /** A company with a site and an owner; with a contract from paper over the coming year, or devices for one that is to be signed here. */
  async function company(contract: 'on-paper' | 'to-sign' = 'on-paper') {
    made += 1
    const client = `C${made}`
    const params = { client }
    product.at(morning)
    await admin.call(tenancy.createClient, {
      body: { key: client, name: named(client), mark: '甲', billingZone: 'Asia/Shanghai' },
    })
    const hours = { days, from: '09:00', to: '18:00', lunchBreak: 'none', holidays: 'cn' } as const
    const site = { id: 'HQ', name: named('HQ'), address: 'Road 1', zone: 'Asia/Shanghai', arrivalMinutes: 60, hours }
    await admin.call(tenancy.openSite, { params, body: site })
    await admin.call(tenancy.addContact, { params, body: { id: 'wang', name: named('Wang'), email: 'wang@example.com' } })
    if (contract === 'on-paper') {
      const opening = { billed: cny(3_600_000), paid: cny(3_600_000), recognisedUntil: '2026-10-08' }
      const terms = maintenanceDraft({ number: `WB-${client}` })
      const signed = { providerSignedOn: '2026-09-28', clientSignedOn: '2026-09-29' }
      await admin.call(contracts.recordPaperContract, { params, body: { terms, ...signed, opening } })
    } else {
      const csv = ['id,class', ...Array.from({ length: 8 }, (_, at) => `PC-0${at + 1},pc`), 'SRV-01,server', 'NET-01,network']
      await admin.call(devices.importDevices, { params, body: { csv: csv.join('\n'), mode: 'all-or-nothing' } })
    }
    await product.drain()
    return {
      client,
      params,
      owner: product.client(client, 'wang', 'client-owner', 'client-approver', 'client-user'),
    }
  }

  return {
    product,
    faults,
    admin,
    staff: product.staff('service-desk', 'technician'),
    finance: product.staff('finance'),
    company,
  }
}
export type World = Awaited<ReturnType<typeof startWorld>>
export type Company = Awaited<ReturnType<World['company']>>
