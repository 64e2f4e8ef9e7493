import { describe, expect, it } from 'vitest'
import type { TenantContext } from '../../kernel/context.ts'
import { unwrap } from '../../kernel/result.ts'
import { contractRow } from './aggregate.ts'
import type { Contract } from './contract.ts'
import { draftContract } from './decide/draft.ts'
import { evolve } from './evolve.ts'
import { ContractRow, ContractView, contractRoutes, contractView, LivingContract, livingContract, visibleTo } from './index.ts'
import { activeMaintenance, maintenanceTerms } from './testing.ts'

const actor = { kind: 'staff', id: 's1', name: 'Sun' } as const
const staff = (...roles: TenantContext['roles']): TenantContext => ({ provider: 'p', kind: 'staff', roles, clients: '*', actor })
const owner: TenantContext = {
  provider: 'p',
  kind: 'client',
  client: 'LANHAI',
  roles: ['client-owner'],
  clients: [],
  actor: { ...actor, kind: 'client' },
}
const now = '2026-10-12T02:00:00Z'
const names = { provider: { name: '孙宇', title: '客户经理' } }
const view = (contract: Contract, ctx: TenantContext, at = now) => contractView(contract, contractRow(contract), names, ctx, at)
const active = activeMaintenance()
const draft = evolve(
  undefined,
  unwrap(draftContract({ id: 'k1', client: 'LANHAI', terms: maintenanceTerms(), others: [] }))[0]!,
  { at: now },
)

describe('a contract as seen', () => {
  it('does not exist for the client’s people before it is offered', () => {
    expect(visibleTo(draft, owner)).toBe(false)
    expect(visibleTo(draft, staff('technician'))).toBe(true)
    expect(visibleTo(active, owner)).toBe(true)
  })
  it('shows the client no steps of the provider’s activation, not even hidden', () => {
    expect(view(active, owner)).not.toHaveProperty('steps')
    expect(view(active, staff('admin')).steps).toHaveLength(7)
  })
  it('is what its routes answer', () => {
    for (const ctx of [owner, staff('account-manager')]) expect(ContractView.parse(view(active, ctx))).toEqual(view(active, ctx))
    expect(ContractRow.parse(contractRow(draft))).toEqual(contractRow(draft))
  })
  it('counts today as served', () => {
    expect(view(active, owner).days).toEqual({ served: 12, all: 365, left: 353 })
    expect(view(active, owner, '2026-09-30T08:00:00Z').days).toEqual({ served: 0, all: 365, left: 365 })
    expect(view(active, owner, '2028-01-01T00:00:00Z').days).toEqual({ served: 365, all: 365, left: 0 })
  })
  it('offers what the caller may do, from the state machine', () => {
    expect(view(draft, staff('account-manager')).actions).toEqual(['change-draft', 'discard', 'offer'])
    expect(view(draft, staff('technician')).actions).toEqual([])
    expect(view(active, staff('admin')).actions).toEqual(['give-notice', 'draft-renewal'])
    expect(view(active, owner).actions).toEqual([])
  })
  it('names signatories from the evidence', () => {
    expect(view(active, owner).signatures).toMatchObject([
      { party: 'provider', name: '孙宇', on: '2026-09-30' },
      { party: 'client' },
    ])
  })
})

describe('the living contract', () => {
  const cny = (minor: number) => ({ currency: 'CNY', minor })
  const bill = { id: 'b', number: 'INV-1', issuedOn: '2026-09-30', dueOn: '2026-10-08', open: cny(5), total: cny(9) }
  const nodes = (facts: Parameters<typeof livingContract>[1], at = now) =>
    Object.fromEntries(
      livingContract(active, facts, at).clauses.map(({ no, state, lines }) => [no, `${state} ${lines[0]?.code}`]),
    )
  it('has no node for mere text, and none of a module that says nothing', () => {
    expect(nodes({})).toEqual({
      '1(2)': 'running term.day',
      '1(3)': 'running fee.billing',
      '1(4)': 'idle late-fee.never',
      '4': 'idle ending.if-ended-today',
      '6': 'running renewal.reminder',
    })
  })
  it('says when service begins while the term lies ahead', () => {
    expect(nodes({}, '2026-09-30T10:00:00Z')).toMatchObject({ '1(2)': 'running term.ahead' })
  })
  it('watches an overdue fee and an undecided late fee, and is calm once paid', () => {
    expect(nodes({ bill, lateFee: { accrued: cny(1), days: 4, decided: 'open' } })).toMatchObject({
      '1(3)': 'watch fee.overdue',
      '1(4)': 'watch late-fee.undecided',
    })
    expect(nodes({ bill }, '2026-10-08T15:59:00Z')['1(3)']).toBe('running fee.open')
    expect(nodes({ bill: { ...bill, open: cny(0), paidOn: '2026-10-08' } })['1(3)']).toBe('done fee.paid')
    expect(nodes({ bill: { ...bill, open: cny(0), paidOn: '2026-10-20' } })['1(3)']).toBe('done fee.paid-late')
  })
  it('watches a late arrival, a missed visit, a missing backup', () => {
    const living = livingContract(
      active,
      {
        arrivals: [{ clause: '3(6)', met: 42, counted: 43, medianMinutes: 34, worstMinutes: 71, minutes: [34, 71] }],
        visits: { months: [{ month: '2026-10', state: 'missed' }] },
        protection: { pcs: 42, antivirus: 41, backup: 40 },
      },
      now,
    )
    expect(living.watch).toEqual(['2(1)(5)', '2(2)(3)', '3(6)'])
    expect(living.clauses.find(({ no }) => no === '2(2)(3)')?.lines[0]?.params).toMatchObject({ gaps: 3 })
    expect(living.clauses.find(({ no }) => no === '3(7)')).toMatchObject({ state: 'idle' })
    expect(living.clauses.find(({ no }) => no === '2(1)(5)')?.months).toEqual([{ month: '2026-10', state: 'missed' }])
    expect(living.clauses.find(({ no }) => no === '3(6)')?.spread).toEqual({ minutes: [34, 71], promised: 60 })
    expect(LivingContract.parse(living)).toEqual(living)
  })
  it('says of which optional terms there is no promise', () => {
    expect(livingContract(active, {}, now).noPromise).toEqual(['7(g)', '7(h)'])
  })
})

describe('routes', () => {
  it('have ids and addresses of their own', () => {
    expect(new Set(contractRoutes.map(({ id }) => id)).size).toBe(contractRoutes.length)
    expect(new Set(contractRoutes.map(({ method, path }) => `${method} ${path}`)).size).toBe(contractRoutes.length)
    for (const { path, group } of contractRoutes) expect(path.startsWith(`/api/${group}/`)).toBe(true)
  })
})
