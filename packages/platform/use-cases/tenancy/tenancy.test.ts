import { createHash } from 'node:crypto'
import type { TenantContext } from '@pactdesk/domain/kernel/context'
import { keptKey } from '@pactdesk/domain/tenancy/files/file'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import * as store from '../../files/store.ts'
import { personOf, staffOf, startUseCases, type UseCases } from '../testing.ts'
import { handlers } from './index.ts'
import { createProvider } from './provider.ts'
import { addStaffMember } from './staff.ts'

let app: UseCases
const settings = (name: string) => ({
  name: { zh: name, en: name },
  billingZone: 'Asia/Shanghai',
  currency: 'CNY',
  emergencyPhone: '400-100-2026',
  stripe: false,
  invoiceSeries: { prefix: 'INV-{yyyy}-', width: 4, next: 1 },
})
const profile = (name: string) => ({ name: { zh: name, en: name }, mark: '蓝', billingZone: 'Asia/Shanghai' })
const hours = { days: ['mon'], from: '09:00', to: '18:00', lunchBreak: 'none', holidays: 'cn' }
const site = { id: 'HQ', name: { zh: '总部', en: 'HQ' }, address: '路 1 号', zone: 'Asia/Shanghai', arrivalMinutes: 60, hours }
const account = (subject: string) => ({ issuer: 'https://id.example', subject })
const wang = { id: 'wang', name: { zh: '王珊', en: 'Wang Shan' }, email: 'Wang@Example.com' }
const at = (client: string, more: Record<string, string> = {}) => ({ params: { client, ...more } })

/** Two providers with the very same ids: what one writes, the other never sees. */
beforeAll(async () => {
  app = await startUseCases(handlers)
  for (const provider of ['one', 'two']) {
    const admin = staffOf(provider)
    await app.commit(admin, async uow => {
      createProvider(uow, settings(provider))
      const person = {
        id: 'admin',
        wallNow: '2026-10-01T00:00:00Z',
        identity: account('admin'),
        fields: { name: { zh: '管理员', en: 'Admin' } },
      }
      await addStaffMember(uow, { ...person, access: { roles: ['admin'], clients: '*' } })
    })
    for (const key of ['LANHAI', 'HONGDA']) {
      await app.call(admin, 'createClient', { body: { key, ...profile(`${provider} ${key}`) } })
      await app.call(admin, 'openSite', { ...at(key), body: site })
      await app.call(admin, 'addContact', { ...at(key), body: { ...wang, title: `${provider} ${key}` } })
    }
  }
})
afterAll(() => app.stop())

const refusal = async (work: Promise<unknown>) => {
  try {
    await work
  } catch (error) {
    return (error as { error?: { code: string } }).error?.code ?? (error as Error).message
  }
  return 'ok'
}

describe('who sees what', () => {
  it('of two providers with identical ids each has its own client, site and contact', async () => {
    for (const provider of ['one', 'two']) {
      const ctx = staffOf(provider)
      expect(await app.call(ctx, 'getClient', at('LANHAI'))).toMatchObject({ name: { en: `${provider} LANHAI` } })
      expect(((await app.call(ctx, 'listClients')) as { items: unknown[] }).items).toHaveLength(2)
      expect(await app.call(ctx, 'getContact', at('LANHAI', { contact: 'wang' }))).toMatchObject({ title: `${provider} LANHAI` })
    }
  })

  it('a client’s people see their own company alone', async () => {
    const owner = personOf('one', 'LANHAI')
    expect(await app.call(owner, 'listContacts', at('LANHAI'))).toMatchObject({
      items: [{ id: 'wang', email: 'wang@example.com' }],
    })
    for (const [operation, params] of [
      ['listContacts', at('HONGDA')],
      ['getContact', at('HONGDA', { contact: 'wang' })],
      ['getClient', at('HONGDA')],
      ['listSites', at('HONGDA')],
      ['listTeam', at('HONGDA')],
    ] as const) {
      expect([operation, await refusal(app.call(owner, operation, params))]).toEqual([operation, 'tenancy.not-found'])
    }
  })

  it('staff restricted to some clients see neither the others nor their rows', async () => {
    const restricted: TenantContext = { ...staffOf('one', 'technician'), clients: ['HONGDA'] }
    expect(await app.call(restricted, 'listClients')).toMatchObject({ items: [{ id: 'HONGDA' }] })
    expect(await refusal(app.call(restricted, 'getClient', at('LANHAI')))).toBe('tenancy.not-found')
    expect(await refusal(app.call(restricted, 'listContacts', at('LANHAI')))).toBe('tenancy.not-found')
  })

  it('a client’s people read the provider’s card, never its settings', async () => {
    expect(await app.call(personOf('one', 'LANHAI'), 'getProvider')).toEqual({
      card: expect.objectContaining({ emergencyPhone: '400-100-2026' }),
      actions: [],
    })
    expect(JSON.stringify(await app.call(personOf('one', 'LANHAI'), 'getProvider'))).not.toContain('INV')
  })

  it('a client’s people learn the names of those who serve them, and nothing else', async () => {
    const admin = staffOf('one')
    const add = (id: string, roles: string[], clients: string[] | '*') =>
      app.call(admin, 'addStaff', {
        body: { id, name: { zh: id, en: id }, email: `${id}@example.com`, ...account(id), roles, clients },
      })
    await add('everywhere', ['technician'], '*')
    await add('here', ['service-desk'], ['LANHAI'])
    await add('there', ['technician'], ['HONGDA'])
    await add('money', ['finance'], '*')
    const team = async (client: string) => await app.call(personOf('one', client), 'listTeam', at(client))
    const name = (id: string) => ({ id, name: { zh: id, en: id } })
    expect(await team('LANHAI')).toEqual({ items: [name('everywhere'), name('here')] })
    expect(await team('HONGDA')).toEqual({ items: [name('everywhere'), name('there')] })

    const access = (staff: string, clients: string[] | '*') =>
      app.call(admin, 'grantStaff', { params: { staff }, body: { roles: ['technician'], clients } })
    await access('everywhere', ['HONGDA'])
    await access('here', '*')
    expect(await team('LANHAI')).toEqual({ items: [name('here')] })
    await app.call(admin, 'revokeStaff', { params: { staff: 'here' } })
    expect(await team('LANHAI')).toEqual({ items: [] })
    expect(await team('HONGDA')).toEqual({ items: [name('everywhere'), name('there')] })
  })
})

describe('access', () => {
  const grant = (ctx: TenantContext, contact: string, subject: string, client = 'HONGDA') =>
    app.call(ctx, 'grantContact', { ...at(client, { contact }), body: { ...account(subject), roles: ['client-user'] } })

  it('of one account belongs to one person of a company, and is free again when it ends', async () => {
    const owner = personOf('one', 'HONGDA')
    await app.call(owner, 'addContact', { ...at('HONGDA'), body: { id: 'zhao', name: wang.name } })
    expect(await grant(owner, 'wang', 'sub-w')).toMatchObject({ status: 'member', identity: account('sub-w') })
    expect(await refusal(grant(owner, 'zhao', 'sub-w'))).toBe('tenancy.identity-taken')
    await app.call(owner, 'revokeContact', at('HONGDA', { contact: 'wang' }))
    expect(await refusal(grant(owner, 'zhao', 'sub-w'))).toBe('ok')
    expect(await refusal(grant(staffOf('two'), 'wang', 'sub-w'))).toBe('ok')
  })

  it('is granted by owner and provider, not by a colleague', async () => {
    expect(await refusal(grant(personOf('one', 'LANHAI', 'client-user'), 'wang', 's', 'LANHAI'))).toBe('403 grantContact')
  })

  it('of the last administrator stays: of two who revoke each other at once, one remains', async () => {
    const admin = staffOf('two')
    expect(await refusal(app.call(admin, 'revokeStaff', { params: { staff: 'admin' } }))).toBe('tenancy.last-admin')
    const second = { id: 'second', name: wang.name, ...account('second'), roles: ['admin'], clients: '*' }
    await app.call(admin, 'addStaff', { body: second })
    const outcomes = await Promise.all(
      ['admin', 'second'].map(staff => refusal(app.call(admin, 'revokeStaff', { params: { staff } }))),
    )
    expect(outcomes.sort()).toEqual(['ok', 'tenancy.last-admin'])
  })
})

describe('lists', () => {
  it('show people with roles, but not how they sign in', async () => {
    const list = (await app.call(staffOf('two'), 'listStaff')) as { items: { id: string; roles: string[] }[] }
    expect(list.items.find(({ id }) => id === 'second')).toBeDefined()
    expect(list.items.every(item => !('identity' in item))).toBe(true)
  })

  it('go on by a cursor that is bound to the tenant', async () => {
    const first = (await app.call(staffOf('one'), 'listClients', { query: { limit: 1 } })) as {
      items: { id: string }[]
      next: string
    }
    expect(first.items.map(({ id }) => id)).toEqual(['HONGDA'])
    const query = { limit: 1, cursor: first.next }
    expect(await app.call(staffOf('one'), 'listClients', { query })).toMatchObject({ items: [{ id: 'LANHAI' }] })
    expect(await refusal(app.call(staffOf('two'), 'listClients', { query }))).toBe('page.bad-cursor')
  })
})

describe('files', () => {
  const bytes = Buffer.from('%PDF-1.7 x')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const stored = new Map<string, Buffer>()
  beforeAll(() => {
    vi.spyOn(store, 'fileStoreOf').mockReturnValue({
      uploadForm: async (key: string) => ({ url: 'https://files.example/b', fields: { key } }),
      downloadUrl: async (key: string) => `https://files.example/${key}`,
      received: async (key: string) => {
        const found = stored.get(key)
        return found && { size: found.length, sha256: createHash('sha256').update(found).digest('hex'), head: found }
      },
      keep: async (from: string, to: string) => Boolean(stored.set(to, stored.get(from)!)),
    } as unknown as store.FileStore)
  })
  const ask = (ctx: TenantContext, purpose: string, type = 'application/pdf', name = 'a.pdf') =>
    app.call(ctx, 'requestUpload', { ...at('LANHAI'), body: { purpose, name, type, size: 10 } }) as Promise<{
      id: string
      fields: { key: string }
    }>

  it('count once their bytes were read back', async () => {
    const technician = staffOf('one', 'technician')
    const { id, fields } = await ask(technician, 'receipt')
    const file = at('LANHAI', { file: id })
    expect(await refusal(app.call(technician, 'confirmUpload', { ...file, body: {} }))).toBe('tenancy.file-missing')
    expect(await refusal(app.call(technician, 'getFile', file))).toBe('tenancy.file-awaited')
    stored.set(fields.key, bytes)
    expect(await app.call(technician, 'confirmUpload', { ...file, body: {} })).toMatchObject({
      status: 'stored',
      sha256,
      size: 10,
    })
    expect(await app.call(personOf('one', 'LANHAI'), 'getFile', file)).toMatchObject({
      url: `https://files.example/${keptKey(fields.key, sha256)}`,
    })
  })

  it('are not there for another provider, another client or a role without a reason', async () => {
    const { id, fields } = await ask(staffOf('one', 'technician'), 'receipt')
    stored.set(fields.key, bytes)
    await app.call(staffOf('one', 'technician'), 'confirmUpload', { ...at('LANHAI', { file: id }), body: {} })
    expect(await refusal(app.call(staffOf('two'), 'getFile', at('LANHAI', { file: id })))).toBe('tenancy.no-file')
    expect(await refusal(app.call(personOf('one', 'HONGDA'), 'getFile', at('HONGDA', { file: id })))).toBe('tenancy.no-file')
    const colleague: TenantContext = { ...personOf('one', 'LANHAI', 'client-user') }
    expect(await refusal(app.call(colleague, 'getFile', at('LANHAI', { file: id })))).toBe('tenancy.no-file')
  })

  it('of the provider alone lie where a client’s people cannot even ask', async () => {
    const { id, fields } = await ask(staffOf('one', 'finance'), 'bank-statement', 'text/csv', 'a.csv')
    expect(fields.key).toMatch(/^p\/one\/i\/LANHAI\//)
    expect(await refusal(app.call(personOf('one', 'LANHAI'), 'getFile', at('LANHAI', { file: id })))).toBe('tenancy.no-file')
  })
})
