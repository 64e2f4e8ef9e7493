import type { SettlementPreview } from '@pactdesk/domain/outsourcing/billing/settlement/routes'
import type { Explanation } from '../../parts/why/explanation.ts'

type About = { asOf: Explanation['asOf']; contract: { id: string; label: string } }

/** Why so much of the fee goes back: the contract total less what the days served have earned. */
export function unearnedExplanation(preview: SettlementPreview, { asOf, contract }: About): Explanation {
  const money = (minor: number) => ({ kind: 'money' as const, money: { currency: preview.currency, minor } })
  const days = { zh: '天', en: 'days' }
  return {
    title: { zh: '未履行部分的服务费', en: 'Fee not yet earned' },
    value: money(preview.unearnedMinor),
    equation: [
      { label: { zh: '合同总价', en: 'contract total' }, value: money(preview.contractTotalMinor), clause: '1(3)' },
      { operator: '−', label: { zh: '已履行', en: 'earned' }, value: money(preview.earnedMinor), clause: '7(f)' },
      { operator: '=', label: { zh: '退还', en: 'returned' }, value: money(preview.unearnedMinor), result: true },
    ],
    clause: { number: '7(f)', contract },
    rows: [
      {
        label: { zh: '已服务', en: 'Served' },
        text: { zh: '截至最后服务日，首尾均计入', en: 'up to the last service day, both included' },
        value: { kind: 'count', count: preview.servedDays, unit: days },
      },
      {
        label: { zh: '合同期', en: 'Term' },
        text: { zh: '首尾两日均计入', en: 'first and last day included' },
        value: { kind: 'count', count: preview.termDays, unit: days },
      },
    ],
    asOf,
  }
}
