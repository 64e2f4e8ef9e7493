import { describe, expect, test } from 'vitest'
import { unwrap } from '../../kernel/result.ts'
import { maintenanceTerms } from '../contract/testing.ts'
import { decideCoverage, type TicketFacts } from './coverage.ts'
import { coverageTerms } from './coverage-terms.ts'
import { meteringReasons } from './reasons.ts'
import { checkScope, suggestWorkTypes } from './scope-guard.ts'
import { partItem, timeEntry, visitItem } from './testing.ts'

const terms = coverageTerms('k1', 2, maintenanceTerms())
const covered: TicketFacts = { outOfScope: false }
const outside: TicketFacts = { outOfScope: true }
const quoted: TicketFacts = {
  outOfScope: true,
  quote: { id: 'Q1', acceptedAt: '2026-10-27T07:00:00Z', acceptedOn: '2026-10-27' },
}
const work = timeEntry({ kind: 'onsite', date: '2026-10-28', from: '2026-10-28T05:00:00Z', minutes: 190 })
const receipt = { key: 'f', name: 'r.pdf', type: 'application/pdf', size: 1, sha256: '0'.repeat(64) }
const cost = { currency: 'CNY', minor: 39900 }

describe('work under clause 2', () => {
  test('is covered at night and on holidays, travel too: the contract names no price for either', () => {
    const night = timeEntry({ kind: 'onsite', date: '2026-10-04', from: '2026-10-03T20:41:00Z', minutes: 89 })
    expect(decideCoverage(night, terms, covered)).toMatchObject({ status: 'covered', clause: '2' })
    expect(decideCoverage({ ...night, kind: 'travel' }, terms, covered)).toMatchObject({ reason: { key: 'travel-not-charged' } })
    expect(decideCoverage({ ...night, kind: 'travel' }, terms, outside).status).toBe('covered')
  })

  test('stays covered when the client broke a duty, which is kept as evidence', () => {
    expect(decideCoverage(work, terms, { outOfScope: false, dutyBreach: '3(5)' })).toMatchObject({
      status: 'covered',
      reason: { key: 'duty-breach-not-charged', params: { duty: '3(5)' } },
    })
  })
})

describe('work outside the contract', () => {
  test('waits for the client: quote first', () => {
    expect(decideCoverage(work, terms, outside)).toMatchObject({ status: 'waiting', for: 'client', clause: '2(3)(2)' })
  })

  test('is billable at the list rate less discount once the quote was accepted before the work', () => {
    expect(decideCoverage(work, terms, quoted)).toMatchObject({
      status: 'billable',
      clause: '2(5)',
      rate: {
        basis: 'hourly',
        listMinorPerHour: '30000',
        discount: '0.20',
        stepMinutes: 30,
        taxRate: '0.06',
        contractVersion: 2,
      },
    })
  })

  test('begun before the quote was accepted waits for the account manager, unless the client accepted it so', () => {
    const early = { ...work, from: '2026-10-27T06:59:00Z' }
    expect(decideCoverage(early, terms, quoted)).toMatchObject({ for: 'account-manager', reason: { key: 'work-before-quote' } })
    const knowing = { ...quoted, quote: { ...quoted.quote!, coversEarlierWork: true } }
    expect(decideCoverage(early, terms, knowing).status).toBe('billable')
    const dateless = timeEntry({ kind: 'remote', date: '2026-10-26', minutes: 5 })
    expect(decideCoverage(dateless, terms, quoted)).toMatchObject({ reason: { key: 'work-before-quote' } })
  })

  test('has no price that the contract does not name', () => {
    const { outOfScope: _, ...unpriced } = terms
    expect(decideCoverage(work, unpriced, quoted)).toMatchObject({ status: 'waiting', for: 'account-manager' })
  })
})

describe('parts', () => {
  test('at cost need the cost and the receipt, and wait for the technician until both are there', () => {
    expect(decideCoverage(partItem({}), terms, covered)).toMatchObject({
      for: 'technician',
      reason: { key: 'part-without-cost' },
    })
    const priced = partItem({ unitCost: cost })
    expect(decideCoverage(priced, terms, covered)).toMatchObject({ for: 'technician', reason: { key: 'part-without-receipt' } })
    expect(decideCoverage({ ...priced, receipt }, terms, covered)).toMatchObject({
      status: 'billable',
      clause: '2(1)(4)',
      rate: { basis: 'at-price', source: 'cost', unitMinor: 39900, taxRate: '0.13' },
    })
  })

  test('in another currency are not converted silently', () => {
    const yen = partItem({ unitCost: { currency: 'JPY', minor: 1 }, receipt })
    expect(decideCoverage(yen, terms, covered)).toMatchObject({ status: 'waiting', reason: { key: 'part-in-other-currency' } })
  })

  test('a monitor is repaired by quote only, never at cost', () => {
    const panel = partItem({ deviceClass: 'monitor', unitCost: cost, receipt })
    expect(decideCoverage(panel, terms, covered)).toMatchObject({ status: 'waiting', for: 'client' })
    const accepted = { ...quoted, outOfScope: true }
    expect(decideCoverage(panel, terms, accepted)).toMatchObject({ reason: { key: 'work-before-quote' } })
    const later = { ...panel, date: '2026-10-28' }
    expect(decideCoverage(later, terms, accepted)).toMatchObject({ reason: { key: 'monitor-needs-quoted-price' } })
    expect(decideCoverage({ ...later, quotedUnit: { currency: 'CNY', minor: 50000 } }, terms, accepted)).toMatchObject({
      status: 'billable',
      rate: { source: 'quote', unitMinor: 50000 },
    })
  })
})

test('an unsigned visit waits, a signed one is covered', () => {
  expect(decideCoverage(visitItem({}), terms, covered)).toMatchObject({ status: 'waiting', for: 'technician' })
  expect(decideCoverage(visitItem({ signedBy: 'Lin' }), terms, covered).status).toBe('covered')
})

test('without a contract, with two, or after its last day a person decides', () => {
  expect(decideCoverage(work, 'none', covered)).toMatchObject({ for: 'account-manager', reason: { key: 'no-contract' } })
  expect(decideCoverage(work, 'ambiguous', covered)).toMatchObject({ reason: { key: 'contract-ambiguous' } })
  const late = timeEntry({ kind: 'onsite', date: '2027-10-01', minutes: 1 })
  expect(decideCoverage(late, terms, covered)).toMatchObject({ reason: { key: 'outside-term', params: { date: '2027-10-01' } } })
  expect(decideCoverage({ ...late, date: '2027-09-30' }, terms, covered).status).toBe('covered')
})

describe('the out-of-scope guard', () => {
  test.each([
    ['network-addition', '2(3)(2)'],
    ['network-move', '2(3)(2)'],
    ['network-removal', '2(3)(2)'],
    ['monitor-repair', '2(1)(4)'],
    ['web', '2(5)'],
  ])('%s needs a quote first, under %s, and has no clock', (workType, clause) => {
    expect(unwrap(checkScope({ workType }, terms))).toMatchObject({
      scope: 'out',
      clause,
      key: 'guard.quote-first',
      needsQuote: true,
      hasClocks: false,
    })
  })

  test('a fault is covered, without a contract nothing is said, an unknown kind is refused', () => {
    expect(unwrap(checkScope({ workType: 'fault' }, terms))).toMatchObject({ scope: 'in', needsQuote: false, hasClocks: true })
    expect(unwrap(checkScope({ workType: 'fault' }, 'none'))).toMatchObject({ scope: 'unknown', key: 'guard.no-contract' })
    expect(checkScope({ workType: 'magic' }, terms).ok).toBe(false)
  })

  test.each([
    ['会议室要加四个网络点', 'network-addition'],
    ['Four more network points in the meeting room', 'network-addition'],
    ['财务部搬迁，电脑要移机', 'network-move'],
    ['The monitor flickers', 'monitor-repair'],
    ['请帮我们做一个网站', 'web'],
  ])('%s suggests %s', (text, workType) => {
    expect(suggestWorkTypes(text)[0]).toMatchObject({ workType, scope: 'out' })
  })

  test('words inside other words suggest nothing', () => {
    expect(suggestWorkTypes('Monitoring agent shows an error')).toEqual([])
    expect(suggestWorkTypes('Printer jam')).toEqual([])
  })
})

test('every reason has words in both languages', () => {
  for (const { en, zh } of Object.values(meteringReasons)) {
    expect(en.match(/\{\w+\}/g) ?? []).toEqual(expect.arrayContaining(zh.match(/\{\w+\}/g) ?? []))
  }
})
