import type { ContractView } from '@pactdesk/domain/outsourcing/contract/views'
import type { Explanation } from '../../parts/why/explanation.ts'
import { ticker } from '../../time/ticker.ts'

const days = { zh: '天', en: 'days' }

/** Why the term stands where it stands: days served up to and including today, of all days of the term. */
export function termExplanation({ id, number, days: count, firstDay, lastDay, clauses, terms }: ContractView): Explanation {
  const quote = clauses.find(({ no }) => no === '1(2)')?.text
  return {
    title: { zh: '合同期', en: 'Term' },
    value: { kind: 'count', count: count.served, unit: days },
    equation: [
      {
        label: { zh: '合同期天数', en: 'days of the term' },
        value: { kind: 'count', count: count.all, unit: days },
        clause: '1(2)',
      },
      { operator: '−', label: { zh: '剩余', en: 'days left' }, value: { kind: 'count', count: count.left, unit: days } },
      ...(count.all - count.left === count.served
        ? []
        : [
            {
              operator: '−' as const,
              label: { zh: '提前终止后不再服务', en: 'not served after the early end' },
              value: { kind: 'count' as const, count: count.all - count.left - count.served, unit: days },
            },
          ]),
      {
        operator: '=',
        label: { zh: '已服务（含今日）', en: 'served, today included' },
        value: { kind: 'count', count: count.served, unit: days },
        result: true,
      },
    ],
    clause: { number: '1(2)', ...(quote && { quote }), contract: { id, label: number } },
    rows: [
      { label: { zh: '首日', en: 'First day' }, text: { zh: '计入', en: 'included' }, value: { kind: 'date', date: firstDay } },
      { label: { zh: '末日', en: 'Last day' }, text: { zh: '计入', en: 'included' }, value: { kind: 'date', date: lastDay } },
    ],
    asOf: { instant: new Date(ticker.now()).toISOString(), zone: terms.billingZone },
  }
}
