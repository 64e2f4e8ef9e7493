import { getRecognition, getSettlement, previewSettlement } from '@pactdesk/domain/outsourcing/billing/settlement/routes'
import { listContracts } from '@pactdesk/domain/outsourcing/contract/routes'
import { formatMoney } from '../../format/money.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { billReads } from '../bill/use-bill.ts'
import { directionOf, type Ground } from './grounds.ts'

/** What a settlement makes old. */
export const moneyReads = [getRecognition, getSettlement, previewSettlement, listContracts, ...billReads]

/** The net of a settlement with who pays it: `¥1,200.00 to the client`. */
export function useNetWords(currency: string): (row: Ground) => string {
  const { t } = useTranslation('finance')
  const language = useLanguage()
  return row => {
    const amount = formatMoney({ currency, minor: Math.abs(row.netToClientMinor) }, language)
    const direction = directionOf(row)
    if (direction === 'even') return t('contracts.even')
    return direction === 'to-client' ? t('contracts.toClient', { amount }) : t('contracts.toProvider', { amount })
  }
}
