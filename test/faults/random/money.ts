import * as months from '@pactdesk/domain/outsourcing/billing/month/routes'
import * as bills from '@pactdesk/domain/outsourcing/billing/routes'
import { type Deed, type Firm, known, type Walk } from './walk.ts'

type Listed = { client: string; bill: string; openMinor: number; number: string }

/** A deed on one issued bill of the firm, where there is one. */
const onBill =
  (run: (walk: Walk, bill: Listed, firm: Firm) => Promise<unknown>): Deed =>
  async (walk, firm) => {
    const { items } = (await walk.world.finance.call(bills.listBills, { params: firm.params })).value
    if (items.length === 0) return undefined
    const { id, openMinor = 0, number = '' } = walk.pick(items)
    return run(walk, { client: firm.client, bill: id, openMinor, number }, firm)
  }
const part = ({ odds, below }: Walk, whole: number) => (odds(0.4) ? whole : 1 + below(Math.max(1, whole)))
const lastMonth = ({ day }: Walk) => day(-Number(day().slice(8))).slice(0, 7)
/** Something nobody has used before: a note's number, a line of the bank. */
const fresh = ({ below }: Walk, kind: string) => `${kind}-${below(1_000_000_000)}`
const reason = 'because'

export const moneyDeeds: Record<string, Deed> = {
  pay: onBill((walk, { client, bill, openMinor }) => {
    const minor = walk.odds(0.1) ? openMinor + 500 : part(walk, openMinor)
    const body = { on: walk.day(), minor, currency: 'CNY', via: 'cash' as const, source: fresh(walk, 'note') }
    return walk.world.finance.call(bills.recordPayment, { params: { client, bill }, body })
  }),
  bank: onBill((walk, { openMinor, number }) => {
    const line = [
      fresh(walk, 'L'),
      walk.day(),
      (part(walk, openMinor) / 100).toFixed(2),
      walk.pick(['C1', 'Nobody']),
      walk.pick([number, 'none']),
    ]
    const csv = ['id,date,amount,payer,reference', line.join(',')].join('\n')
    return walk.world.finance.call(bills.importBankStatement, { body: { csv, currency: 'CNY' } })
  }),
  settleLine: onBill(async (walk, { client, bill }) => {
    const state = walk.pick(['unmatched', 'ambiguous'] as const)
    const { items } = (await walk.world.finance.call(bills.listBankLines, { query: { state } })).value
    if (items.length === 0) return undefined
    const body = walk.odds(0.5) ? { as: 'payment' as const, client, bill } : { as: 'ignored' as const, reason }
    return walk.world.finance.call(bills.settleBankLine, { params: { line: walk.pick(items).id }, body })
  }),
  writeOff: onBill(({ world, odds }, { client, bill, openMinor }) =>
    odds(0.3) && openMinor > 0
      ? world.finance.call(bills.writeOffRemainder, {
          params: { client, bill },
          body: { minor: Math.min(50, openMinor), reason },
        })
      : Promise.resolve(),
  ),
  lateFee: onBill(({ world, odds, pick }, { client, bill }) => {
    const claim = { action: 'claim' as const, part: pick(['1', '0.5', '0.333']) }
    const body = odds(0.6) ? claim : { action: 'waive' as const, reason }
    return world.finance.call(bills.decideLateFee, { params: { client, bill }, body })
  }),
  credit: onBill((walk, { client, bill }) => {
    if (!walk.odds(0.4)) return Promise.resolve()
    const body = {
      reason,
      items: walk.pick(['release', 'write-off'] as const),
      ...(walk.odds(0.6) && { grossMinor: 1 + walk.below(5_000) }),
    }
    return walk.world.finance.call(bills.creditBill, { params: { client, bill }, body })
  }),
  dispute: onBill((_walk, { client, bill }, { owner }) =>
    owner.call(bills.disputeLine, { params: { client, bill }, body: { line: 1, reason } }),
  ),
  refund: onBill((walk, { client, bill, openMinor }) =>
    openMinor < 0
      ? walk.world.finance.call(bills.refundBill, {
          params: { client, bill },
          body: { on: walk.day(), minor: -openMinor, currency: 'CNY', source: fresh(walk, 'out') },
        })
      : Promise.resolve(),
  ),
  close: (walk, { client }) =>
    walk.world.finance.call(months.closeMonth, { params: { client, month: lastMonth(walk) }, body: {} }),
  reopen: (walk, { client }) =>
    walk.odds(0.2)
      ? known(walk.world.finance.call(months.reopenMonth, { params: { client, month: lastMonth(walk) }, body: { reason } }))
      : Promise.resolve(),
  draft: (walk, { client }) =>
    walk.world.finance.call(bills.draftExtras, { params: { client, month: lastMonth(walk) }, body: {} }),
  issue: async (walk, { client }) => {
    const { value } = await walk.world.finance.call(months.getMonth, { params: { client, month: lastMonth(walk) } })
    if (!value.bill) return undefined
    const route = walk.odds(0.75) ? bills.issueBill : bills.discardDraft
    return walk.world.finance.call(route, { params: { client, bill: value.bill.id }, body: {} })
  },
  decideItem: async (walk, { client }) => {
    const params = { client, month: walk.pick([walk.month(), lastMonth(walk)]) }
    const { items } = (await walk.world.finance.call(months.listWork, { params, query: { limit: 50 } })).value
    if (items.length === 0) return undefined
    const body = { command: walk.pick(['write-off', 'dispute', 'settle-dispute'] as const), reason }
    return walk.world.finance.call(months.decideWork, { params: { client, item: walk.pick(items).ref }, body })
  },
}
