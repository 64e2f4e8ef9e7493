import type { Api } from '@pactdesk/domain/kernel/client'
import * as devices from '@pactdesk/domain/service-support/configuration/routes'
import * as tickets from '@pactdesk/domain/service-support/incident/routes'
import * as tenancy from '@pactdesk/domain/tenancy/routes'
import { startTestProduct } from '../support/product.ts'

const hours = {
  days: ['mon', 'tue', 'wed', 'thu', 'fri'],
  from: '09:00',
  to: '18:00',
  lunchBreak: 'none',
  holidays: 'cn',
} as const

/**
 * Two providers with identical ids everywhere: client LANHAI with site HQ, contact lin, device PC-01 and ticket LANHAI-1. Every text
 * of alpha carries the mark SECRET-ALPHA, every text of its other client SECRET-OTHER: neither may be seen by a stranger.
 */
export async function twoWorlds() {
  const product = await startTestProduct()
  const alpha = await product.provider('alpha')
  const beta = await product.provider('beta')
  await fill(alpha, 'LANHAI', 'SECRET-ALPHA')
  await fill(alpha, 'OTHER', 'SECRET-OTHER')
  await fill(beta, 'LANHAI', 'BETA')
  const people = {
    lanhaiUser: await member(alpha, 'LANHAI', 'lin', ['client-user']),
    otherOwner: await member(alpha, 'OTHER', 'wu', ['client-owner', 'client-approver', 'client-user']),
    restricted: await staff(alpha, 'restricted', ['OTHER']),
  }
  await product.host.drain()
  return {
    product,
    alpha,
    beta,
    lanhaiUser: product.as(people.lanhaiUser, 'alpha.LANHAI'),
    otherOwner: product.as(people.otherOwner, 'alpha.OTHER'),
    restricted: product.as(people.restricted, 'alpha'),
  }

  async function fill(api: Api, client: string, mark: string): Promise<void> {
    const name = { zh: mark, en: mark }
    await api.call(tenancy.createClient, { body: { key: client, name, mark: '蓝', billingZone: 'Asia/Shanghai' } })
    await api.call(tenancy.openSite, {
      params: { client },
      body: {
        id: 'HQ',
        name,
        address: mark,
        zone: 'Asia/Shanghai',
        arrivalMinutes: 60,
        hours: { ...hours, days: [...hours.days] },
      },
    })
    const contact = client === 'LANHAI' ? 'lin' : 'wu'
    await api.call(tenancy.addContact, {
      params: { client },
      body: { id: contact, name, email: `${contact}@${client.toLowerCase()}.example` },
    })
    await api.call(devices.registerDevice, {
      params: { client },
      body: { id: 'PC-01', name: mark, class: 'pc', site: 'HQ', inServiceFrom: '2026-01-01' },
    })
    await api.call(tickets.openTicket, { params: { client }, body: ticket(mark) })
  }

  async function member(
    api: Api,
    client: string,
    contact: string,
    roles: ('client-user' | 'client-approver' | 'client-owner')[],
  ): Promise<string> {
    const email = `${contact}@${client.toLowerCase()}.example`
    await api.call(tenancy.grantContact, {
      params: { client, contact },
      body: { ...product.identity({ email, name: contact }), roles },
    })
    return email
  }

  async function staff(api: Api, id: string, clients: string[]): Promise<string> {
    const email = `${id}@alpha.example`
    const roles = ['service-desk', 'technician', 'finance', 'account-manager', 'service-manager'] as const
    const identity = product.identity({ email, name: id })
    await api.call(tenancy.addStaff, { body: { id, name: { zh: id, en: id }, email, ...identity, roles: [...roles], clients } })
    return email
  }
}

const ticket = (mark: string) => ({
  channel: 'phone' as const,
  subject: `${mark} is down`,
  text: mark,
  requesterName: mark,
  site: 'HQ',
})
