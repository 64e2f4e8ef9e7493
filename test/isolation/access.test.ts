import { createHash } from 'node:crypto'
import { type AnyRoute, type Api, createApi, ProblemError } from '@pactdesk/domain/kernel/client'
import { routes } from '@pactdesk/domain/routes'
import * as tenancy from '@pactdesk/domain/tenancy/routes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestProduct, type TestProduct } from '../support/product.ts'

let product: TestProduct
let admin: Api
beforeAll(async () => {
  product = await startTestProduct()
  admin = await product.provider('alpha')
  await product.provider('beta')
  const name = { zh: '蓝海', en: 'Lanhai' }
  await admin.call(tenancy.createClient, { body: { key: 'LANHAI', name, mark: '蓝', billingZone: 'Asia/Shanghai' } })
})
afterAll(() => product.stop())

const lanhai = { client: 'LANHAI' }
const withToken = (token: string, workspace: string): Api =>
  createApi({ baseUrl: product.host.url, token: () => token, workspace: () => workspace })
const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work
    return 'ok'
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code
    throw error
  }
}

describe('an invitation', () => {
  async function invite(id: string): Promise<string> {
    const person = { id, name: { zh: id, en: id }, email: `${id}@lanhai.example` }
    await admin.call(tenancy.addContact, { params: lanhai, body: person })
    const invited = await admin.call(tenancy.grantContact, {
      params: { ...lanhai, contact: id },
      body: { roles: ['client-owner'] },
    })
    expect(invited.value).toMatchObject({ status: 'member', via: 'invitation' })
    expect(invited.value).not.toHaveProperty('identity')
    await product.host.drain()
    return (await admin.call(tenancy.getContactInvitation, { params: { ...lanhai, contact: id } })).value.code
  }
  /** Somebody who signs in with an account of the local issuer but is a member of nothing. */
  const account = (email: string) => {
    product.identity({ email, name: email })
    return (workspace: string) => product.as(email, workspace)
  }

  it('is mailed, shows whose it is, and gives its place to the account that brings the code', async () => {
    const code = await invite('wu')
    const mails = (await (await fetch(`${product.host.url}/_local/mail/api/messages?to=wu@lanhai.example`)).json()) as {
      messages: { text: string }[]
    }
    expect(mails.messages.map(({ text }) => text).join()).toContain(`/join/${code}`)

    const wu = account('wu@elsewhere.example')
    const shown = await wu(`join.${code}`).call(tenancy.getMe, {})
    expect(shown.value.memberships).toMatchObject([{ client: 'LANHAI', person: 'wu', roles: ['client-owner'] }])
    expect((await wu(`join.${code}`).call(tenancy.acceptInvitation, { body: { code } })).value).toEqual({
      workspace: 'alpha.LANHAI',
    })
    await product.host.drain()
    expect((await wu('alpha.LANHAI').call(tenancy.listContacts, { params: lanhai })).value.items).toHaveLength(1)
    expect((await wu('-.1').call(tenancy.getMe, {})).value.memberships).toMatchObject([{ workspace: 'alpha.LANHAI' }])
  })

  it('is good once, and for nobody after it was withdrawn', async () => {
    const code = await invite('zhao')
    const [first, second] = [account('zhao@elsewhere.example'), account('thief@elsewhere.example')]
    await first(`join.${code}`).call(tenancy.acceptInvitation, { body: { code } })
    await product.host.drain()
    // The authorizer's answer may be a minute old: the place itself is what counts.
    expect(await codeOf(second(`join.${code}`).call(tenancy.acceptInvitation, { body: { code } }))).toMatch(
      /http.403|no-invitation/,
    )
    const withdrawn = await invite('qian')
    await admin.call(tenancy.revokeContact, { params: { ...lanhai, contact: 'qian' } })
    expect(await codeOf(second(`join.${withdrawn}`).call(tenancy.acceptInvitation, { body: { code: withdrawn } }))).toMatch(
      /http.403|no-invitation/,
    )
    expect(await codeOf(admin.call(tenancy.getContactInvitation, { params: { ...lanhai, contact: 'qian' } }))).toBe(
      'tenancy.no-invitation',
    )
  })

  it('opens nothing but itself: not one route, not another code, and not in a membership', async () => {
    const [code, other] = [await invite('sun'), await invite('li')]
    const sun = account('sun@elsewhere.example')
    for (const route of routes.filter(({ id }) => id !== 'getMe' && id !== 'acceptInvitation')) {
      const params = Object.fromEntries(
        [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name!, name === 'client' ? 'LANHAI' : 'sun']),
      )
      const body = route.body.type !== 'undefined' && { body: {} }
      expect([route.id, await codeOf(sun(`join.${code}`).call(route as AnyRoute, { params, ...body } as never))]).toEqual([
        route.id,
        'tenancy.no-workspace',
      ])
    }
    expect(await codeOf(sun(`join.${code}`).call(tenancy.acceptInvitation, { body: { code: other } }))).toBe(
      'tenancy.no-invitation',
    )
    expect(await codeOf(admin.call(tenancy.acceptInvitation, { body: { code } }))).toBe('tenancy.no-workspace')
    expect(await codeOf(sun(`join.${'x'.repeat(43)}`).call(tenancy.getMe, {}))).toBe('http.403')
    expect(await codeOf(withToken('', `join.${code}`).call(tenancy.getMe, {}))).toBe('http.401')
  })
})

describe('an API token', () => {
  const token = `pdk_${'t'.repeat(43)}`
  const subject = createHash('sha256').update(token).digest('hex')

  it('opens the workspace that its hash was named in, with its roles, until it is revoked', async () => {
    const machine = { id: 'rmm', name: { zh: '监控', en: 'RMM' }, issuer: 'urn:pactdesk:token', subject }
    const added = await admin.call(tenancy.addStaff, { body: { ...machine, roles: ['technician'], clients: ['LANHAI'] } })
    expect(added.value).toMatchObject({ via: 'token' })
    await product.host.drain()
    expect((await withToken(token, 'alpha').call(tenancy.listClients, {})).value.items).toHaveLength(1)
    expect(await codeOf(withToken(token, 'alpha').call(tenancy.getStaff, { params: { staff: 'rmm' } }))).toBe('ok')
    expect(await codeOf(withToken(token, 'alpha').call(tenancy.revokeStaff, { params: { staff: 'rmm' } }))).toBe('tenancy.role')
    expect(await codeOf(withToken(token, 'beta').call(tenancy.listClients, {}))).toBe('http.403')
    expect(await codeOf(withToken(`pdk_${'u'.repeat(43)}`, 'alpha').call(tenancy.listClients, {}))).toBe('http.403')
    expect(await codeOf(withToken(subject, 'alpha').call(tenancy.listClients, {}))).toBe('http.401')

    await admin.call(tenancy.revokeStaff, { params: { staff: 'rmm' } })
    await product.host.drain()
    expect((await withToken(token, '-.2').call(tenancy.getMe, {})).value.memberships).toEqual([])
  })
})
