import type { AnyRoute } from '@pactdesk/domain/kernel/client'
import { DraftTerms } from '@pactdesk/domain/outsourcing/contract/draft-terms'
import { createContract, previewContract } from '@pactdesk/domain/outsourcing/contract/routes'
import { maintenanceDraft } from '@pactdesk/domain/outsourcing/contract/testing'
import { routes } from '@pactdesk/domain/routes'
import { invariants } from '@pactdesk/platform/audit/invariants'
import { expect, it } from 'vitest'
import { openFolder } from '../../../dev/local/folder.ts'
import { readTable } from '../../../dev/local/table.ts'
import { openOperator } from '../../audit/operator.ts'
import type { Scene } from '../case.ts'
import { hostile, seeded } from '../hostile.ts'
import { type Answer, ask, type Request, send } from '../request.ts'
import type { World } from '../world.ts'

/** `BAD_INPUT_SEED` and `BAD_INPUT_ROUNDS` play other and longer games. */
const seed = Number(process.env.BAD_INPUT_SEED ?? 1)
const rounds = Number(process.env.BAD_INPUT_ROUNDS ?? 2)

/** Left out, since those who send the rest would no longer be there. */
const final = /^(revoke|closeSite|setClientStatus|contactLeaves|grant)/
const attacked = routes.filter(({ id }) => !final.test(id))

/** Requests that every schema takes, at the limits of each, and in scripts and signs that have broken programs before. */
export function extremes(scene: () => Scene): void {
  const random = seeded(seed)

  it.each(attacked.map(route => [route.id, route] as const))('%s answers, whatever its schema lets in', async (_, route) => {
    for (let round = 0; round < rounds; round++) {
      const request = strange(scene().world, route, random)
      if (request) expect(clear(await send(scene().world, request)), JSON.stringify(request)).toBe('clear')
    }
  })

  it('a contract with a strange term is refused clearly, or drafted', async () => {
    const params = { client: scene().world.other.client }
    for (let round = 0; round < 20 * rounds; round++) {
      const body = { terms: strangeTerms(random, round) }
      for (const request of [ask(previewContract, body, { params }), ask(createContract, body, { params })])
        expect(clear(await send(scene().world, request)), JSON.stringify(body)).toBe('clear')
    }
  })

  it('after all that nothing was given up, and every invariant holds', async () => {
    const { product } = scene().world
    await product.host.drain()
    const { dlq, failedRecords } = await product.host.snapshot()
    expect([dlq.filter(({ messages }) => messages > 0), failedRecords]).toEqual([[], 0])
    const folder = openFolder(product.data)
    const checks = invariants(await readTable(openOperator(product)), { delivered: { wallNow: Date.now() }, files: folder.files })
    folder.close()
    expect(checks.flatMap(({ name, outcome, problems }) => (outcome === 'failed' ? [[name, problems]] : []))).toEqual([])
  })
}

/** Done, or refused as a problem with a code; `http.internal` is neither. */
function clear({ status, type, problem, text }: Answer): string {
  if (status < 300) return 'clear'
  const told = /problem\+json/.test(type) && /^[a-z-]+\.[a-z-]+$/.test(problem.code ?? '') && (problem.detail ?? '') !== ''
  return status < 500 && told ? 'clear' : `${status} ${text}`
}

function strange(world: World, route: AnyRoute, random: () => number): Request | undefined {
  const { client, contract, visit, ticket, paidBill: bill, other } = world
  const own = {
    client,
    contract,
    visit,
    ticket,
    bill,
    month: '2027-03',
    site: 'HQ',
    device: 'PC-01',
    contact: 'user',
    staff: 'desk',
  }
  const theirs = { ...own, client: other.client, contract: other.draft, bill: other.bills[0].id, import: other.import }
  const params = random() < 0.7 ? own : theirs
  const body = route.body.type === 'undefined' ? undefined : hostile(route.body, random)
  if (route.body.type !== 'undefined' && body === undefined) return undefined
  const asked =
    route.query.type === 'undefined' ? {} : ((hostile(route.query, random) as Record<string, unknown> | undefined) ?? {})
  const query = Object.fromEntries(Object.entries(asked).map(([name, value]) => [name, String(value).slice(0, 200)]))
  return ask(route, body, { params: { ...params, import: other.import }, query, who: 'admin' })
}

/** A draft that would do, but for one or two terms. */
function strangeTerms(random: () => number, round: number): Record<string, unknown> {
  const names = Object.keys(DraftTerms.shape) as (keyof typeof DraftTerms.shape)[]
  const changed = [0, 1].map(() => names[Math.floor(random() * names.length)]!)
  const firstDay = `${2040 + round}-01-01`
  const feeLines = [{ line: 1, item: 'Maintenance', gross: { currency: 'CNY', minor: 1_200_000 }, taxRate: '0.06' }]
  const terms = maintenanceDraft({ number: `STRANGE-${round}`, firstDay, lastDay: `${2040 + round}-12-31`, feeLines })
  const values = changed.map(name => [name, hostile(DraftTerms.shape[name], random)])
  return { ...terms, ...Object.fromEntries(values.filter(([, value]) => value !== undefined)) }
}
