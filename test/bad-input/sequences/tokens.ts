import { createHmac, generateKeyPairSync, sign } from 'node:crypto'
import { createApi, type ProblemError } from '@pactdesk/domain/kernel/client'
import { getMe, listClients } from '@pactdesk/domain/tenancy/routes'
import { expect, it } from 'vitest'
import { loadKeys } from '../../../dev/embedded/idp/keys.ts'
import type { Scene } from '../case.ts'
import { send, tokenOf } from '../request.ts'
import type { World } from '../world.ts'

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
type Claims = Record<string, unknown>

/** A token as the issuer signs it, with claims and header changed. */
function signed({ product }: World, changes: Claims, header: Claims = {}, key = loadKeys(product.host.state).privateKey): string {
  const [head = '', body = ''] = tokenOf(product, 'admin').split('.')
  const decode = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString()) as Claims
  const input = `${encode({ ...decode(head), ...header })}.${encode({ ...decode(body), ...changes })}`
  return `${input}.${sign('sha256', Buffer.from(input), key).toString('base64url')}`
}

const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
const seconds = () => Math.floor(Date.now() / 1000)

/** Tokens that must open nothing. */
const bad: [what: string, token: (world: World) => string | undefined][] = [
  ['no token', () => undefined],
  ['a word', () => 'Bearer swordfish'],
  ['a password', () => `Basic ${Buffer.from('admin:admin').toString('base64')}`],
  ['an expired token', world => `Bearer ${signed(world, { iat: seconds() - 7200, exp: seconds() - 60 })}`],
  ['a token that is not valid yet', world => `Bearer ${signed(world, { nbf: seconds() + 3600, exp: seconds() + 7200 })}`],
  ['a token of another issuer', world => `Bearer ${signed(world, { iss: 'https://id.example' })}`],
  ['a token for another application', world => `Bearer ${signed(world, { client_id: 'elsewhere' })}`],
  ['an identity token', world => `Bearer ${signed(world, { token_use: 'id' })}`],
  ['a token without a subject', world => `Bearer ${signed(world, { sub: undefined })}`],
  ["a token signed by a stranger's key", world => `Bearer ${signed(world, {}, {}, stranger)}`],
  ['a token under a key that is not there', world => `Bearer ${signed(world, {}, { kid: 'none' })}`],
  [
    'a token whose claims were changed afterwards',
    ({ product }) => {
      const [head, body = '', signature] = tokenOf(product, 'user').split('.')
      const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as Claims
      return `Bearer ${head}.${encode({ ...claims, sub: product.idp.findPerson('admin@provider.example')!.sub })}.${signature}`
    },
  ],
  [
    'a token with alg none',
    world => {
      const [, body] = signed(world, {}).split('.')
      return `Bearer ${encode({ alg: 'none', typ: 'JWT' })}.${body}.`
    },
  ],
  [
    'a token signed with the public key as a secret',
    world => {
      const { publicJwk } = loadKeys(world.product.host.state)
      const [, body] = signed(world, {}).split('.')
      const input = `${encode({ alg: 'HS256', typ: 'JWT', kid: publicJwk.kid })}.${body}`
      return `Bearer ${input}.${createHmac('sha256', JSON.stringify(publicJwk)).update(input).digest('base64url')}`
    },
  ],
]

/**
 * The authorizer's refusals are API Gateway's own words, `{"message"}`, which no function may choose; the typed client makes the
 * problem `http.401` or `http.403` of them, for which the web has words.
 */
export function tokens(scene: () => Scene): void {
  it.each(bad)('%s is 401 and changes nothing', async (_, tokenFor) => {
    const { world, watch } = scene()
    const authorization = tokenFor(world)
    const answer = await send(world, {
      method: 'POST',
      path: '/api/tenancy/clients',
      who: 'nobody',
      headers: { ...(authorization && { authorization }), 'x-pactdesk-workspace': 'provider' },
      body: '{}',
    })
    expect([answer.status, answer.problem.message]).toEqual([401, 'Unauthorized'])
    expect(await watch.changes()).toEqual([])
  })

  it.each(['rival', 'provider.BEILI', 'provider#', ''])('workspace "%s" of others is not opened', async workspace => {
    const { world, watch } = scene()
    const answer = await send(world, {
      method: 'GET',
      path: '/api/tenancy/clients',
      who: 'owner',
      headers: { 'x-pactdesk-workspace': workspace },
    })
    expect([answer.status, answer.problem.message]).toEqual(workspace === '' ? [401, 'Unauthorized'] : [403, 'Forbidden'])
    expect(await watch.changes()).toEqual([])
  })

  it('the client makes a problem with a code of what the gateway says', async () => {
    const { product } = scene().world
    const api = (token: string, workspace: string) =>
      createApi({ baseUrl: product.host.url, token: () => token, workspace: () => workspace })
    const codeOf = (call: Promise<unknown>) =>
      call.then(
        () => 'taken',
        (error: ProblemError) => error.problem.code,
      )
    expect(await codeOf(api('swordfish', 'provider').call(getMe, {}))).toBe('http.401')
    expect(await codeOf(api(tokenOf(product, 'owner'), 'provider').call(listClients, {}))).toBe('http.403')
  })
}
