import { openTicket } from '@pactdesk/domain/service-support/incident/routes'
import { changeClient, createClient, getClient } from '@pactdesk/domain/tenancy/routes'
import { expect, it } from 'vitest'
import { accepted, effects, refused, type Scene } from '../case.ts'
import { ask } from '../request.ts'

const profile = { name: { zh: '南山', en: 'Nanshan' }, mark: '南', billingZone: 'Asia/Shanghai' }

/** The same thing sent twice, and things sent too late. */
export function repeats(scene: () => Scene): void {
  it('a command repeated with its key has one effect and the same answer', async () => {
    const headers = { 'idempotency-key': 'once-1' }
    const body = { subject: 'The door is open', requesterName: 'Lin', site: 'HQ' }
    const first = await accepted(scene(), openTicket, body, { headers })
    expect(effects(first.changed)).not.toEqual([])
    const again = await accepted(scene(), openTicket, body, { headers })
    expect([again.value, again.changed]).toEqual([first.value, []])
  })

  it('the same key with another body, or on another address, is refused', async () => {
    const headers = { 'idempotency-key': 'once-2' }
    await accepted(scene(), createClient, { key: 'NANSHAN', ...profile }, { headers })
    const reused = { status: 409, code: 'http.idempotency-reused' }
    await refused(scene(), { request: () => ask(createClient, { key: 'NANSHAN2', ...profile }, { headers }), ...reused })
    const ticket = { subject: 'x', requesterName: 'Lin', site: 'HQ' }
    await refused(scene(), { request: () => ask(openTicket, ticket, { params: { client: 'HEXI' }, headers }), ...reused })
  })

  it('a refused command leaves its key free', async () => {
    const headers = { 'idempotency-key': 'once-3' }
    const request = () => ask(createClient, { key: 'beishan', ...profile }, { headers })
    await refused(scene(), { request, status: 422, code: 'http.bad-body', field: 'key' })
    await accepted(scene(), createClient, { key: 'BEISHAN', ...profile }, { headers })
  })

  it('of two who change the same version the second one is told', async () => {
    const params = { client: 'BEILI' }
    const etag = (await accepted(scene(), getClient, undefined, { params })).headers.get('etag')!
    await accepted(scene(), changeClient, { ...profile, mark: '甲' }, { params, headers: { 'if-match': etag } })
    const late = ask(changeClient, { ...profile, mark: '乙' }, { params, headers: { 'if-match': etag } })
    const answer = await refused(scene(), { request: () => late, status: 412, code: 'http.stale' })
    expect(answer.problem.params?.version).toBe(Number(etag.replaceAll('"', '')) + 1)
  })

  it('without If-Match a command goes by the version it finds', async () => {
    const { changed } = await accepted(scene(), changeClient, { ...profile, mark: '丙' }, { params: { client: 'BEILI' } })
    expect(effects(changed)).not.toEqual([])
  })

  it('the business clock cannot be set back', async () => {
    const { world, watch } = scene()
    const { host } = world.product
    const before = host.clock.now()
    for (const body of [{ to: '2027-01-01T00:00:00Z' }, { by: '-P1D' }, { to: 'yesterday' }, { to: before, by: 'P1D' }]) {
      const answer = await fetch(`${host.url}/_local/clock`, { method: 'POST', body: JSON.stringify(body) })
      expect([answer.status, await answer.json()]).toEqual([400, { message: expect.stringMatching(/.{10}/) }])
    }
    expect(host.clock.now() >= before).toBe(true)
    expect(await watch.changes()).toEqual([])
  })
}
