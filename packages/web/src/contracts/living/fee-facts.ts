import { previewSettlement } from '@pactdesk/domain/outsourcing/billing/settlement/routes'
import type { LivingContract } from '@pactdesk/domain/outsourcing/contract/living'
import type { ContractView } from '@pactdesk/domain/outsourcing/contract/views'
import { useApiQuery } from '../../api/query.ts'
import { useHasRole } from '../../auth/who.ts'
import { explained } from '../../explain/explain.ts'
import { formatMoney } from '../../format/money.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import type { Explanation } from '../../parts/why/explanation.ts'
import { ticker } from '../../time/ticker.ts'

type Told = { text: string; explanation: Explanation }

/** The fee with its state, what of it is earned by today, and what was charged beside it, as far as the reader may know. */
export function useFeeFacts(contract: ContractView, living: LivingContract | undefined) {
  const { t } = useTranslation('contracts')
  const language = useLanguage()
  const { client, id, number, total, terms } = contract
  const mayAsk = useHasRole('admin', 'finance', 'account-manager', 'client-owner')
  const preview = useApiQuery(
    previewSettlement,
    { params: { client, contract: id } },
    { enabled: mayAsk && contract.status === 'active' && contract.days.served > 0 },
  )
  const asOf = { instant: new Date(ticker.now()).toISOString(), zone: terms.billingZone }
  const line = living?.clauses.find(({ no }) => no === '1(3)')?.lines[0]
  const label = feeState(line?.code)
  const { earnedMinor, currency, earnedExplanation } = preview.data?.value ?? {}
  const extras = living?.clauses.find(({ no }) => no === '7(d)')?.lines.find(({ code }) => code === 'extras.billed')?.params
  const earned: Told | undefined =
    earnedMinor !== undefined && currency && earnedExplanation
      ? {
          text: formatMoney({ currency, minor: earnedMinor }, language),
          explanation: explained(earnedExplanation, { currency, asOf, contract: { id, label: number } }),
        }
      : undefined
  const { billed, waiting } = extras ?? {}
  return {
    label: t(`living.fee.${label}`),
    total: { text: formatMoney(total, language), explanation: totalExplanation(contract, asOf) },
    earned,
    beyond:
      typeof billed === 'object' && typeof waiting === 'object'
        ? { billed: formatMoney(billed, language), waiting: formatMoney(waiting, language) }
        : undefined,
  }
}

/** Codes of 1(3) as the header puts them. */
function feeState(code: string | undefined): 'paid' | 'open' | 'overdue' | 'agreed' {
  if (code === 'fee.paid' || code === 'fee.paid-late') return 'paid'
  if (code === 'fee.open') return 'open'
  return code === 'fee.overdue' ? 'overdue' : 'agreed'
}

/** The fee is the sum of the lines of 1(1). */
function totalExplanation({ id, number, total, terms, clauses }: ContractView, asOf: Explanation['asOf']): Explanation {
  const quote = clauses.find(({ no }) => no === '1(1)')?.text
  return {
    title: { zh: '服务费', en: 'Fee' },
    value: { kind: 'money', money: total },
    equation: [
      ...terms.feeLines.map(({ item, gross }, at) => ({
        ...(at > 0 && { operator: '+' as const }),
        label: item,
        value: { kind: 'money' as const, money: gross },
        clause: '1(1)',
      })),
      { operator: '=', label: { zh: '合计', en: 'total' }, value: { kind: 'money', money: total }, result: true },
    ],
    clause: { number: '1(1)', ...(quote && { quote }), contract: { id, label: number } },
    rows: terms.feeLines.flatMap(({ item, quantity, unitGross, gross }) =>
      quantity !== undefined && unitGross
        ? [
            {
              label: item,
              text: { zh: `${quantity} 台`, en: `${quantity} devices` },
              note: { zh: '数量 × 单价，含税', en: 'number × price, tax included' },
              value: { kind: 'money' as const, money: gross },
            },
          ]
        : [],
    ),
    asOf,
  }
}
