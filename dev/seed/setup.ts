import * as devices from '@pactdesk/domain/service-support/configuration/routes'
import * as tenancy from '@pactdesk/domain/tenancy/routes'
import type { Product } from '../local/product.ts'
import type { Actors } from './actors.ts'
import { admin, clients, contacts, provider, staff } from './people.ts'

/** Provider, people who can sign in, clients with a site, contacts and devices. */
export async function provisionProvider({ host, idp, secret }: Product): Promise<void> {
  idp.addPerson({ email: admin.email, name: admin.name, demo: { role: admin.role, company: provider.name } })
  const response = await fetch(`${host.url}/_local/provision`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-pactdesk-secret': secret },
    body: JSON.stringify({ key: provider.key, name: provider.name, admin: { email: admin.email, name: admin.name } }),
  })
  if (!response.ok) throw new Error(`the demo's provider: ${response.status} ${await response.text()}`)
}

export async function setUpProvider({ idp }: Product, { staff: as }: Actors): Promise<void> {
  const { value } = await as('admin').call(tenancy.getProvider, {})
  const settings = {
    ...value.settings!,
    emergencyPhone: provider.emergencyPhone,
    taxNumber: provider.taxNumber,
    bank: provider.bank,
  }
  await as('admin').call(tenancy.changeProvider, { body: settings })
  for (const { id, email, name, roles, role } of staff) {
    const { sub } = idp.addPerson({ email, name, demo: { role, company: provider.name } })
    await as('admin').call(tenancy.addStaff, { body: { id, name, email, issuer: idp.issuer, subject: sub, roles, clients: '*' } })
  }
}

export async function setUpClient({ idp }: Product, { staff: as }: Actors, key: string): Promise<void> {
  const company = clients.find(known => known.key === key)!
  const api = as('admin')
  const params = { client: key }
  await api.call(tenancy.createClient, {
    body: {
      key,
      name: company.name,
      mark: company.mark,
      billingZone: 'Asia/Shanghai',
      tax: { title: `${company.name.zh}有限公司`, number: '91310000DEMO00002X' },
    },
  })
  await api.call(tenancy.openSite, {
    params,
    body: {
      id: 'HQ',
      name: { zh: '总部', en: 'Head office' },
      address: '上海市示范路 1 号',
      zone: 'Asia/Shanghai',
      arrivalMinutes: key === 'YUNHE' ? 90 : 60,
      hours: {
        days: ['mon', 'tue', 'wed', 'thu', 'fri'],
        from: '09:00',
        to: '18:00',
        lunchBreak: key === 'MINGDE' ? { from: '12:00', to: '13:00' } : 'none',
        holidays: 'cn',
      },
    },
  })
  for (const { id, email, name, title, roles, role } of contacts.filter(contact => contact.client === key)) {
    const { sub } = idp.addPerson({ email, name, demo: { role, company: company.name } })
    await api.call(tenancy.addContact, { params, body: { id, name, email, title } })
    await api.call(tenancy.grantContact, {
      params: { ...params, contact: id },
      body: { issuer: idp.issuer, subject: sub, roles },
    })
  }
  await api.call(devices.importDevices, { params, body: { csv: deviceSheet(company.pcs), mode: 'all-or-nothing' } })
}

function deviceSheet(pcs: number): string {
  const from = '2026-01-01'
  const rows = Array.from({ length: pcs }, (_, at) => `PC-${String(at + 1).padStart(2, '0')},pc,HQ,${from}`)
  return ['id,class,site,inServiceFrom', ...rows, `SRV-01,server,HQ,${from}`, `NET-01,network,HQ,${from}`].join('\n')
}
