import { describe, expect, it } from 'vitest'
import { chooseContract, type RegisteredContract } from './choose.ts'

const known = (contract: string, from: string, to: string, sites = ['HQ']): RegisteredContract => ({
  contract,
  version: 1,
  number: contract.toUpperCase(),
  template: 'it-maintenance-cn',
  term: { from, to },
  zone: 'Asia/Shanghai',
  sites,
})
const year = known('k1', '2026-01-01', '2027-01-01')

describe('the contract of a ticket', () => {
  it('is the one that serves its site on that day, and says so', () => {
    expect(chooseContract([year, known('k2', '2026-01-01', '2027-01-01', ['W1'])], '2026-05-01T00:00:00Z', 'HQ')).toEqual({
      outcome: 'chosen',
      contract: 'k1',
      version: 1,
      number: 'K1',
      reason: 'serves-the-site',
    })
  })
  it('is chosen by the day in the contract’s zone: its first day begins at midnight there', () => {
    expect(chooseContract([year], '2025-12-31T16:00:00Z', 'HQ')).toMatchObject({ outcome: 'chosen' })
    expect(chooseContract([year], '2025-12-31T15:59:59Z', 'HQ')).toEqual({ outcome: 'none', reason: 'no-contract-on-that-day' })
    expect(chooseContract([year], '2026-12-31T15:59:59Z', 'HQ')).toMatchObject({ outcome: 'chosen' })
    expect(chooseContract([year], '2026-12-31T16:00:00Z', 'HQ')).toMatchObject({ outcome: 'none' })
  })
  it('without a site is the only one of the day', () => {
    expect(chooseContract([year], '2026-05-01T00:00:00Z')).toMatchObject({ reason: 'only-contract-of-the-day' })
  })
  it('is never guessed: several wait in a queue, in an order that does not depend on the list', () => {
    const other = known('k0', '2026-01-01', '2027-01-01', ['W1'])
    const answer = { outcome: 'ambiguous', contracts: ['k0', 'k1'], reason: 'several-without-site' }
    expect(chooseContract([year, other], '2026-05-01T00:00:00Z')).toEqual(answer)
    expect(chooseContract([other, year], '2026-05-01T00:00:00Z')).toEqual(answer)
    expect(chooseContract([year, known('k2', '2026-01-01', '2027-01-01')], '2026-05-01T00:00:00Z', 'HQ')).toMatchObject({
      outcome: 'ambiguous',
      reason: 'several-serve-the-site',
    })
  })
  it('is none for a site that no contract serves', () => {
    expect(chooseContract([year], '2026-05-01T00:00:00Z', 'W9')).toEqual({ outcome: 'none', reason: 'site-not-in-contract' })
  })
})
