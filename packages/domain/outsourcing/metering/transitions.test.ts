import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unwrap } from '../../kernel/result.ts'
import { type ItemState, itemStatuses } from './item-state.ts'
import { byTicketAndEntry, SourceItem } from './source-item.ts'
import { partItem, timeEntry } from './testing.ts'
import { totalsByKind, totalsByState } from './totals.ts'
import {
  bill,
  claim,
  credit,
  decide,
  dispute,
  disputeBilled,
  invoiceOf,
  itemCommands,
  release,
  settleDispute,
  uphold,
  writeOff,
} from './transitions.ts'

const charge = {
  clause: '2(5)',
  reason: { key: 'quote-accepted' },
  rate: {
    basis: 'hourly' as const,
    listMinorPerHour: '30000',
    discount: '0.20',
    stepMinutes: 30,
    contract: 'k1',
    contractVersion: 1,
    currency: 'CNY',
    taxRate: '0.06',
  },
}
const decision = { by: { kind: 'staff' as const, id: 'u', name: 'U' }, on: '2026-10-31', text: 'goodwill' }
const billable = timeEntry({ state: { status: 'billable', ...charge } })

describe('one state at a time', () => {
  test('a draft claims, discarding releases, issuing bills: with the rate it was born with', () => {
    const claimed = unwrap(claim(billable, 'i1'))
    expect(unwrap(release(claimed, 'i1'))).toEqual(billable)
    expect(unwrap(bill(claimed, 'i1', 'INV-1')).state).toEqual({ status: 'billed', invoice: 'i1', number: 'INV-1', ...charge })
  })

  test('a second bill can neither claim nor release nor bill it; the same one may repeat itself', () => {
    const claimed = unwrap(claim(billable, 'i1'))
    expect(claim(claimed, 'i2')).toMatchObject({ ok: false, error: { code: 'metering.wrong-state' } })
    expect(release(claimed, 'i2')).toMatchObject({ ok: false, error: { code: 'metering.claimed-by-other' } })
    expect(bill(claimed, 'i2', 'INV-2').ok).toBe(false)
    expect(unwrap(claim(claimed, 'i1'))).toEqual(claimed)
    const billed = unwrap(bill(claimed, 'i1', 'INV-1'))
    expect(unwrap(bill(billed, 'i1', 'INV-1'))).toEqual(billed)
  })

  test('a billed item is never judged, claimed or written off again', () => {
    const billed = unwrap(bill(unwrap(claim(billable, 'i1')), 'i1', 'INV-1'))
    expect(itemCommands(billed)).toEqual(['dispute-billed', 'credit-release', 'credit-write-off'])
    expect([decide(billed, billable.state), claim(billed, 'i2'), writeOff(billed, decision)].map(result => result.ok)).toEqual([
      false,
      false,
      false,
    ])
  })

  test('billed work that the client contests stays with its bill: no person settles it apart from the bill', () => {
    const billed = unwrap(bill(unwrap(claim(billable, 'i1')), 'i1', 'INV-1'))
    const contested = unwrap(disputeBilled(billed, decision))
    expect(contested.state).toMatchObject({ status: 'disputed', text: 'goodwill', bill: { invoice: 'i1', number: 'INV-1' } })
    expect(invoiceOf(contested)).toBe('i1')
    expect(itemCommands(contested)).toEqual(['uphold', 'credit-release', 'credit-write-off'])
    expect([writeOff(contested, decision), settleDispute(contested), claim(contested, 'i2')].map(({ ok }) => ok)).toEqual([
      false,
      false,
      false,
    ])
    expect(unwrap(uphold(contested))).toEqual(billed)
  })

  test('a credit note gives billed work back at its rate, or writes it off; work that no bill holds it cannot touch', () => {
    const billed = unwrap(bill(unwrap(claim(billable, 'i1')), 'i1', 'INV-1'))
    for (const held of [billed, unwrap(disputeBilled(billed, decision))]) {
      expect(unwrap(credit(held, 'release'))).toEqual(billable)
      expect(unwrap(credit(held, { writtenOff: decision })).state).toEqual({ status: 'written-off', ...decision })
    }
    expect([billable, unwrap(dispute(billable, decision))].map(item => credit(item, 'release').ok)).toEqual([false, false])
  })

  test('a dispute holds it off the bill and gives it back at the same rate, or ends in a write-off', () => {
    const held = unwrap(dispute(billable, decision))
    expect(claim(held, 'i1').ok).toBe(false)
    expect(unwrap(settleDispute(held))).toEqual(billable)
    expect(unwrap(writeOff(held, decision)).state).toEqual({ status: 'written-off', ...decision })
  })
})

test('the sums by state equal what was recorded, whatever the states', () => {
  const states: Record<string, ItemState> = {
    waiting: timeEntry({}).state,
    covered: { status: 'covered', clause: '2', reason: { key: 'contract-work' } },
    billable: billable.state,
    claimed: unwrap(claim(billable, 'i1')).state,
    billed: unwrap(bill(unwrap(claim(billable, 'i1')), 'i1', 'INV-1')).state,
    'written-off': unwrap(writeOff(billable, decision)).state,
    disputed: unwrap(dispute(billable, decision)).state,
  }
  const item = fc
    .tuple(fc.constantFrom(...itemStatuses), fc.nat({ max: 600 }), fc.boolean())
    .map(([status, minutes, part]): SourceItem => {
      const state = states[status]!
      return part ? partItem({ state }) : timeEntry({ state, minutes })
    })
  fc.assert(
    fc.property(fc.array(item), items => {
      const { delivered, byStatus } = totalsByState(items)
      const sum = (pick: 'items' | 'minutes') => itemStatuses.reduce((total, status) => total + byStatus[status][pick], 0)
      expect(sum('items')).toBe(items.length)
      expect(sum('minutes')).toBe(delivered.minutes)
      const rows = Object.values(totalsByKind(items))
      expect(rows.reduce((total, row) => total + row.delivered.items, 0)).toBe(items.length)
    }),
  )
})

test('work is ordered by ticket number, not by its letters, then as entered', () => {
  const order = [
    partItem({ id: 'c', ticket: 'LANHAI-10' }),
    partItem({ id: 'b', ticket: 'LANHAI-9', recordedAt: '2026-10-10T07:00:00Z' }),
    partItem({ id: 'd', ticket: undefined }),
    partItem({ id: 'a', ticket: 'LANHAI-9' }),
  ].sort(byTicketAndEntry)
  expect(order.map(item => item.id)).toEqual(['a', 'b', 'c', 'd'])
})

test('an item of more than a day, or with a float price, does not parse', () => {
  expect(SourceItem.safeParse(timeEntry({ minutes: 60 })).success).toBe(true)
  expect(SourceItem.safeParse(timeEntry({ minutes: 1441 })).success).toBe(false)
  expect(SourceItem.safeParse(partItem({ unitCost: { currency: 'CNY', minor: 0.5 } })).success).toBe(false)
})
